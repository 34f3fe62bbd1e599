import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../test/database.ts";
import { houses } from "../../../test/house.ts";
import { methodOf, pathOf, ROUTES } from "../../../test/routes.ts";
import { describe as described } from "./reference.ts";

const at = testDatabase();
const house = houses(at);

/** Words that would do something if anything took them for more than words. */
const TRICKS = ["'; drop table remit.workspace cascade; --", "' or '1'='1", "\\'; update remit.member set role = 'owner'; --", "$1", "%27%20or%201=1", "${7*7}", "../../../../etc/passwd", "{\"$gt\":\"\"}", "__proto__", "\u202e\u0000\ufeff"];

/** A body with one of its texts replaced, once for each text in it. */
function* bent(body: unknown, trick: string): Generator<unknown> {
  if (typeof body === "string") return yield trick;
  if (Array.isArray(body)) for (const [i, one] of body.entries()) for (const each of bent(one, trick)) yield body.with(i, each);
  else if (typeof body === "object" && body !== null) for (const [key, one] of Object.entries(body)) for (const each of bent(one, trick)) yield { ...body, [key]: each };
}

/** What must be there afterwards as it was before. */
const standing = async (workspace: string) => JSON.stringify([await at.asOwner("select count(*) from remit.workspace where workspace_id = $1", [workspace]), await at.asOwner("select account_id, role from remit.member where workspace_id = $1 order by 1", [workspace])]);

describe("words that are code somewhere else", () => {
  test.each(Object.entries(ROUTES).filter(([route, { body }]) => body && !route.startsWith("DELETE") && !route.includes("/session") && !route.includes("/erase")))("are words in every text of %s", async (route, { body }) => {
    const { ask, workspace, ana, member, logged } = await house();
    await member("viewer");
    const before = await standing(workspace);
    for (const trick of TRICKS)
      for (const one of bent(body?.(), trick)) {
        const answer = await ask(ana.cookie, methodOf(route), pathOf(route, workspace), one);
        expect(answer.status, `${route} ${JSON.stringify(one)}`).toBeLessThan(500);
        await answer.body?.cancel();
      }
    expect(logged).toEqual([]);
    // The owner may have named their own party meanwhile, and nobody else's role.
    if (!route.includes("/members/")) expect(await standing(workspace)).toBe(before);
  });

  test("are words in every parameter of every address", async () => {
    const { api, ask, workspace, ana, logged } = await house();
    const before = await standing(workspace);
    for (const [path, operations] of Object.entries(described(api).paths)) {
      const { get } = operations;
      if (!get || path.includes("/callback") || path.endsWith("/export") || path.endsWith("/file")) continue;
      const here = path.replace("{workspace}", workspace).replaceAll(/\{\w+\}/g, "x");
      for (const { name, in: where } of get.parameters ?? [])
        for (const trick of TRICKS) {
          const bad = where === "query" ? `${here}?${name}=${encodeURIComponent(trick)}` : path.replace(`{${name}}`, encodeURIComponent(trick)).replace("{workspace}", workspace).replaceAll(/\{\w+\}/g, "x");
          const answer = await ask(ana.cookie, "GET", bad);
          expect(answer.status, bad).toBeLessThan(500);
          await answer.body?.cancel();
        }
    }
    expect(logged).toEqual([]);
    expect(await standing(workspace)).toBe(before);
  });

  test("as a header are nobody", async () => {
    const { ask, workspace } = await house();
    for (const trick of TRICKS.filter((each) => !/[^\x20-\x7e]/.test(each)))
      for (const headers of [{ authorization: trick }, { authorization: `Bearer remit_key_${trick}` }, { cookie: `remit_session=${encodeURIComponent(trick)}` }, { cookie: `remit_guest=${encodeURIComponent(trick)}` }, { "x-forwarded-for": trick, "x-real-ip": trick, forwarded: `for=${trick}` }] as Record<string, string>[])
        expect((await ask(undefined, "GET", `/workspaces/${workspace}/matrix`, undefined, headers)).status).toBe(401);
  });
});

describe("a body that is a burden", () => {
  const burdens: readonly (readonly [string, string])[] = [
    ["deep lists", `${"[".repeat(100_000)}${"]".repeat(100_000)}`],
    ["deep objects", `${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}`],
    ["one key a million times", `{${Array.from({ length: 200_000 }, () => '"a":1').join(",")}}`],
    ["a million keys", `{${Array.from({ length: 200_000 }, (_, i) => `"k${i}":1`).join(",")}}`],
    ["a number without an end", `{"base":${"9".repeat(100_000)}}`],
    ["a prototype", '{"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}'],
  ];
  test.each(burdens)("is refused: %s", async (_, body) => {
    const { ask, workspace, ana, logged } = await house();
    for (const path of [`/workspaces/${workspace}/edits`, `/workspaces/${workspace}/comments`, "/workspaces", "/session/password"]) expect([400, 401, 413, 422]).toContain((await ask(ana.cookie, "POST", path, body)).status);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
    expect(logged).toEqual([]);
  });
});
