import { expect, test } from "vitest";
import { type DteFile, type JudgedDte, readDteFile } from "#dte";
import { judgementOf } from "#src/dte/judge.ts";
import {
  documento,
  dte,
  envelope,
  file,
  type Made,
  SELF_SIGNED,
  SIGNER,
  SII,
  signatureOver,
  TODAY,
} from "../../golden/dte/make.ts";

test("reads a document, its figures and who signed it", async () => {
  const {
    dte: said,
    signed,
    judgement,
  } = await judged(file(dte({ idDoc: "<FmaPago>2</FmaPago><FchVenc>2027-01-02</FchVenc>" })));
  expect(said).toMatchObject({
    type: 33,
    folio: 27,
    issuedOn: "2026-11-18",
    issuer: { rut: "97975000-5", name: "RUT DE PRUEBA", activity: 31_341 },
    receiver: { rut: "76543210-3", name: "Peñaflor & Hijos" },
    net: 38_378,
    tax: 7_292,
    total: 45_670,
    items: [{ description: "Cajón de Ñuñoa", quantity: 2, amount: 38_378 }],
    payment: 2,
    dueOn: "2027-01-02",
    signedOn: "2026-11-18T12:28:31",
  });
  expect(signed).toMatchObject({
    valid: true,
    context: "as_is",
    certificate: { rut: "13185095-6", selfSigned: false },
  });
  // The manual's folios are of the certification environment.
  expect(judgement).toEqual({ verdict: "test_document", reasons: ["certification_key"] });
});

test("an envelope holds its documents, each signed before it was put there", async () => {
  const read = await readDteFile(file(envelope([dte({ folio: 27 }), dte({ folio: 28 })])), TODAY);
  expect(read).toMatchObject({
    ok: true,
    value: {
      envelope: { issuer: "97975000-5", receiver: "76543210-3", signed: { valid: true } },
      documents: [{ dte: { folio: 27 }, signed: { context: "none" } }, { dte: { folio: 28 } }],
    },
  });
});

test("a set without an envelope holds its documents, as the SII's portal backs them up", async () => {
  const backup = file(`<SetDTE>${dte({ folio: 27 })}${dte({ folio: 28 })}</SetDTE>`);
  expect(await readDteFile(backup, TODAY)).toMatchObject({
    ok: true,
    value: {
      envelope: { signed: null },
      documents: [
        { dte: { folio: 27 }, judgement: { verdict: "test_document" } },
        { dte: { folio: 28 }, judgement: { verdict: "test_document" } },
      ],
    },
  });
});

test("an envelope as full as the SII takes it is read whole", async () => {
  const item =
    "<Detalle><NroLinDet>1</NroLinDet><NmbItem>Pan</NmbItem><QtyItem>1</QtyItem><MontoItem>1</MontoItem></Detalle>";
  // What is unsigned costs no signature: only its size is of interest.
  const unsigned = `<DTE>${documento({ more: item.repeat(25) }).replace(/<TED.*<\/TED>/, "")}</DTE>`;
  const read = await readDteFile(file(`<EnvioBOLETA><SetDTE>${unsigned.repeat(1_000)}</SetDTE></EnvioBOLETA>`), TODAY);
  expect(read.ok && read.value.documents).toHaveLength(1_000);
});

test("documents of two companies under one ID are each its own", async () => {
  const backup = file(`<SetDTE>${["97975000-5", "76543210-3"].map((issuer) => dte({ issuer })).join("")}</SetDTE>`);
  expect(await readDteFile(backup, TODAY)).toMatchObject({
    value: {
      documents: [
        { dte: { issuer: { rut: "97975000-5" } }, signed: { valid: true } },
        { dte: { issuer: { rut: "76543210-3" } }, signed: { valid: true } },
      ],
    },
  });
});

test.each([
  ["an envelope under a prefix", `<e:EnvioDTE xmlns:e="u"><e:SetDTE>${dte()}</e:SetDTE></e:EnvioDTE>`],
  ["a document behind a comment", `<!-- made by a program -->${dte()}`],
])("reads %s", async (_, xml) => {
  expect((await judged(file(xml))).judgement.verdict).toBe("test_document");
});

