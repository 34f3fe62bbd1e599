import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../test/database.ts";
import { houses } from "../../../test/house.ts";
import { command, methodOf, pathOf, ROUTES } from "../../../test/routes.ts";
import { FOR_GUESTS as SAID_GUESTS, FOR_KEYS as SAID, type Description } from "./reference.ts";

const at = testDatabase();
const house = houses(at);

/** Who is refused where not everybody may. */
const REFUSED: Readonly<Partial<Record<(typeof ROUTES)[string]["may"], readonly string[]>>> = {
  talkers: ["viewer", "auditor"],
  deciders: ["operator", "viewer", "auditor"],
  editors: ["approver", "operator", "viewer", "auditor"],
  owner: ["approver", "operator", "viewer", "auditor"],
};
describe("the walk along every route", () => {
  test("knows every route there is", async () => {
    const { api } = await house();
    const served = new Set(api.routes.filter(({ method, path }) => method !== "ALL" && !path.includes("*")).map(({ method, path }) => `${method} ${path}`));
    expect([...served].sort()).toEqual(Object.keys(ROUTES).sort());
  });

  test.each(Object.entries(ROUTES).filter(([, { may }]) => may !== "everybody"))("%s asks who is there", async (route, { body }) => {
    const { ask, workspace } = await house();
    for (const cookie of [undefined, "remit_session=wrong", `remit_session=${"x".repeat(300)}`]) expect((await ask(cookie, methodOf(route), pathOf(route, workspace), body?.())).status).toBe(401);
  });

  test.each(Object.entries(ROUTES).filter(([route]) => route.includes(":workspace")))("%s is nothing to a stranger from another workspace", async (route, { body }) => {
    const { ask, workspace, signIn } = await house();
    const eve = await signIn("Eve");
    const answer = await ask(eve.cookie, methodOf(route), pathOf(route, workspace), body?.());
    expect(answer.status).toBe(404);
    const nowhere = await ask(eve.cookie, methodOf(route), pathOf(route, randomUUID()), body?.());
    expect(await answer.text()).toBe(await nowhere.text());
    expect((await ask(eve.cookie, methodOf(route), pathOf(route, "..%2f..%2fetc"), body?.())).status).toBe(404);
  });

  test.each(Object.entries(ROUTES).flatMap(([route, about]) => (REFUSED[about.may] ?? []).map((role) => [route, role, about.body] as const)))("%s is refused to a %s", async (route, role, body) => {
    const { ask, workspace, member, ana } = await house();
    const who = await member(role);
    const before = await (await ask(ana.cookie, "GET", `/workspaces/${workspace}/matrix`)).text();
    expect([403, 409]).toContain((await ask(who.cookie, methodOf(route), pathOf(route, workspace), body?.())).status);
    expect(await (await ask(ana.cookie, "GET", `/workspaces/${workspace}/matrix`)).text()).toBe(before);
  });

  test.each(["approver", "operator", "viewer", "auditor"])("a %s reads", async (role) => {
    const { ask, workspace, member } = await house();
    const who = await member(role);
    for (const [route, { may }] of Object.entries(ROUTES)) if (may === "members" && route.startsWith("GET") && !route.endsWith("/events") && !route.endsWith("/import/history") && !route.includes("/:number")) expect((await ask(who.cookie, "GET", pathOf(route, workspace))).status).toBe(200);
  });

  test("an editor deletes no workspace", async () => {
    const { ask, workspace, member } = await house();
    expect((await ask((await member("editor")).cookie, "DELETE", `/workspaces/${workspace}`, {})).status).toBe(403);
  });
});

/** What programs may do with their keys, as the reference says it; everything else only people do. */
const FOR_KEYS: Readonly<Record<string, "read" | "edit" | undefined>> = Object.fromEntries(Object.entries(SAID).map(([route, scope]) => [route.replaceAll(/\{(\w+)\}/g, ":$1"), scope]));

