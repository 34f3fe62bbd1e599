import type { OpenAPIHono } from "@hono/zod-openapi";
import { isDoneOnce } from "./once.ts";

/** As much of OpenAPI 3.1 as the reference reads. */
interface Operation {
  readonly summary?: string;
  readonly description?: string;
  parameters?: { readonly name: string; readonly in: string; readonly required?: boolean; readonly description?: string; readonly schema?: object }[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: object }>> };
  readonly responses?: Readonly<Record<string, { readonly description?: string }>>;
  tags?: string[];
  security?: object[];
}
export interface Description {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string; readonly description?: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, object>> };
}

const TAGS: readonly (readonly [RegExp, string])[] = [
  [/^\/session/, "Signing in"],
  [/^\/account/, "One's own account"],
  [/^\/invitations/, "Invitations"],
  [/^\/workspaces\/\{workspace\}\/(?:members|invitations)/, "Members"],
  [/^\/guests|^\/workspaces\/\{workspace\}\/(?:guests|visit)/, "Guests"],
  [/^\/workspaces\/\{workspace\}\/people/, "Members"],
  [/^\/workspaces\/\{workspace\}\/keys/, "Keys for programs"],
  [/^\/workspaces\/\{workspace\}\/webhooks/, "Webhooks"],
  [/^\/workspaces\/\{workspace\}\/(?:single-sign-on|sign-in-rules)/, "Signing in"],
  [/^\/workspaces\/\{workspace\}\/history/, "History"],
  [/^\/workspaces\/\{workspace\}\/(?:comments|evidence|contacts$|presence)/, "Beside the rows"],
  [/^\/signing|^\/workspaces\/\{workspace\}\/(?:versions|sign-policy|signator)/, "Versions and signatures"],
  [/^\/workspaces\/\{workspace\}\/(?:agreement|stands|proposals)/, "Agreement"],
  [/^\/contact-checks|^\/workspaces\/\{workspace\}\/contact-/, "Are numbers still correct"],
  [/^\/workspaces\/\{workspace\}\/review/, "Reviews"],
  [/^\/minute-tests|^\/workspaces\/\{workspace\}\/minute-tests/, "The one-minute test"],
  [/^\/workspaces\/\{workspace\}\/(?:duty|swaps)/, "Turns and swaps"],
  [/^\/workspaces\/\{workspace\}\/(?:who|proof)/, "Who may decide"],
  [/^\/workspaces\/(?:import|\{workspace\}\/(?:export|import))/, "Export and import"],
  [/^\/workspaces\/\{workspace\}\/card/, "Break-glass"],
  [/^\/workspaces\/\{workspace\}\/(?:appendix|stationery)/, "Contract appendix"],
  [/^\/workspaces\/\{workspace\}\//, "The draft"],
  [/^\/(?:deleted-)?workspaces/, "Workspaces"],
];

/** Paths that open to a key, by the scope they ask for; the walk along every route holds this against what is served. */
export const FOR_KEYS: Readonly<Record<string, "read" | "edit">> = {
  "GET /workspaces/{workspace}": "read",
  "GET /workspaces/{workspace}/matrix": "read",
  "GET /workspaces/{workspace}/edits": "read",
  "GET /workspaces/{workspace}/history": "read",
  "GET /workspaces/{workspace}/history/file": "read",
  "GET /workspaces/{workspace}/history/entries": "read",
  "GET /workspaces/{workspace}/history/state": "read",
  "GET /workspaces/{workspace}/who": "read",
  "GET /workspaces/{workspace}/proof": "read",
  "GET /workspaces/{workspace}/events": "read",
  "GET /workspaces/{workspace}/appendix": "read",
  "GET /workspaces/{workspace}/comments": "read",
  "GET /workspaces/{workspace}/evidence": "read",
  "GET /workspaces/{workspace}/agreement": "read",
  "GET /workspaces/{workspace}/proposals": "read",
  "GET /workspaces/{workspace}/reviews": "read",
  "GET /workspaces/{workspace}/versions": "read",
  "GET /workspaces/{workspace}/versions/serving": "read",
  "GET /workspaces/{workspace}/versions/{number}": "read",
  "GET /workspaces/{workspace}/versions/{number}/document": "read",
  "GET /workspaces/{workspace}/versions/{number}/certificate": "read",
  "GET /workspaces/{workspace}/versions/{number}/file": "read",
  "POST /workspaces/{workspace}/edits": "edit",
  "POST /workspaces/{workspace}/undo": "edit",
  "POST /workspaces/{workspace}/redo": "edit",
  "POST /workspaces/{workspace}/history/{revision}/undo": "edit",
};

/** Paths where guests by link come in, too; held against what is served in the same way. */
export const FOR_GUESTS: readonly string[] = ["GET /workspaces/{workspace}", "GET /workspaces/{workspace}/matrix", "GET /workspaces/{workspace}/edits", "GET /workspaces/{workspace}/history", "GET /workspaces/{workspace}/who", "GET /workspaces/{workspace}/proof", "GET /workspaces/{workspace}/events", "POST /workspaces/{workspace}/presence", "GET /workspaces/{workspace}/comments", "POST /workspaces/{workspace}/comments", "PATCH /workspaces/{workspace}/comments/{comment}", "DELETE /workspaces/{workspace}/comments/{comment}", "GET /workspaces/{workspace}/evidence", "GET /workspaces/{workspace}/agreement", "GET /workspaces/{workspace}/proposals", "DELETE /workspaces/{workspace}/visit"];

/** A request that makes something may be named, and is then done once however often it is sent. */
const NAMED = { name: "Idempotency-Key", in: "header", required: false, description: "the same key with the same body is answered as the first time for 24 hours, and nothing is done twice", schema: { type: "string", minLength: 16, maxLength: 200 } };

/** The API as OpenAPI 3.1: what the routes say of themselves, with their path parameters and who may come in. */
export function describe(api: OpenAPIHono): Description {
  const made = api.getOpenAPI31Document({ openapi: "3.1.0", info: { title: "Remit", version: "1", description: "The responsibility matrix between a client and its provider. Programs send `Authorization: Bearer remit_key_…`; pages carry a session cookie. What goes wrong is answered as application/problem+json. Lists come in pieces: send `next` of one as `after` of the next. 429 says with `Retry-After` when to come again." }, servers: [{ url: "/api" }] }) as unknown as Description;
  for (const [path, operations] of Object.entries(made.paths))
    for (const [method, operation] of Object.entries(operations)) {
      const said = operation.parameters ?? [];
      const lacking = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "").filter((name) => !said.some((one) => one.in === "path" && one.name === name));
      operation.parameters = [...lacking.map((name) => ({ name, in: "path", required: true, schema: { type: "string", format: "uuid" } })), ...said, ...(isDoneOnce(method, path) ? [NAMED] : [])];
      operation.tags = [TAGS.find(([at]) => at.test(path))?.[1] ?? "Others"];
      const scope = FOR_KEYS[`${method.toUpperCase()} ${path}`];
      const open = /^\/(?:session|invitations|guests|contact-checks|minute-tests|signing)/.test(path) && !(path === "/session" && method === "get");
      operation.security = open ? [] : [{ session: [] }, ...(scope ? [{ key: [scope] }] : []), ...(FOR_GUESTS.includes(`${method.toUpperCase()} ${path}`) ? [{ guest: [] }] : [])];
    }
  return { ...made, components: { ...made.components, securitySchemes: { session: { type: "apiKey", in: "cookie", name: "remit_session" }, guest: { type: "apiKey", in: "cookie", name: "remit_guest", description: "a guest by link, in one workspace" }, key: { type: "http", scheme: "bearer", description: "a key for programs; `read` or `edit`" } } } as never };
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] ?? "");
/** Words with names of the API in backticks. */
const worded = (text: string): string => escaped(text).replace(/`([^`]+)`/g, "<code>$1</code>");
const code = (value: unknown): string => `<pre><code>${escaped(JSON.stringify(value, null, 2))}</code></pre>`;
const slug = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, "-");

const STYLE = `:root{color-scheme:light dark;--ink:#16202b;--soft:#5a6672;--line:#dde2e6;--paper:#fff;--accent:#0f6b5c}
@media (prefers-color-scheme:dark){:root{--ink:#e8ecf0;--soft:#9aa6b2;--line:#2c343d;--paper:#14191f;--accent:#5cc4b2}}
body{font:15px/1.55 system-ui,sans-serif;color:var(--ink);background:var(--paper);max-width:920px;margin:0 auto;padding:28px 20px 80px}
h1{font-size:24px}h2{font-size:18px;margin-top:40px;border-bottom:1px solid var(--line);padding-bottom:6px}
nav a,a{color:var(--accent)}nav{display:flex;flex-wrap:wrap;gap:6px 16px}
details{border:1px solid var(--line);border-radius:8px;margin:8px 0;padding:8px 14px}summary{cursor:pointer;display:flex;flex-wrap:wrap;gap:4px 12px;align-items:baseline}
summary b{font:600 12px/1 ui-monospace,monospace;min-width:56px;color:var(--accent)}summary code{overflow-wrap:anywhere}summary span{color:var(--soft)}
pre{overflow:auto;border:1px solid var(--line);border-radius:8px;padding:10px 12px;font-size:13px}code{font-family:ui-monospace,monospace;font-size:13px}dt{font-weight:600}dd{margin:0 0 6px}p.who{color:var(--soft)}`;

function said([path, method, operation]: readonly [string, string, Operation]): string {
  const body = Object.values(operation.requestBody?.content ?? {})[0]?.schema;
  const scope = FOR_KEYS[`${method.toUpperCase()} ${path}`];
  const who = operation.security?.length === 0 ? "Open to everybody." : scope ? `A session, or a key with the scope \`${scope}\`.` : "A session; no key.";
  const parameters = (operation.parameters ?? []).map((one) => `<dt><code>${escaped(one.name)}</code></dt><dd>in the ${escaped(one.in)}${one.required ? "" : ", may be left out"}${one.description === undefined ? "" : `: ${worded(one.description)}`}</dd>`).join("");
  const responses = Object.entries(operation.responses ?? {}).map(([status, { description = "" }]) => `<dt><code>${escaped(status === "default" ? "else" : status)}</code></dt><dd>${worded(description)}</dd>`).join("");
  return `<details><summary><b>${method.toUpperCase()}</b> <code>/api${escaped(path)}</code> <span>${worded(operation.summary ?? "")}</span></summary><p class="who">${worded(who)}</p>${parameters ? `<dl>${parameters}</dl>` : ""}${body ? `<h4>Body</h4>${code(body)}` : ""}<h4>Answers</h4><dl>${responses}</dl></details>`;
}

/** The same for people, as one page without scripts. @param nonce of the answer's Content-Security-Policy. */
export function referencePage(description: Description, nonce: string): string {
  const all = Object.entries(description.paths).flatMap(([path, operations]) => Object.entries(operations).map(([method, operation]) => [path, method, operation] as const));
  const groups = Map.groupBy(all, ([, , { tags }]) => tags?.[0] ?? "Others");
  const schemas = Object.entries(description.components?.schemas ?? {}).map(([name, schema]) => `<details id="schema-${slug(name)}"><summary><code>${escaped(name)}</code></summary>${code(schema)}</details>`).join("");
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Remit: the API</title><link rel="icon" href="/icon.svg" type="image/svg+xml"><style nonce="${nonce}">${STYLE}</style></head><body>
<h1>The HTTP API of Remit</h1><p>${worded(description.info.description ?? "")} For programs: <a href="/api/openapi.json">OpenAPI 3.1</a>.</p>
<pre><code>curl -H "Authorization: Bearer $REMIT_KEY" https://remit.example/api/workspaces/$WORKSPACE/matrix</code></pre>
<nav aria-label="Parts">${[...groups.keys(), "Shapes"].map((tag) => `<a href="#${slug(tag)}">${escaped(tag)}</a>`).join("")}</nav>
<main>${[...groups].map(([tag, operations]) => `<h2 id="${slug(tag)}">${escaped(tag)}</h2>${operations.map(said).join("")}`).join("")}<h2 id="shapes">Shapes</h2>${schemas}</main></body></html>`;
}