test.each([
  ["without the namespace that it was signed in", dte({ signedIn: ` xmlns="${SII}"` }), "sii"],
  [
    "without those of its envelope",
    dte({ signedIn: ` xmlns="${SII}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"` }),
    "sii_xsi",
  ],
  ["inside a namespace that it was not signed in", dte().replace("<DTE ", `<DTE xmlns="${SII}" `), "none"],
])("a document %s holds", async (_, xml, context) => {
  expect((await judged(file(xml))).signed).toMatchObject({ valid: true, context });
});

test.each([
  ["UTF-8, declared", file(dte(), "UTF-8")],
  ["UTF-8 that calls itself ISO-8859-1", relabelled(file(dte(), "UTF-8"), "UTF-8", "ISO-8859-1")],
  ["ISO-8859-1 that calls itself UTF-8", relabelled(file(dte(), "ISO-8859-1"), "ISO-8859-1", "UTF-8")],
  ["Windows-1252", relabelled(file(dte(), "ISO-8859-1"), "ISO-8859-1", "windows-1252")],
  ["with carriage returns", file(dte().replace("</IdDoc>", "</IdDoc>"), "ISO-8859-1")],
])("holds in %s", async (_, bytes) => {
  const { dte: said, judgement } = await judged(bytes);
  expect(judgement.verdict).toBe("test_document");
  expect(said.receiver?.name).toBe("Peñaflor & Hijos");
});

const GENUINE = dte();

test.each([
  ["the total", GENUINE.replace("<MntTotal>45670", "<MntTotal>45671"), ["digest_differs", "stamp_total_differs"]],
  ["the net amount", GENUINE.replace("<MntNeto>38378", "<MntNeto>38379"), ["digest_differs"]],
  ["a letter of an item", GENUINE.replace("<NmbItem>Cajón", "<NmbItem>Cajon"), ["digest_differs"]],
  ["an element that is gone", GENUINE.replace("<QtyItem>2</QtyItem>", ""), ["digest_differs"]],
  ["a space", GENUINE.replace("<QtyItem>2", "<QtyItem> 2"), ["digest_differs"]],
  ["the digest", GENUINE.replace(/<DigestValue>..../, "<DigestValue>AAAA"), ["digest_differs"]],
  ["the signature", GENUINE.replace(/<SignatureValue>..../, "<SignatureValue>AAAA"), ["signature_invalid"]],
  ["the key", GENUINE.replace(/<Modulus>....../, "<Modulus>uuuuuu"), ["signature_invalid"]],
  [
    "the stamp of another document",
    withStampOf(dte({ folio: 30, net: 1_000, tax: 190 })),
    ["stamp_folio_differs", "stamp_total_differs"],
  ],
])("%s changed makes a document altered", async (_, xml, reasons) => {
  const { judgement } = await judged(file(xml));
  expect(judgement.verdict).toBe("altered");
  expect(judgement.reasons).toEqual(expect.arrayContaining(reasons));
});

test.each([
  ["no signature", GENUINE.replace(/<Signature .*<\/Signature>/, ""), "signature_missing"],
  ["SHA-256", GENUINE.replace("xmldsig#rsa-sha1", "xmldsig-more#rsa-sha256"), "signature_algorithm"],
  [
    "a transform of its own",
    GENUINE.replace(
      /<Transform Algorithm="[^"]+"/,
      '<Transform Algorithm="http://www.w3.org/TR/1999/REC-xslt-19991116"',
    ),
    "signature_algorithm",
  ],
  ["no stamp", resigned(documento().replace(/<TED.*<\/TED>/, "")), "stamp_missing"],
])("with %s nothing is proved", async (_, xml, reason) => {
  const { judgement } = await judged(file(xml));
  expect(judgement.verdict).toBe("unverified");
  expect(judgement.reasons).toContain(reason);
});

