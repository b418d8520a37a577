import { brazilianDigit } from "#kernel";
import { ARGENTINE_VOUCHER } from "../../../golden/receipts/truth.ts";

// Codes as shops print them: those of the specifications, and those seen in the field.

/** The address of ARCA with a voucher in it. */
export const argentine = (voucher: object, host = "www.afip.gob.ar"): string =>
  `https://${host}/fe/qr/?p=${btoa(JSON.stringify(voucher))}`;

/** To somebody with a CUIT. */
export const VOUCHER = { ...ARGENTINE_VOUCHER, tipoDocRec: 80, nroDocRec: 20_123_456_786 };

export const CUFE = "ce81aed7a299bf74aede1c8f8b0416bda4ce60593975266e22ff115bc5e26fdee1ca2a9045ed619516d5278191923409";
export const SEARCH = `https://catalogo-vpfe.dian.gov.co/document/searchqr?documentkey=${CUFE}`;
export const COLOMBIAN = [
  "NumFac: CED57157",
  "FecFac: 2026-11-16",
  "HorFac: 15:25:25-05:00",
  "NitFac: 800231602",
  "DocAdq: 830103525",
  "ValFac: 111724.50",
  "ValIva: 21227.66",
  "ValOtroIm: 0.00",
  "ValTolFac: 132952.16",
  `CUFE: ${CUFE}`,
  `QRCode: ${SEARCH}`,
].join("\n");

const HASH = "nh28472Ha%2FIdlJGEd%2BYJdXTUBp8%3D";
/** @param total as it is printed @param date as it is printed */
export const uruguayan = (type: string, total = "1007.00", date = "20261116"): string =>
  `https://www.efactura.dgi.gub.uy/consultaQR/cfe?215080550011,${type},A,424298,${total},${date},${HASH}`;

/** Of a company's invoice: 3 December 2022, 002-902-000487498. */
export const CLAVE = "0312202201019007200200120029020004874985766297216";

export const MEXICAN =
  "https://verificacfdi.facturaelectronica.sat.gob.mx/default.aspx?id=6128396F-C09B-4EC6-8699-43C5F7E3B230&re=GOYA780416GM0&rr=XAXX010101000&tt=0000002578.930000&fe=abcdef==";

/** Authorised: Bahia, August 2026, CNPJ 06337087001579, series 11, number 230345. */
export const CHAVE = "29260806337087001579650110002303451225761309";
export const BRAZILIAN = `http://nfe.sefaz.ba.gov.br/servicos/nfce/qrcode.aspx?p=${CHAVE}|2|1|1|E7977D66A1B2C3D4E5F60718293A4B5C6D7E8F90`;
/** The same receipt, issued in another month (YYMM). */
export function chaveOf(month: string): string {
  const body = CHAVE.slice(0, 2) + month + CHAVE.slice(6, 43);
  return body + brazilianDigit(body, 9);
}
/** Paraná, April 2017, with the moment of issue in hexadecimal letters. */
export const BRAZILIAN_2017 =
  "http://www.dfeportal.fazenda.pr.gov.br/dfe-portal/rest/servico/consultaNFCe?chNFe=41170410422724000187650010000005101000010235&nVersao=100&tpAmb=2&dhEmi=323031372d30342d31325431373a31343a30372d30333a3030&vNF=1500.00&vICMS=0.00&digVal=45433541594a33337247436131674a757967656d4c337550426b493d&cIdToken=000001&cHashQRCode=7BD57045E529D6F14D97F1BAE333D35B27921441";
