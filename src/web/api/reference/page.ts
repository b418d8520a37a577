import { curlOf } from "./curl.ts";
import { operationsOf, schemasOf, type Content, type Operation, type Parameter, type Schemas } from "./document.ts";
import { fieldsOf, typeOf } from "./fields.ts";
import { codes, html, prose, verbatim, type Html } from "./html.ts";

type Shown = {
  info: { title: string; version: string; description?: string };
  paths?: object;
  components?: { schemas?: object };
};

/**
 * The reference as one page that needs nothing beside itself: no script, no font, no picture, no other host.
 * @param where `origin`: where its reader has it from, and the commands on it go
 */
export function pageOf(document: Shown, where: { style: string; origin: string }): string {
  const { style, origin } = where;
  const operations = operationsOf(document);
  const schemas = schemasOf(document);
  const groups = [...Map.groupBy(operations, ({ tag }) => tag)];
  const { title, version, description } = document.info;
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} API</title>
        ${verbatim(`<style>${style}</style>`)}
      </head>
      <body>
        <nav aria-label="Routes">
          <p class="brand">${title} <span>API ${version}</span></p>
          ${groups.map(
            ([tag, group]) =>
              html`<h2>${tag}</h2>
                <ul>
                  ${group.map(link)}
                </ul>`,
          )}
        </nav>
        <main>
          <header>
            <h1>${title} API</h1>
            ${prose(description ?? "")}
            <pre>
export LUCAS=${origin}
export TOKEN=lu_…</pre>
            <p>For programs: <a href="/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
          </header>
          ${groups.map(
            ([tag, group]) =>
              html`<section>
                <h2 class="tag">${tag}</h2>
                ${group.map((each) => article(each, schemas))}
              </section>`,
          )}
        </main>
      </body>
    </html> `;
  return page.markup;
}

function link(operation: Operation): Html {
  return html`<li>
    <a href="#${anchorOf(operation)}">${methodOf(operation)} <span>${operation.summary}</span></a>
  </li>`;
}

function article(operation: Operation, schemas: Schemas): Html {
  const { path, summary, description, parameters, body, responses } = operation;
  return html`<article id="${anchorOf(operation)}">
    <h3>${summary}</h3>
    <p class="route">${methodOf(operation)} <code>${path}</code> ${entrance(operation)}</p>
    ${description === "" ? html`` : prose(description)}
    <pre>${curlOf(operation)}</pre>
    ${
      parameters.length === 0
        ? html``
        : html`<h4>Parameters</h4>
            <ul class="fields">
              ${parameters.map(parameter)}
            </ul>`
    }
    ${contents(body, schemas).map(
      (fields) =>
        html`<h4>Body</h4>
          ${fields}`,
    )}
    <h4>Answers</h4>
    ${responses.map((response) => answer(response, schemas))}
  </article> `;
}

function entrance({ entrance: asked }: Operation): Html {
  if (asked === null) return html`<span class="entrance">open to all</span>`;
  const words = asked === "operator" ? "operator" : `scope ${asked}`;
  return html`<span class="entrance">${words}</span>`;
}

function parameter({ name, in: place, required, schema, description }: Parameter): Html {
  const optional = required ? html`` : html` <span class="optional">optional</span>`;
  const note = description ?? schema?.description ?? "";
  return html`<li>
    <code class="name">${name}</code> <span class="type">${place}, ${typeOf(schema ?? {})}</span>${optional}
    <span class="note">${codes(note)}</span>
  </li>`;
}

/** Refusals share one form, so only their meaning is shown. */
function answer({ status, description, content }: Operation["responses"][number], schemas: Schemas): Html {
  const line = html`<code class="status s${status.charAt(0)}">${status}</code> ${codes(description)}`;
  const fields = status.startsWith("2") ? contents(content, schemas) : [];
  const [shape] = fields;
  return shape === undefined || shape.markup === ""
    ? html`<p class="answer">${line}</p>`
    : html`<details>
        <summary>${line}</summary>
        ${shape}
      </details>`;
}

function contents(content: Content, schemas: Schemas): Html[] {
  return Object.values(content).flatMap(({ schema }) => (schema ? [fieldsOf(schema, schemas)] : []));
}

function methodOf({ method }: Operation): Html {
  return html`<b class="method ${method}">${method.toUpperCase()}</b>`;
}

function anchorOf({ method, path }: Operation): string {
  return `${method}${path.replace(/[^a-z0-9]+/gi, "-")}`;
}
