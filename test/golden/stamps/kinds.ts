// Stamps whose truth is known before they are drawn: genuine ones, and each way in which one can be false.

import { generateKeyPairSync, type KeyObject } from "node:crypto";
import type { DocumentKind, Verdict } from "#documents";
import manual from "../receipts/sii-manual-caf.json" with { type: "json" };
import { manualKey, signed, type StampFields, stamp, stampWith } from "../receipts/stamp.ts";
import type { Chance } from "../pictures/random.ts";
import vectors from "./ted-vectors.json" with { type: "json" };

/** The day on which all of them are read. */
export const READ_ON = "2026-11-20";

export type StampTruth = {
  kind: DocumentKind;
  issuer: string;
  issuerName: string;
  receiver: string;
  folio: number;
  date: string;
  total: number;
  item: string;
};

/** What the PDF417 holds (each character a byte), and what a reader must say of it. */
export type DrawnStamp = { ted: string; truth: StampTruth; verdict: Verdict };

const NAMES = [
  "Almacén Doña Rosa EIRL",
  "JORGE GONZALEZ LTDA",
  "SOCIEDAD COMERCIAL E INDUSTRIAL ÑIQUÉN Y",
  "Peñaflor &amp; Hijos S.A.",
  "CONSTRUCTORA E INMOBILIARIA LOS ÁLAMOS D",
  "M P",
  "B&amp;W Óptica y Audición Ltda.",
];
const ITEMS = [
  "Caja de cartón 40x30x30",
  "Cajon AFECTO",
  "SERVICIO DE MANTENCIÓN Y REPARACIÓN DE E",
  "Pañuelo &amp; corbata",
  "PAN",
  "Tornillo 1/2&quot; x 100",
  "ARRIENDO DE MAQUINARIA PESADA SEGÚN CONT",
];
const RECEIVERS = ["76543210-3", "96792430-K", "8414240-9", "66666666-6", "77136876-K"];
const ISSUER = "97975000-5";

function fieldsOf(chance: Chance): StampFields {
  const day = String(chance.whole(1, 28)).padStart(2, "0");
  return {
    folio: chance.whole(1, 200),
    date: `2026-${String(chance.whole(1, 10)).padStart(2, "0")}-${day}`,
    receiver: chance.pick(RECEIVERS),
    receiverName: chance.pick(NAMES),
    total: chance.pick([
      chance.whole(990, 99_990),
      chance.whole(100_000, 9_999_999),
      chance.whole(10_000_000, 998_000_000),
    ]),
    item: chance.pick(ITEMS),
  };
}

type Make = (fields: StampFields) => { ted: string; verdict: Verdict; over?: Partial<StampTruth> };

/** Every way a stamp may be. */
const WAYS: Readonly<Record<string, Make>> = {
  genuine: (fields) => ({ ted: stamp(fields), verdict: "test_document" }),
  "white space between tags": (fields) => ({
    ted: stamp(fields).replaceAll("><", ">\r\n<"),
    verdict: "test_document",
  }),
  "another amount": (fields) => ({
    ted: stamp(fields).replace(`<MNT>${fields.total}<`, `<MNT>${fields.total + 10}<`),
    verdict: "altered",
    over: { total: fields.total + 10 },
  }),
  "a space more": (fields) => ({
    ted: stamp(fields).replace(`<RSR>${fields.receiverName}<`, `<RSR>${fields.receiverName.replace(" ", "  ")}<`),
    verdict: "altered",
  }),
  "another date": (fields) => ({
    ted: stamp(fields).replace(`<FE>${fields.date}<`, "<FE>2026-11-02<"),
    verdict: "altered",
    over: { date: "2026-11-02" },
  }),
  "signed with a key of one's own": (fields) => ({
    ted: stampWith({ ...CAF, fields, key: ownKey().key }),
    verdict: "altered",
  }),
  "one's own key in the folios": (fields) => ({
    ted: stampWith({
      ...CAF,
      fields,
      da: CAF.da.replace(/<M>[^<]*<\/M>/, `<M>${ownKey().modulus}</M>`),
      key: ownKey().key,
    }),
    verdict: "altered",
  }),
  "a wider range": (fields) => ({
    ted: stampWith({ ...CAF, fields: { ...fields, folio: 800 }, da: CAF.da.replace("<H>200<", "<H>900<") }),
    verdict: "altered",
    over: { folio: 800 },
  }),
  "the production key by name": (fields) => ({
    ted: stampWith({ ...CAF, fields, da: CAF.da.replace("<IDK>100<", "<IDK>300<") }),
    verdict: "altered",
  }),
  "a key nobody knows": (fields) => ({
    ted: stampWith({ ...CAF, fields, da: CAF.da.replace("<IDK>100<", "<IDK>666<") }),
    verdict: "unverified",
  }),
  "a folio out of range": (fields) => ({
    ted: stamp({ ...fields, folio: 201 + fields.folio }),
    verdict: "unverified",
    over: { folio: 201 + fields.folio },
  }),
  "older than its folios": (fields) => ({
    ted: stamp({ ...fields, date: "2003-09-03" }),
    verdict: "unverified",
    over: { date: "2003-09-03" },
  }),
  "of the future": (fields) => ({
    ted: stamp({ ...fields, date: "2026-12-24" }),
    verdict: "unverified",
    over: { date: "2026-12-24" },
  }),
  "of another type": (fields) => ({
    ted: stampWith({ ...CAF, fields, type: 61 }),
    verdict: "unverified",
    over: { kind: "nota_credito" },
  }),
  "signed with its namespaces": (fields) => {
    const dd = ddOf(stamp(fields));
    const over = dd.replace("<DD>", '<DD xmlns="http://www.sii.cl/SiiDte">');
    return { ted: signed(dd, manualKey(), over), verdict: "unverified" };
  },
  "without the hour of its stamp": (fields) => ({
    ted: signed(ddOf(stamp(fields)).replace(/<TSTED>[^<]*<\/TSTED>/, ""), manualKey()),
    verdict: "unverified",
  }),
};