test.each([
  ["a certificate of itself", dte({ signer: SELF_SIGNED }), "certificate_self_signed"],
  [
    "another's certificate",
    dte({ signer: { ...SELF_SIGNED, certificate: SIGNER.certificate } }),
    "certificate_key_differs",
  ],
  [
    "a certificate that is none",
    GENUINE.replace(/<X509Certificate>[^<]+/, "<X509Certificate>abc"),
    "certificate_unreadable",
  ],
])("%s is told of a document for tests, which it stays", async (_, xml, reason) => {
  const { judgement } = await judged(file(xml));
  expect(judgement.verdict).toBe("test_document");
  expect(judgement.reasons).toContain(reason);
});

const X509 = (certificate: string): string => `<X509Data><X509Certificate>${certificate}</X509Certificate></X509Data>`;

test.each([
  ["its certificate and no key beside it", GENUINE.replace(/<KeyValue>.*<\/KeyValue>/, "")],
  [
    "another's certificate in an X509Data before its own",
    GENUINE.replace("<X509Data>", `${X509(SELF_SIGNED.certificate)}<X509Data>`),
  ],
  [
    "its chain the wrong way round",
    GENUINE.replace(
      "<X509Certificate>",
      `<X509Certificate>${SELF_SIGNED.certificate}</X509Certificate><X509Certificate>`,
    ),
  ],
])("a signature with %s is its signer's", async (_, xml) => {
  const { signed } = await judged(file(xml));
  expect(signed).toMatchObject({ valid: true, reasons: [], certificate: { rut: "13185095-6" } });
});

test("a signature without a key is nobody's but the first certificate's", async () => {
  const keyless = GENUINE.replace(/<KeyValue>.*<\/KeyValue>/, "");
  const others = keyless.replace("<X509Data>", `${X509(SELF_SIGNED.certificate)}<X509Data>`);
  expect((await judged(file(others))).signed.reasons).toEqual(["signature_invalid"]);
  const none = keyless.replace(/<X509Data>.*<\/X509Data>/, "");
  expect((await judged(file(none))).signed.reasons).toEqual(["signature_malformed"]);
});

// Folios of the production environment are nobody's to make for a test: what follows from their stamps is told here.
const GENUINE_STAMP = { verdict: "authentic" } as const;

test.each([
  ["nothing", [], "authentic"],
  ["certificate_out_of_date", ["certificate_out_of_date"], "authentic"],
  ["certificate_key_differs", ["certificate_key_differs"], "unverified"],
  ["certificate_self_signed", ["certificate_self_signed"], "unverified"],
  ["certificate_missing", ["certificate_missing"], "unverified"],
] as const)("of a genuine stamp and a signature that holds, with %s, the verdict is right", (_, found, verdict) => {
  const judgement = judgementOf({ valid: true, reasons: [...found] }, { ...GENUINE_STAMP, reasons: [] }, []);
  expect(judgement.verdict).toBe(verdict);
});

test.each(["digest_differs", "signature_invalid", "signature_reference", "signed_id_repeated"] as const)(
  "a genuine stamp does not mend %s",
  (reason) => {
    expect(judgementOf({ valid: false, reasons: [reason] }, { ...GENUINE_STAMP, reasons: [] }, []).verdict).toBe(
      "altered",
    );
  },
);

// Signature wrapping (McIntosh and Austel, 2005; Somorovsky and others, 2012): the signed original is kept somewhere for the
// signature to hold over, and another document stands where it is read.
const ORIGINAL = documento();
const SIGNATURE = signatureOver(ORIGINAL);
const FORGED = documento({ folio: 27, net: 990_000, tax: 188_100 });

const of = (...parts: string[]): string => `<DTE version="1.0">${parts.join("")}</DTE>`;