describe("a key for programs", () => {
  const keyed = async (edit: boolean) => {
    const at = await house();
    const { key, id } = (await (await at.ask(at.ana.cookie, "POST", `/workspaces/${at.workspace}/keys`, { name: "A program", edit })).json()) as { key: string; id: string };
    const use = (route: string, workspace = at.workspace, body: unknown = ROUTES[route]?.body?.()) => at.ask(undefined, methodOf(route), pathOf(route, workspace), body, { authorization: `Bearer ${key}` });
    return { ...at, key, id, use };
  };
  const asked = Object.entries(ROUTES).filter(([route, { may }]) => may !== "everybody" && !route.endsWith("/events"));

  test.each(asked)("%s is open to it as far as its scopes reach, and to no stranger's", async (route) => {
    for (const edit of [false, true]) {
      const { use, ask, signIn } = await keyed(edit);
      const open = FOR_KEYS[route] === "read" || (FOR_KEYS[route] === "edit" && edit);
      const { status } = await use(route);
      // Here no version is there yet.
      if (open) expect(route.includes("/:number") ? [404] : [200, 409]).toContain(status);
      else expect(status).toBe(403);
      if (!route.includes(":workspace")) continue;
      const eve = await signIn("Eve");
      const { id } = (await (await ask(eve.cookie, "POST", "/workspaces", { name: "Eve's" })).json()) as { id: string };
      expect((await use(route, id)).status).toBe(404);
    }
  });

  test("opens nothing when it is revoked, late, wrong, or its member has left", async () => {
    const matrix = "GET /workspaces/:workspace/matrix";
    const edits = "POST /workspaces/:workspace/edits";
    for (const end of ["revoked_at = now()", "expires_at = now()"]) {
      const { use, id } = await keyed(true);
      expect([(await use(matrix)).status, (await use(edits)).status]).toEqual([200, 200]);
      await at.asOwner(`update remit.api_key set ${end} where key_id = $1`, [id]);
      expect([(await use(matrix)).status, (await use(edits)).status]).toEqual([401, 401]);
    }
    const { use, ana, ask, workspace, key } = await keyed(true);
    expect((await use(edits)).status).toBe(200);
    await at.asOwner("update remit.member set until = now() where workspace_id = $1 and account_id = $2", [workspace, ana.account]);
    expect([(await use(matrix)).status, (await use(edits)).status]).toEqual([401, 401]);
    for (const authorization of [`Bearer ${key}x`, "Bearer", "Basic eA==", `Bearer ${ana.cookie.split("=")[1]}`]) expect((await ask(ana.cookie, "GET", `/workspaces/${workspace}/matrix`, undefined, { authorization })).status).toBe(401);
  });

  test("falls back to reading with its member's role", async () => {
    const { use, ana, workspace } = await keyed(true);
    await at.asOwner("update remit.member set role = 'viewer' where workspace_id = $1 and account_id = $2", [workspace, ana.account]);
    expect((await use("GET /workspaces/:workspace/matrix")).status).toBe(200);
    expect((await use("POST /workspaces/:workspace/edits")).status).toBe(403);
  });

  test("is stored as a hash, shown once, and seen by its maker and the owners of their party", async () => {
    const { key, ask, ana, workspace, member, id } = await keyed(false);
    expect(JSON.stringify(await at.asOwner("select * from remit.api_key"))).not.toContain(key);
    const keys = async (cookie: string) => ((await (await ask(cookie, "GET", `/workspaces/${workspace}/keys`)).json()) as { keys: object[] }).keys;
    expect(await keys(ana.cookie)).toMatchObject([{ id, name: "A program", scopes: ["read"], revoked: false }]);
    expect(await keys((await member("editor")).cookie)).toEqual([]);
    expect(await keys((await member("owner", "another")).cookie)).toEqual([]);
    const ed = await member("viewer");
    expect((await ask(ed.cookie, "POST", `/workspaces/${workspace}/keys`, { name: "Mine", edit: false })).status).toBe(201);
    expect((await ask(ed.cookie, "DELETE", `/workspaces/${workspace}/keys/${id}`)).status).toBe(404);
    expect((await ask(ana.cookie, "DELETE", `/workspaces/${workspace}/keys/${id}`)).status).toBe(204);
  });
});

/** Where guests come in, as the reference says it; everything else is not theirs. */
const FOR_GUESTS: ReadonlySet<string> = new Set(SAID_GUESTS.map((route) => route.replaceAll(/\{(\w+)\}/g, ":$1")));
const walked = Object.entries(ROUTES).filter(([, { may }]) => may !== "everybody");

