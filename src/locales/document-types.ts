// The SII's types of document by their numbers (Formato DTE, «Tipo de documento»), as people call them.

/** What is said in the chat, and what is written on the report, where electronic ones are told apart. */
type TypeNames = readonly [said: string, written: string];

const NAMES: Readonly<Record<number, TypeNames>> = {
  29: ["Factura de inicio", "Factura de inicio"],
  30: ["Factura", "Factura"],
  32: ["Factura exenta", "Factura exenta"],
  33: ["Factura", "Factura electrónica"],
  34: ["Factura exenta", "Factura exenta electrónica"],
  35: ["Boleta", "Boleta"],
  38: ["Boleta exenta", "Boleta exenta"],
  39: ["Boleta", "Boleta electrónica"],
  40: ["Liquidación", "Liquidación-factura"],
  41: ["Boleta exenta", "Boleta exenta electrónica"],
  43: ["Liquidación", "Liquidación-factura electrónica"],
  45: ["Factura de compra", "Factura de compra"],
  46: ["Factura de compra", "Factura de compra electrónica"],
  48: ["Comprobante de pago", "Comprobante de pago electrónico"],
  55: ["Nota de débito", "Nota de débito"],
  56: ["Nota de débito", "Nota de débito electrónica"],
  60: ["Nota de crédito", "Nota de crédito"],
  61: ["Nota de crédito", "Nota de crédito electrónica"],
  101: ["Factura de exportación", "Factura de exportación"],
  104: ["Nota de débito", "Nota de débito de exportación"],
  106: ["Nota de crédito", "Nota de crédito de exportación"],
  110: ["Factura de exportación", "Factura de exportación electrónica"],
  111: ["Nota de débito", "Nota de débito de exportación electrónica"],
  112: ["Nota de crédito", "Nota de crédito de exportación electrónica"],
  914: ["Declaración de ingreso", "Declaración de ingreso (DIN)"],
  920: ["Registro que aumenta el débito", "Otros registros que aumentan el débito"],
  922: ["Registro que disminuye el débito", "Otros registros que disminuyen el débito"],
};

/** `Factura`; a type that nobody has named is called by its number. */
export function documentSaid(type: number): string {
  return NAMES[type]?.[0] ?? `Documento ${type}`;
}

/** `Factura electrónica` */
export function documentWritten(type: number): string {
  return NAMES[type]?.[1] ?? `Documento tipo ${type}`;
}