test.each([
  [
    "the original inside the forged one",
    of(FORGED.replace("</Documento>", `${ORIGINAL}</Documento>`), SIGNATURE),
    "signed_id_repeated",
  ],
  ["the original beside it", of(FORGED, ORIGINAL, SIGNATURE), "DTE: several"],
  ["the original before it", of(ORIGINAL, FORGED, SIGNATURE), "DTE: several"],
  [
    "the original in the signature",
    of(FORGED, SIGNATURE.replace("</Signature>", `<Object>${ORIGINAL}</Object></Signature>`)),
    "signed_id_repeated",
  ],
  [
    "the original under another parent",
    of(FORGED.replace('ID="F27T33"', 'ID="X"'), `<Otro>${ORIGINAL}</Otro>`, SIGNATURE),
    "signature_reference",
  ],
  [
    "the signature inside the forged one",
    of(FORGED.replace("</Documento>", `${ORIGINAL}${SIGNATURE}</Documento>`)),
    "signature_missing",
  ],
  ["two signatures", of(FORGED, SIGNATURE, signatureOver(FORGED, { signer: SELF_SIGNED })), "signature_repeated"],
  ["a DTE inside the signed one", of(of(ORIGINAL, SIGNATURE), FORGED), "signature_missing"],
  ["a reference to everything", of(FORGED, SIGNATURE.replace("#F27T33", "")), "signature_malformed"],
  ["an XPointer", of(FORGED, SIGNATURE.replace("#F27T33", "#xpointer(id('F27T33'))")), "signature_reference"],
  [
    "a second reference",
    of(
      FORGED,
      SIGNATURE.replace(
        "</Reference>",
        '</Reference><Reference URI="#F27T33"><DigestValue>AAAA</DigestValue></Reference>',
      ),
    ),
    "signature_malformed",
  ],
  ["the ID in another spelling", of(FORGED, SIGNATURE).replace("<DTE ", '<DTE Id="F27T33" '), "signed_id_repeated"],
  ["nothing but the forged one", of(FORGED, SIGNATURE), "digest_differs"],
  [
    "an element inside a value",
    of(ORIGINAL.replace("<MntTotal>45670", "<MntTotal><x>1178100</x>45670"), SIGNATURE),
    "MntTotal: missing",
  ],
])("a signature wrapped so, %s, is refused by its reason", async (_, xml, reason) => {
  const read = await readDteFile(file(xml), TODAY);
  const [document] = read.ok ? read.value.documents : [];
  expect(
    document && "judgement" in document
      ? document.judgement.reasons
      : [`${document?.field}: ${document?.text ?? "missing"}`],
  ).toContain(reason);
  expect(document && "judgement" in document ? document.judgement.verdict : "unverified").not.toBe("test_document");
});

test("an original in another DTE vouches for none but itself", async () => {
  const set = `<SetDTE ID="S">${of(FORGED, SIGNATURE)}${of(ORIGINAL)}</SetDTE>`;
  const read = await readDteFile(file(`<EnvioDTE xmlns="${SII}">${set}</EnvioDTE>`), TODAY);
  expect(read).toMatchObject({
    value: {
      documents: [{ signed: { reasons: ["digest_differs"] } }, { signed: { reasons: ["signature_missing"] } }],
    },
  });
});

test("a value said twice is not read at all", async () => {
  const twice = resigned(documento().replace("<MntTotal>", "<MntTotal>1</MntTotal><MntTotal>"));
  expect(await readDteFile(file(twice), TODAY)).toMatchObject({ value: { documents: [{ field: "MntTotal" }] } });
});