describe("a guest by link", () => {
  test.each(walked)("%s is open to them as far as guests come, whatever their purpose, and changes nothing", async (route, { body, may }) => {
    const { ask, workspace, guest, ana } = await house();
    const matrix = async () => (await ask(ana.cookie, "GET", `/workspaces/${workspace}/matrix`)).text();
    const before = await matrix();
    for (const purpose of ["read", "comment"]) {
      const { cookie } = await guest({ purpose });
      const answer = await ask(cookie, methodOf(route), pathOf(route, workspace), body?.());
      await answer.body?.cancel();
      if (FOR_GUESTS.has(route) && may === "talkers" && purpose === "read") expect(answer.status).toBe(403);
      else if (FOR_GUESTS.has(route)) expect([200, 204, 404]).toContain(answer.status);
      else expect(answer.status).toBe(route.includes(":workspace") ? 403 : 401);
    }
    expect(await matrix()).toBe(before);
  });

  test.each(walked.filter(([route]) => route.includes(":workspace")))("%s is closed once the link is revoked, late, or its maker has left, and in any other workspace", async (route, { body }) => {
    const { ask, workspace, guest, signIn } = await house();
    const ends = ["update remit.guest set revoked_at = now() where guest_id = $1", "update remit.guest set expires_at = now() where guest_id = $1", "update remit.member set until = now() where account_id = (select made_by from remit.guest where guest_id = $1)"];
    const eve = await signIn("Eve");
    const { id: elsewhere } = (await (await ask(eve.cookie, "POST", "/workspaces", { name: "Eve's" })).json()) as { id: string };
    for (const end of ends) {
      const { id, cookie } = await guest();
      expect((await ask(cookie, methodOf(route), pathOf(route, elsewhere), body?.())).status).toBe(401);
      await at.asOwner(end, [id]);
      expect((await ask(cookie, methodOf(route), pathOf(route, workspace), body?.())).status).toBe(401);
    }
  });
});

describe("somebody the server knows already", () => {
  const named = (id: string) => ({ ...command(), edits: [{ do: "set", at: { kind: "activity", id }, field: "title", value: "" }] });

  test("learns nothing of another workspace by editing there, not even which rows it has", async () => {
    const { ask, ana, workspace, signIn } = await house();
    const eve = await signIn("Eve");
    const own = (await (await ask(eve.cookie, "POST", "/workspaces", { name: "Eve's" })).json()) as { id: string };
    expect((await ask(eve.cookie, "POST", `/workspaces/${own.id}/edits`, command())).status).toBe(200);
    const { document } = (await (await ask(ana.cookie, "GET", `/workspaces/${workspace}/matrix`)).json()) as { document: { activities: { id: string }[] } };
    expect((await ask(ana.cookie, "POST", `/workspaces/${workspace}/edits`, command())).status).toBe(200);
    const answers = await Promise.all([document.activities[0]?.id ?? "", "nowhere"].map(async (id) => {
      const answer = await ask(eve.cookie, "POST", `/workspaces/${workspace}/edits`, named(id));
      return `${answer.status} ${await answer.text()}`;
    }));
    expect(answers[0]).toMatch(/^404 /);
    expect(new Set(answers).size).toBe(1);
  });

  test("is nobody once signed out, whatever the edit says", async () => {
    const { ask, ana, workspace } = await house();
    expect((await ask(ana.cookie, "POST", `/workspaces/${workspace}/edits`, command())).status).toBe(200);
    await ask(ana.cookie, "DELETE", "/session", {});
    for (const body of [command(), named("nowhere")]) expect((await ask(ana.cookie, "POST", `/workspaces/${workspace}/edits`, body)).status).toBe(401);
  });
});

