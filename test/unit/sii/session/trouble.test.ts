import { expect, test } from "vitest";
import { policyOf, troubleIn, type SiiTrouble } from "#sii";

const page = (words: string): string => `<html><head><title>SII</title></head><body><p>${words}</p></body></html>`;
const html = (body: string, status = 200) => troubleIn({ status, type: "text/html; charset=ISO-8859-1", body });

test.each<[string, SiiTrouble]>([
  ["01.01.190.500.720.27", "sessions_full"],
  ["01.01.123.500.709.27", "sessions_full"],
  ["01.01.192.500.709.27", "sessions_full"],
  ["01.01.190.500.720.20", "wrong_key"],
  ["01.01.190.500.720.55", "few_tries_left"],
  ["01.01.190.500.720.9", "locked"],
  ["01.01.190.500.720.19", "locked"],
  ["01.01.190.500.720.28", "session_over"],
  ["01.01.190.500.720.29", "session_over"],
  ["01.01.190.500.720.36", "certificate"],
  ["01.01.190.500.720.81", "not_allowed"],
  ["01.01.190.500.720.999", "unknown"],
])("the code %s is %s", (code, trouble) => {
  expect(html(page(`Estimado contribuyente (${code}). Su transacción no pudo ser realizada.`))).toBe(trouble);
});

test.each<[string, SiiTrouble]>([
  [
    "The requested URL was rejected. Please consult with your administrator. Your support ID is: 1234567890",
    "firewall",
  ],
  ['<script src="https://static.queue-it.net/script/queueclient.min.js"></script>', "queue"],
  ["Usted ha superado el máximo de sesiones autenticadas", "sessions_full"],
  ["Su Clave Tributaria se encuentra bloqueada", "locked"],
  ["RUT o Clave incorrecta", "wrong_key"],
  ["La Clave Tributaria ingresada no es correcta.", "wrong_key"],
  ["<script>var said = 'Request Rejected, captcha, no disponible';</script>Bienvenido", "unknown"],
  ["<!-- captcha -->Bienvenido", "unknown"],
  [
    "<script>location = 'https://zeusr.sii.cl/AUT2000/InicioAutenticacion/IngresoRutClave.html'</script>",
    "session_over",
  ],
  ["El SII no se encuentra disponible, inténtelo más tarde", "maintenance"],
  ["Sistema en mantención", "maintenance"],
  ["Ha excedido el límite de consultas", "rate_limit"],
  ['<form action="/cgi_AUT2000/CAutInicio.cgi"><input type="password" name="clave"></form>', "session_over"],
  ["Bienvenido", "unknown"],
])("a page that says «%s» is %s", (words, trouble) => {
  expect(html(page(words))).toBe(trouble);
});

test("a page is one by what it is, whatever type it claims", () => {
  const body = `<!DOCTYPE html>${page("Request Rejected")}`;
  expect(troubleIn({ status: 200, type: "application/json", body })).toBe("firewall");
});

test.each<[number, string, string, SiiTrouble | null]>([
  [200, "application/json", '{"data":[]}', null],
  [200, "text/xml", "<RECEPCIONDTE/>", null],
  [200, "text/plain", "Error 500", "unavailable"],
  [500, "application/json", "RESTEASY001530: Unable to find a MessageBodyWriter", "unavailable"],
  [503, "text/html", "<html></html>", "unavailable"],
  [429, "application/json", "{}", "rate_limit"],
  [401, "text/html", "<html><title>JBWEB000065: HTTP Status 401</title></html>", "session_over"],
  [403, "application/json", "{}", "session_over"],
  [403, "text/html", "<html><title>Request Rejected</title></html>", "firewall"],
])("status %i with %s «%s» is %s", (...row) => {
  const [status, type, body, trouble] = row;
  expect(troubleIn({ status, type, body })).toBe(trouble);
});

test("a key that was refused is never tried again by itself", () => {
  for (const trouble of ["wrong_key", "few_tries_left", "locked", "certificate", "not_allowed"] as const) {
    expect(policyOf(trouble).mend).toBe("person");
  }
  expect(policyOf("session_over").mend).toBe("login");
  expect(policyOf("sessions_full")).toEqual({ mend: "wait", wait_min: 60 });
  expect(policyOf("firewall").mend).toBe("host");
});