test.each([
  ["a DOCTYPE", `<!DOCTYPE DTE>${GENUINE}`, "doctype"],
  [
    "entities",
    `<!DOCTYPE DTE [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${GENUINE.replace("Cajón", "&b;")}`,
    "doctype",
  ],
  ["an entity nobody declared", GENUINE.replace("Cajón", "&xxe;"), "not_well_formed"],
  [
    "a processing instruction",
    `<?xml-stylesheet href="http://example.com/x.xsl"?>${GENUINE}`,
    "processing_instruction",
  ],
  ["elements without end", "<a>".repeat(100_000), "too_deep"],
  [
    "a flood of attributes",
    `<DTE ${Array.from({ length: 5_000 }, (_, i) => `a${i}="1"`).join(" ")}/>`,
    "too_many_attributes",
  ],
  ["a flood of elements", `<DTE>${"<a/>".repeat(250_000)}</DTE>`, "too_many_nodes"],
  ["a flood of elements with attributes", `<DTE>${'<a b="" c=""/>'.repeat(80_000)}</DTE>`, "too_many_nodes"],
  ["a flood of comments", `<DTE>${"<!---->".repeat(250_000)}</DTE>`, "too_many_nodes"],
  ["a flood of sections", `<DTE>${"<![CDATA[]]>".repeat(250_000)}</DTE>`, "too_many_nodes"],
  ["nothing closed", GENUINE.slice(0, -20), "not_well_formed"],
  ["two roots", GENUINE + GENUINE, "not_well_formed"],
  ["another root", "<Libro/>", "no_dte"],
  ["an empty envelope", "<EnvioDTE><SetDTE/></EnvioDTE>", "no_dte"],
  ["a prefix without namespace", "<x:DTE/>", "not_well_formed"],
])("refuses %s", async (_, xml, reason) => {
  expect(await readDteFile(file(xml), TODAY)).toMatchObject({ ok: false, error: { reason } });
});

test.each([
  ["UTF-16 with its mark", Uint8Array.from(Buffer.from("\ufeff<DTE/>", "utf16le"))],
  ["UTF-16 without it", Uint8Array.from(Buffer.from("<DTE/>", "utf16le"))],
])("refuses %s", async (_, bytes) => {
  expect(await readDteFile(bytes, TODAY)).toMatchObject({ ok: false, error: { reason: "encoding" } });
});

async function judged(bytes: Uint8Array): Promise<JudgedDte> {
  const read = await readDteFile(bytes, TODAY);
  if (!read.ok) throw new Error(`${read.error.reason}: ${read.error.detail}`);
  return only(read.value);
}

function only({ documents: [document, ...more] }: DteFile): JudgedDte {
  if (!document || more.length > 0 || !("dte" in document))
    throw new Error(`not one document: ${JSON.stringify(document)}`);
  return document;
}

function resigned(content: string): string {
  return `<DTE version="1.0">${content}${signatureOver(content)}</DTE>`;
}

function withStampOf(other: string): string {
  const [ted = ""] = /<TED.*<\/TED>/.exec(other) ?? [];
  return resigned(documento().replace(/<TED.*<\/TED>/, () => ted));
}

function relabelled(bytes: Uint8Array, from: string, to: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(Buffer.from(bytes).toString("latin1").replace(from, to), "latin1"));
}

// What somebody found who tried to break it.

test("a letter beyond ISO-8859-1 is no other letter of a stamp", async () => {
  // U+0152 ends in the byte of «R»: read so, the receiver would be gone and the stamp hold.
  const hidden = dte().replace(/<RR>([^<]*)<\/RR>(?=<RSR>)/, "<R\u0152>$1</R\u0152>");
  const { judgement } = await judged(Uint8Array.from(Buffer.from(hidden, "utf8")));
  expect(judgement.verdict).toBe("altered");
});

test.each([
  ["a comment", (ted: string) => `<TED version="1.0"><!--${ted.slice(19, -6)}--></TED>`],
  ["a section", (ted: string) => `<TED version="1.0"><![CDATA[${ted.slice(19, -6)}]]></TED>`],
])("a stamp inside %s stamps nothing", async (_, hide) => {
  const [ted = ""] = /<TED.*<\/TED>/.exec(ORIGINAL) ?? [];
  const { judgement } = await judged(
    file(
      resigned(ORIGINAL.replace(ted, '<TED version="1.0"></TED>')).replace('<TED version="1.0"></TED>', () =>
        hide(ted),
      ),
    ),
  );
  expect(judgement.verdict).not.toBe("test_document");
});

