import type { ScanPage, ScanReason } from "./scan-words.ts";
import type { Words } from "./words.ts";

type Scanning = Pick<Words, "scan_link" | "scan_page">;

/** What is scanned: which papers carry a code, what the code is called, and what of it is seen in a photo that is too small. */
type Scanned = { papers: string; code: string; seen: string };

/** «escanéalo» */
export function scanningTu(scanned: Scanned): Scanning {
  return {
    scan_link: (why, url, minutes) => written(TU_LINK(scanned)[why], url, minutes),
    scan_page: {
      ...shared(scanned),
      choose_photo: "Elige una foto",
      back_to_chat: "Vuelve a WhatsApp: ahí te muestro lo que leí.",
      no_camera: "No puedo usar la cámara. Dale permiso en el navegador, o elige una foto del código.",
      nothing_found: "En esa foto no encontré el código. Prueba con una más de cerca y derecha.",
      expired: "Este enlace ya venció. Escribe «escanear» en el chat y te mando otro.",
      used: "Este enlace ya se usó. Escribe «escanear» en el chat y te mando otro.",
      unknown: "Este enlace no sirve. Ábrelo completo desde el chat, o escribe «escanear» y te mando otro.",
      unreachable: "No pude enviarlo. Revisa tu conexión y vuelve a intentarlo.",
    },
  };
}

/** «escanealo» */
export function scanningVos(scanned: Scanned): Scanning {
  return {
    scan_link: (why, url, minutes) => written(VOS_LINK(scanned)[why], url, minutes),
    scan_page: {
      ...shared(scanned),
      choose_photo: "Elegí una foto",
      back_to_chat: "Volvé a WhatsApp: ahí te muestro lo que leí.",
      no_camera: "No puedo usar la cámara. Dale permiso en el navegador, o elegí una foto del código.",
      nothing_found: "En esa foto no encontré el código. Probá con una más de cerca y derecha.",
      expired: "Este enlace ya venció. Escribí «escanear» en el chat y te mando otro.",
      used: "Este enlace ya se usó. Escribí «escanear» en el chat y te mando otro.",
      unknown: "Este enlace no sirve. Abrilo completo desde el chat, o escribí «escanear» y te mando otro.",
      unreachable: "No pude enviarlo. Revisá tu conexión y volvé a intentarlo.",
    },
  };
}

type Leads = Readonly<Record<ScanReason, string>>;

const TU_LINK = ({ papers, code, seen }: Scanned): Leads => ({
  asked: `📷 Abre este enlace en tu teléfono y apunta al ${code} de tu ${papers}`,
  no_code: `📷 Vi el ${seen}, pero en la foto no se alcanza a leer. Mándame una de cerca, envía esta misma como documento, o escanéalo aquí y queda comprobado`,
  quality: `📷 Si trae ${code}, escanéalo aquí y lo leo sin error`,
});

const VOS_LINK = ({ papers, code, seen }: Scanned): Leads => ({
  asked: `📷 Abrí este enlace en tu teléfono y apuntá al ${code} de tu ${papers}`,
  no_code: `📷 Vi el ${seen}, pero en la foto no se llega a leer. Mandame una de cerca, enviá esta misma como documento, o escanealo acá y queda comprobado`,
  quality: `📷 Si trae ${code}, escanealo acá y lo leo sin error`,
});

function written(lead: string, url: string, minutes: number): string {
  return `${lead} (sirve una vez, por ${minutes} minutos):\n${url}`;
}

type Shared = Exclude<keyof ScanPage, "choose_photo" | "back_to_chat" | "no_camera" | "nothing_found" | Refusal>;
type Refusal = "expired" | "used" | "unknown" | "unreachable";

const shared = ({ papers, code }: Scanned): Pick<ScanPage, Shared> => ({
  title: "Escanear",
  advice: `Que el ${code} llene el marco, derecho y con luz.`,
  open_camera: "Abrir la cámara",
  torch: "Linterna",
  opening: "Abriendo…",
  reading: "Buscando el código…",
  sending: "Enviando…",
  received: "¡Listo, lo recibí!",
  no_tax_code: `Ese código no es de una ${papers}. Sigo buscando…`,
  needs_script: "Esta página necesita JavaScript. También sirve mandar la foto por el chat.",
  private: "La imagen no sale de tu teléfono: solo se envía lo que dice el código.",
});
