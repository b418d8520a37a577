// Draws the pictures of this folder again: `CHROMIUM=/usr/bin/chromium node test/golden/receipts/make.ts`.
// They are committed, for drawing them takes a browser; the tests need none.

import { writeFile } from "node:fs/promises";
import { chromium, type Page } from "playwright-core";
import { stamp, stampPng, qrPng } from "./stamp.ts";
import { ARGENTINE_QR, FACTURA_STAMP, PERUVIAN_QR } from "./truth.ts";

const folder = new URL("./", import.meta.url);

const browser = await chromium.launch({ executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium" });
const page = await browser.newPage({ deviceScaleFactor: 2 });
const timbre = await asDataUrl(stampPng(stamp(FACTURA_STAMP), 3));

await photo(page, "boleta-sodimac.jpg", boletaSodimac());
await photo(page, "boleta-almacen.jpg", boletaAlmacen());
await photo(page, "voucher-copec.jpg", voucherCopec());
await photo(page, "boleta-peru-qr.jpg", boletaPeru(await asDataUrl(qrPng(PERUVIAN_QR))));
await photo(page, "tique-argentina-qr.jpg", tiqueArgentina(await asDataUrl(qrPng(ARGENTINE_QR))));
await scan(page, "factura-timbre.jpg", factura(timbre));
await pdf(page, "factura-timbre.pdf", factura(timbre));
await pdf(page, "factura-texto.pdf", factura(null));
await browser.close();

/** A receipt on a table: askew, unevenly lit, a little soft, compressed as a messenger does. */
async function photo(on: Page, name: string, body: string): Promise<void> {
  await on.setViewportSize({ width: 560, height: 900 });
  await on.setContent(`<style>
    body { margin: 0; background: linear-gradient(140deg, #8d7b66, #6e5d4b 60%, #594a3b); padding: 34px 40px }
    .paper { width: 420px; padding: 26px 28px 40px; transform: rotate(0.7deg); color: #262626; filter: blur(0.35px);
      font: 15px/1.42 "Liberation Mono", "DejaVu Sans Mono", monospace;
      background: linear-gradient(100deg, #f4f2ec, #fbfaf6 45%, #e6e3da); box-shadow: 3px 6px 18px #0007 }
    .c { text-align: center } .b { font-weight: bold } .r { display: flex; justify-content: space-between }
    .big { font-size: 21px; font-weight: bold } hr { border: 0; border-top: 2px dashed #555; margin: 8px 0 } img { display: block; margin: 10px auto }
  </style><div class="paper">${body}</div>`);
  await on.screenshot({ path: path(name), type: "jpeg", quality: 62, fullPage: true });
}

/** A page laid on a scanner. */
async function scan(on: Page, name: string, body: string): Promise<void> {
  await on.setViewportSize({ width: 800, height: 1_035 });
  await on.setContent(body);
  await on.screenshot({ path: path(name), type: "jpeg", quality: 55 });
}

async function pdf(on: Page, name: string, body: string): Promise<void> {
  await on.setContent(body);
  await writeFile(path(name), await on.pdf({ format: "Letter", printBackground: true }));
}

function path(name: string): string {
  return new URL(name, folder).pathname;
}

async function asDataUrl(png: Promise<Uint8Array>): Promise<string> {
  return `data:image/png;base64,${Buffer.from(await png).toString("base64")}`;
}

function row(left: string, right: string): string {
  return `<div class="r"><span>${left}</span><span>${right}</span></div>`;
}

function boletaSodimac(): string {
  return `
  <div class="c b">SODIMAC S.A.</div><div class="c">R.U.T.: 96.792.430-K</div>
  <div class="c">GIRO: VENTA DE MATERIALES DE<br>CONSTRUCCION Y FERRETERIA</div>
  <div class="c">AV. PDTE. EDUARDO FREI M. 3092, RENCA</div><hr>
  <div class="c b">BOLETA ELECTRONICA N° 482913377</div>
  ${row("FECHA: 18/11/2026", "HORA: 17:42")}${row("CAJA: 12", "CAJERO: 3041")}<hr>
  ${row("TALADRO PERCUTOR 650W", "29.990")}
  ${row("BROCA CONCRETO 6MM 2 X 2.490", "4.980")}
  ${row("LATEX BLANCO 1 GALON", "8.990")}
  ${row("CINTA ENMASCARAR 24MM", "1.710")}<hr>
  <div class="r big"><span>TOTAL</span><span>$45.670</span></div>
  ${row("TARJETA DEBITO", "$45.670")}
  <br>EL IVA INCLUIDO EN ESTA BOLETA<br>ES DE: $7.292<hr>
  <div class="c">GRACIAS POR SU COMPRA<br>CONSERVE SU BOLETA PARA CAMBIOS</div>`;
}

function boletaAlmacen(): string {
  return `
  <div class="c b">ALMACEN DOÑA ROSA E.I.R.L.</div><div class="c">RUT 76.543.210-3</div>
  <div class="c">GIRO: MINIMARKET Y PANADERIA</div><div class="c">LOS AROMOS 455, ÑUÑOA</div><hr>
  <div class="c b">BOLETA ELECTRÓNICA</div><div class="c">FOLIO: 10482</div>
  ${row("17-11-2026", "09:13:55")}<hr>
  ${row("PAN MARRAQUETA KG", "2.190")}${row("LECHE ENTERA 1L", "1.150")}${row("QUESO GAUDA 250G", "3.290")}<hr>
  ${row("SUBTOTAL", "6.630")}<div class="r big"><span>TOTAL A PAGAR</span><span>$ 6.630</span></div>
  ${row("EFECTIVO", "$ 10.000")}${row("VUELTO", "$ 3.370")}<hr><div class="c">¡Muchas gracias!</div>`;
}

function voucherCopec(): string {
  return `
  <div class="c b">COMPROBANTE DE VENTA</div><div class="c">TARJETA DE CREDITO</div>
  <div class="c b">COPEC PRONTO RUTA 68</div><div class="c">RUT: 99.520.000-7</div><hr>
  ${row("FECHA", "15/11/2026")}${row("HORA", "21:07")}${row("TERMINAL", "6B203341")}${row("NUMERO OPERACION", "004417")}<hr>
  ${row("GASOLINA 95", "")}<div class="r big"><span>TOTAL:</span><span>$32.500</span></div>
  ${row("TIPO DE CUOTAS", "SIN CUOTAS")}<br><div class="c">ACEPTO PAGAR SEGUN CONTRATO<br>CON EMISOR</div>`;
}

function boletaPeru(qr: string): string {
  return `
  <div class="c b">BODEGA SAN MARTIN S.A.C.</div><div class="c">RUC: 20131312955</div>
  <div class="c">JR. UNION 230, LIMA</div><hr>
  <div class="c b">BOLETA DE VENTA ELECTRONICA</div><div class="c b">B001-00004521</div>
  ${row("Fecha de emision:", "16/11/2026")}<hr>
  ${row("ARROZ COSTEÑO 5KG", "24.90")}${row("ACEITE PRIMOR 1L", "10.50")}${row("AZUCAR RUBIA 2KG", "7.90")}<hr>
  ${row("OP. GRAVADA", "S/ 36.69")}${row("IGV 18%", "S/ 6.61")}<div class="r big"><span>IMPORTE TOTAL</span><span>S/ 43.30</span></div>
  <img src="${qr}" width="180"><div class="c">Representación impresa</div>`;
}

function tiqueArgentina(qr: string): string {
  return `
  <div class="c b">LIBRERIA DEL SUR S.R.L.</div><div class="c">C.U.I.T.: 30-71234567-1</div><div class="c">IVA RESPONSABLE INSCRIPTO</div><hr>
  <div class="c b">FACTURA B</div><div class="c">Nro. 0003-00012345</div>${row("Fecha:", "14/11/2026")}<hr>
  ${row("RESMA A4 75G", "8.450,00")}${row("CARPETA OFICIO", "3.312,33")}<hr>
  <div class="r big"><span>TOTAL</span><span>$ 11.762,33</span></div><img src="${qr}" width="230"><div class="c">CAE N° 76461234567890</div>`;
}

function factura(timbreUrl: string | null): string {
  return `<style>
    body { margin: 0; font: 13px/1.45 "Liberation Sans", sans-serif; color: #111; background: #fff; padding: 36px 44px; width: 712px }
    .head { display: flex; justify-content: space-between } .box { border: 3px solid #c00; color: #c00; text-align: center; font-weight: bold; padding: 10px 20px; font-size: 17px }
    h1 { font-size: 19px; margin: 0 } table { width: 100%; border-collapse: collapse; margin-top: 18px } td, th { border: 1px solid #999; padding: 5px 8px; text-align: left }
    .n { text-align: right } .sum { width: 260px; margin-left: auto } img { width: 560px; margin-top: 26px; display: block } .who { border: 1px solid #999; padding: 8px; margin-top: 16px }
  </style>
  <div class="head"><div><h1>Comercial Los Andes SpA</h1>Giro: Distribuidora de envases y embalajes<br>Av. Matta 1234, Santiago<br>Teléfono: 2 2555 1234</div>
  <div class="box">R.U.T.: 97.975.000-5<br>FACTURA ELECTRÓNICA<br>N° ${FACTURA_STAMP.folio}</div></div>
  <div class="who">Señor(es): ${FACTURA_STAMP.receiverName}<br>R.U.T.: 76.543.210-3<br>Fecha Emisión: 18 de noviembre de 2026<br>Forma de pago: Crédito a 30 días &nbsp; Fecha de vencimiento: 18/12/2026</div>
  <table><tr><th>Cantidad</th><th>Descripción</th><th class="n">Precio</th><th class="n">Valor</th></tr>
  <tr><td>10</td><td>${FACTURA_STAMP.item}</td><td class="n">8.900</td><td class="n">89.000</td></tr>
  <tr><td>4</td><td>Cinta de embalaje 48 mm</td><td class="n">2.500</td><td class="n">10.000</td></tr></table>
  <table class="sum"><tr><td>Monto Neto</td><td class="n">$ 99.000</td></tr><tr><td>I.V.A. 19%</td><td class="n">$ 18.810</td></tr><tr><td><b>Total</b></td><td class="n"><b>$ 117.810</b></td></tr></table>
  ${timbreUrl === null ? "" : `<img src="${timbreUrl}"><div>Timbre Electrónico SII<br>Res. 80 de 2014 - Verifique documento: www.sii.cl</div>`}`;
}