test.each([
  [
    "nobody, where the stamp names somebody",
    ORIGINAL.replace("<RUTRecep>76543210-3", "<RUTRecep>66666666-6"),
    "stamp_receiver_differs",
  ],
  [
    "two receivers",
    ORIGINAL.replace("</Receptor>", "</Receptor><Receptor><RUTRecep>76543210-3</RUTRecep></Receptor>"),
    "stamp_receiver_differs",
  ],
  ["more tax than the rate makes", ORIGINAL.replace("<MntNeto>38378", "<MntNeto>1"), "amounts_inconsistent"],
  ["parts beyond the whole", ORIGINAL.replace("<MntNeto>38378", "<MntNeto>90000"), "amounts_inconsistent"],
  [
    "another thing than was stamped",
    ORIGINAL.replace("<NmbItem>Cajón de Ñuñoa", "<NmbItem>Excavadora"),
    "stamp_item_differs",
  ],
])("a genuine stamp under a signature of one's own: %s is told", async (_, content, reason) => {
  const { signed, judgement } = await judged(file(resigned(content)));
  expect(signed.valid).toBe(true);
  expect(judgement.verdict).not.toBe("test_document");
  expect(judgement.reasons).toContain(reason);
});

test("a boleta that leaves its issuer's name out has that of its folios, else the RUT", async () => {
  const boleta = documento({ type: 39 }).replace("<RznSoc>RUT DE PRUEBA</RznSoc>", "");
  expect((await judged(file(resigned(boleta)))).dte.issuer).toMatchObject({ rut: "97975000-5", name: "RUT DE PRUEBA" });
  const unstamped = boleta.replace(/<TED.*<\/TED>/, "");
  expect((await judged(file(resigned(unstamped)))).dte.issuer.name).toBe("97975000-5");
  const invoice = documento().replace("<RznSoc>RUT DE PRUEBA</RznSoc>", "");
  expect(await readDteFile(file(resigned(invoice)), TODAY)).toMatchObject({
    value: { documents: [{ field: "RznSoc" }] },
  });
});

test.each(["windows-1252", "ISO-8859-1"])(
  "the dash of a Windows program holds where %s is declared",
  async (charset) => {
    // 0x96; its stamp is signed over the byte, its document over the letter that whoever reads the declaration sees.
    const dashed = dte({ item: "Pan \u0096 1 kg" });
    const { judgement } = await judged(relabelled(file(dashed, "ISO-8859-1"), "ISO-8859-1", charset));
    expect(judgement.reasons).not.toContain("stamp_signature_invalid");
    expect(judgement.reasons).toContain("certification_key");
  },
);

const COMMISSIONS =
  "<Comisiones><ValComNeto>10000</ValComNeto><ValComExe>0</ValComExe><ValComIVA>1900</ValComIVA></Comisiones>";

test.each<[what: string, made: Made, isRight: boolean]>([
  [
    "a settlement less its commission",
    { type: 43, net: 100_000, tax: 19_000, totals: COMMISSIONS, total: 107_100 },
    true,
  ],
  ["a settlement of more returned than sold", { type: 43, net: -1_000, tax: -190 }, true],
  [
    "a settlement whose commission is more than was sold",
    { type: 43, net: 1_000, tax: 190, totals: COMMISSIONS, total: -10_710 },
    true,
  ],
  [
    "a settlement without the commission that would make its sum",
    { type: 43, net: 100_000, tax: 19_000, total: 107_100 },
    false,
  ],
  ["an invoice that takes a commission off", { net: 100_000, tax: 19_000, totals: COMMISSIONS, total: 107_100 }, false],
  [
    "an invoice less the credit of builders",
    { net: 100_000, tax: 19_000, totals: "<CredEC>12350</CredEC>", total: 106_650 },
    true,
  ],
  ["a credit beyond the tax", { net: 100_000, tax: 19_000, totals: "<CredEC>90000</CredEC>", total: 29_000 }, false],
])("the amounts of %s are weighed as they are", async (_, made, isRight) => {
  const { judgement, signed } = await judged(file(dte(made)));
  expect(signed.valid).toBe(true);
  expect(judgement.verdict).not.toBe("altered");
  expect(judgement.reasons.includes("amounts_inconsistent")).toBe(!isRight);
  expect(judgement.reasons).not.toContain("stamp_malformed");
});