describe("what is sent to the API", () => {
  const bad: [string, unknown, number][] = [
    ["no JSON", "{", 400],
    ["an unknown edit", { ...command(), edits: [{ do: "explode" }] }, 422],
    ["a field too much", { ...command(), admin: true }, 422],
    ["no edits", { ...command(), edits: [] }, 422],
    ["an id that is changed", { ...command(), edits: [{ do: "set", at: { kind: "activity", id: "x" }, field: "id", value: "y" }] }, 422],
    ["a row that is not there", { ...command(), edits: [{ do: "set", at: { kind: "activity", id: "nowhere" }, field: "title", value: "y" }] }, 422],
    ["a list set as a whole", { ...command(), edits: [{ do: "set-matrix", field: "activities", value: [] }] }, 422],
    ["a field of the prototype", { ...command(), edits: [{ do: "set-matrix", field: "__proto__", value: { x: 1 } }] }, 422],
    ["a document that is none", { ...command(), edits: [{ do: "replace", document: { remit: 1, title: "x", parties: "no" } }] }, 422],
    ["half a character", { ...command(), edits: [{ do: "set-matrix", field: "title", value: "half \ud800 of one" }] }, 422],
    ["half a character in its own name", { ...command(), what: "\udc00" }, 422],
    ["a zero byte", { ...command(), edits: [{ do: "set-matrix", field: "title", value: "a\u0000b" }] }, 422],
    ["deep JSON", `{"id":${"[".repeat(5_000)}${"]".repeat(5_000)}}`, 422],
  ];
  test.each(bad)("%s is refused as a problem document, and nothing is written", async (_, body, status) => {
    const { ask, ana, workspace, logged } = await house();
    const before = await (await ask(ana.cookie, "GET", `/workspaces/${workspace}/matrix`)).text();
    const answer = await ask(ana.cookie, "POST", `/workspaces/${workspace}/edits`, body);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    expect(await (await ask(ana.cookie, "GET", `/workspaces/${workspace}/matrix`)).text()).toBe(before);
    expect(logged).toEqual([]);
  });

  test("a page of another address cannot write with somebody's cookie", async () => {
    const { ask, ana, workspace } = await house();
    const path = `/workspaces/${workspace}/edits`;
    for (const headers of [{ origin: "https://evil.example" }, { "sec-fetch-site": "cross-site" }, { "sec-fetch-site": "same-site" }, { origin: "null" }] as Record<string, string>[]) expect((await ask(ana.cookie, "POST", path, command(), headers)).status).toBe(403);
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"]) expect((await ask(ana.cookie, "POST", path, command(), { "content-type": type })).status).toBe(415);
    expect((await ask(ana.cookie, "POST", path, command(), { origin: "http://remit.test", "sec-fetch-site": "same-origin" })).status).toBe(200);
  });

  test("a revision that is not the newest is refused where the sender asked for that", async () => {
    const { ask, ana, workspace } = await house();
    const matrix = await ask(ana.cookie, "GET", `/workspaces/${workspace}/matrix`);
    const tag = matrix.headers.get("etag") ?? "";
    expect((await ask(ana.cookie, "GET", `/workspaces/${workspace}/matrix`, undefined, { "if-none-match": tag })).status).toBe(304);
    const path = `/workspaces/${workspace}/edits`;
    expect((await ask(ana.cookie, "POST", path, command(), { "if-match": tag })).status).toBe(200);
    expect((await ask(ana.cookie, "POST", path, command(), { "if-match": tag })).status).toBe(412);
    expect((await ask(ana.cookie, "GET", `/workspaces/${workspace}/matrix`, undefined, { "if-none-match": tag })).status).toBe(200);
  });

  test("more than the limit is refused before it is read", async () => {
    const { ask, ana, workspace } = await house();
    expect((await ask(ana.cookie, "POST", `/workspaces/${workspace}/edits`, "x".repeat(25 * 1024 * 1024))).status).toBe(413);
  });

  test("the one-time link works once, for one", async () => {
    const { ask } = await house();
    const wrong = await ask(undefined, "POST", "/session", { token: "y".repeat(43) });
    expect(wrong.status).toBe(401);
    expect(wrong.headers.get("set-cookie")).toBeNull();
  });
});

describe("what the API says of itself", () => {
  test("names every route that is served, with its parameters and who may come in", async () => {
    const { ask } = await house();
    const description = (await (await ask(undefined, "GET", "/openapi.json")).json()) as Description;
    expect(description.openapi).toMatch(/^3\.1/);
    const described = Object.entries(description.paths).flatMap(([path, operations]) => Object.entries(operations).map(([method, operation]) => ({ route: `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ":$1")}`, path, operation })));
    // A stream and the description itself are no operations.
    expect(described.map(({ route }) => route).sort()).toEqual(Object.keys(ROUTES).filter((route) => !/\/events$|openapi\.json$|\/reference$/.test(route)).sort());
    for (const { path, operation, route } of described) {
      expect(operation.summary, route).toBeTruthy();
      expect(operation.tags, route).not.toEqual(["Others"]);
      expect(operation.parameters?.filter((one) => one.in === "path").map(({ name }) => name).sort(), route).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort());
      expect(operation.security?.length === 0, route).toBe(ROUTES[route]?.may === "everybody");
    }
  });

  test("is a page for people too, without a script, under its own policy", async () => {
    const { ask } = await house();
    const answer = await ask(undefined, "GET", "/reference");
    const page = await answer.text();
    const nonce = /<style nonce="([^"]+)">/.exec(page)?.[1] ?? "";
    expect(answer.headers.get("content-security-policy")).toContain(`'nonce-${nonce}'`);
    expect(page).not.toContain("<script");
    for (const words of ["/api/workspaces/{workspace}/edits", "a key with the scope", "Keys for programs"]) expect(page).toContain(words);
  });
});