const CAF = { da: manual.caf_da, frma: manual.caf_frma, key: manualKey() };

/** The ways after which a stamp is false, in a fixed order. */
const FALSE_WAYS = Object.keys(WAYS).filter((way) => way !== "genuine");

/** A stamp by its place in a row: of five two are genuine, two false, and one is the SII's or a company's own. */
export function stampAt(at: number, chance: Chance): DrawnStamp {
  const turn = at % 5;
  if (turn === 4) return published(Math.floor(at / 5));
  const way =
    turn % 2 === 0
      ? "genuine"
      : (FALSE_WAYS[(2 * Math.floor(at / 5) + (turn - 1) / 2) % FALSE_WAYS.length] ?? "genuine");
  return drawnAs(way, fieldsOf(chance));
}

function drawnAs(way: string, fields: StampFields): DrawnStamp {
  const { ted, verdict, over } = (WAYS[way] as Make)(fields);
  const truth: StampTruth = {
    kind: "factura",
    issuer: ISSUER,
    issuerName: "RUT DE PRUEBA",
    receiver: fields.receiver,
    folio: fields.folio,
    date: fields.date,
    total: fields.total,
    item: unescaped(fields.item),
    ...over,
  };
  return { ted, verdict, truth };
}

/** Real stamps that were published; every other one with an amount that was changed later. */
function published(at: number): DrawnStamp {
  const vector = vectors[at % vectors.length] as (typeof vectors)[number];
  const ted = Buffer.from(vector.tedLatin1Base64, "base64").toString("latin1");
  const forged = Math.floor(at / vectors.length) % 2 === 1;
  const total = forged ? vector.fields.MNT + 100_000 : vector.fields.MNT;
  return {
    ted: ted.replace(`<MNT>${vector.fields.MNT}<`, `<MNT>${total}<`),
    verdict: forged ? "altered" : vector.expect.idk === 100 ? "test_document" : "authentic",
    truth: {
      kind: "factura",
      issuer: vector.fields.RE,
      issuerName: /<RS>([^<]*)</.exec(ted)?.[1] ?? "",
      receiver: vector.fields.RR,
      folio: vector.fields.F,
      date: vector.fields.FE,
      total,
      item: unescaped(vector.fields.IT1),
    },
  };
}

function ddOf(ted: string): string {
  return /<DD>.*<\/DD>/s.exec(ted)?.[0] ?? "";
}

function unescaped(text: string): string {
  return text.replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}

let own: { key: KeyObject; modulus: string } | null = null;

/** Made once: generating keys is slow, and nothing that is judged depends on which one it is. */
function ownKey(): { key: KeyObject; modulus: string } {
  if (own === null) {
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 512, publicExponent: 3 });
    const { n = "" } = privateKey.export({ format: "jwk" });
    own = { key: privateKey, modulus: Buffer.from(n, "base64url").toString("base64") };
  }
  return own;
}