const XSI = ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
const XSD = ' xmlns:xsd="http://www.w3.org/2001/XMLSchema"';
const OWN = ` xmlns="${SII}"`;

test.each([
  ["sii_xsi_xsd", `${OWN}${XSD}${XSI}`],
  ["sii_xsd", `${OWN}${XSD}`],
  ["xsi", XSI],
  ["xsi_xsd", `${XSD}${XSI}`],
])("a document of %s that was taken out of it holds", async (context, signedIn) => {
  expect((await judged(file(dte({ signedIn })))).signed).toMatchObject({ valid: true, context });
});

test("a DTE with namespaces of its own holds inside an envelope that has others", async () => {
  const alone = dte({ signedIn: `${OWN}${XSD}` }).replace("<DTE ", `<DTE${OWN}${XSD} `);
  const read = await readDteFile(file(envelope([alone])), TODAY);
  expect(read).toMatchObject({ value: { documents: [{ signed: { valid: true, context: "own" } }] } });
});

test.each([
  [
    "a number for a letter",
    (ted: string) => ted.replace("Cajón de Ñuñoa</IT1>", "Caj&#243;n de &#209;u&#241;oa</IT1>"),
  ],
  ["a number for an ampersand", (ted: string) => ted.replaceAll("&amp;", "&#38;")],
  ["single quotes", (ted: string) => ted.replaceAll('"', "'")],
  ["a section", (ted: string) => ted.replace("<IT1>Cajón de Ñuñoa", "<IT1><![CDATA[Cajón de Ñuñoa]]>")],
  ["a prefix", (ted: string) => ted.replace('<CAF version="1.0">', `<CAF${XSI} version="1.0">`)],
])("a stamp that was written anew with %s holds", async (_, rewritten) => {
  const [ted = ""] = /<TED.*<\/TED>/.exec(ORIGINAL) ?? [];
  const { judgement } = await judged(file(resigned(ORIGINAL).replace(ted, () => rewritten(ted))));
  // The signature over the whole may know these writings as others; the stamp does not.
  expect(judgement.reasons).toContain("certification_key");
});

test("each document of a file is read in the encoding in which it holds", async () => {
  const plain = dte({ folio: 51, receiverName: "Sociedad", item: "Caja" });
  const bytes = relabelled(file(envelope([plain, dte({ folio: 52 })]), "UTF-8"), "UTF-8", "ISO-8859-1");
  const read = await readDteFile(bytes, TODAY);
  expect(read).toMatchObject({ value: { documents: [{ signed: { valid: true } }, { signed: { valid: true } }] } });
});

test.each([
  ["a line before its declaration", Uint8Array.from([10, ...file(dte())])],
  ["an end of file behind it", Uint8Array.from([...file(dte()), 26])],
  ["UTF-16 declared over bytes", relabelled(file(dte(), "UTF-8"), "UTF-8", "utf-16")],
])("reads a file with %s", async (_, bytes) => {
  expect((await judged(bytes)).judgement.verdict).toBe("test_document");
});

test("a flood of namespaces is refused, and an exponent that costs seconds is none", async () => {
  const floor = (i: number): string => Array.from({ length: 15 }, (_, j) => `xmlns:n${i}_${j}="u"`).join(" ");
  const nested = Array.from({ length: 25 }, (_, i) => `<a ${floor(i)}>`).join("");
  expect(await readDteFile(file(nested), TODAY)).toMatchObject({ ok: false, error: { reason: "too_many_namespaces" } });
  const long = GENUINE.replace(/<Exponent>[^<]+/, `<Exponent>${"A".repeat(512)}`);
  expect((await judged(file(long))).judgement.reasons).toContain("signature_malformed");
});
