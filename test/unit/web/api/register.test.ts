import { expect, test } from "vitest";
import { FAULTS_LISTED_MAX, type FileTold } from "#src/sii/index.ts";
import { registerTaken } from "#src/web/api/documents/register.ts";
import { answerOf } from "#src/web/api/errors.ts";
import type { SchemaNode } from "#src/web/api/reference/document.ts";
import { typeOf } from "#src/web/api/reference/fields.ts";
import { desk } from "./desk.ts";

const first = [
  { line: 3, reason: "rut" as const },
  { line: 7, reason: "columns" as const },
];

test("a register that was taken is a run and no document, with each line that is none", () => {
  const taken = { about: "file_taken", run_id: "01RUN", side: "compra", state: "registro", documents: 12 } as const;
  expect(registerTaken({ ...taken, faults: { count: 2, first } })).toEqual({
    id: null,
    status: "received",
    run_id: "01RUN",
    documents: 12,
    faults: first,
    faults_count: 2,
  });
});

const refusedAs = async (told: FileTold): Promise<unknown> => {
  try {
    return registerTaken(told);
  } catch (fault) {
    const answer = answerOf(fault);
    return { status: answer?.status, ...(await answer?.json<object>()) };
  }
};

test("one of which no line is a document is refused with these lines", async () => {
  expect(await refusedAs({ about: "file_refused", reason: "empty", detail: "2", faults: { count: 2, first } })).toEqual(
    {
      status: 422,
      error: {
        code: "register_empty",
        message: "No pude leer ninguna de las 2 líneas de ese archivo, y no anoté nada.",
        details: { faults: first, faults_count: 2 },
      },
    },
  );
});

test("one that is refused whole is told in words without the chat's marks", async () => {
  const refused = await refusedAs({ about: "file_refused", reason: "too_many_documents", detail: "5001" });
  expect(refused).toMatchObject({ status: 422, error: { code: "register_too_many_documents" } });
  expect(JSON.stringify(refused)).toContain("con «conectar sii» lo leo sin archivos");
  expect(refused).not.toHaveProperty("error.details");
});

type Described = {
  paths: Record<string, { post: { responses: Record<string, { content: Record<string, { schema: SchemaNode }> }> } }>;
  components: { schemas: Record<string, SchemaNode> };
};

test("the reference has a shape for it", async () => {
  const { ask } = desk();
  const { paths, components } = await (await ask("/openapi.json")).json<Described>();
  const answer = paths["/api/documents"]?.post.responses["202"]?.content["application/json"]?.schema;
  expect(typeOf(answer ?? {})).toBe("ReceivedRegister");
  const { id, run_id, faults } = components.schemas["ReceivedRegister"]?.properties ?? {};
  expect([id, run_id].map((field) => typeOf(field ?? {}))).toEqual(["null", "string"]);
  expect(faults?.description).toContain(`the first ${FAULTS_LISTED_MAX}`);
  expect(typeOf(faults?.items?.properties?.["reason"] ?? {})).toContain('"rut" | "folio"');
  expect(await (await ask("/docs")).text()).toContain("faults_count");
});
