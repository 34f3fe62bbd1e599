import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { testDatabase } from "../../../test/database.ts";
import { houses } from "../../../test/house.ts";

const at = testDatabase();
const house = houses(at);
interface Listed { readonly reviews: readonly { readonly id: string; readonly planned: string; readonly held: string | null; readonly cancelled: boolean; readonly minutes: string | null; readonly decisions: readonly { readonly words: string; readonly activity: string | null }[] }[]; readonly triggers: readonly { readonly kind: string; readonly note: string | null; readonly review: string | null }[] }

async function company() {
  const here = await house();
  const { ask, ana, workspace } = here;
  const path = `/workspaces/${workspace}`;
  const all = async (cookie = ana.cookie) => (await (await ask(cookie, "GET", `${path}/reviews`)).json()) as Listed;
  const plan = async (day: string, id = randomUUID(), cookie = ana.cookie) => ({ id, status: (await ask(cookie, "POST", `${path}/reviews`, { id, day })).status });
  const hold = async (id: string, more: object = {}) => (await ask(ana.cookie, "PUT", `${path}/reviews/${id}/held`, { held: "2026-11-20", ...more })).status;
  const raise = async (kind: string, note: string | null = null, cookie = ana.cookie) => (await ask(cookie, "POST", `${path}/review-triggers`, { id: randomUUID(), kind, note })).status;
  return { ...here, path, all, plan, hold, raise };
}

test("a review is planned, moved, held with what was decided, and stays as it was written down", async () => {
  const { plan, hold, all, raise } = await company();
  const { id } = await plan("2027-01-15");
  await plan("2027-01-22", id);
  expect((await all()).reviews).toMatchObject([{ id, planned: "2027-01-22", held: null }]);
  expect(await raise("incident", "ransomware at the plant")).toBe(204);
  const decisions = [{ id: randomUUID(), words: "Ask the plant first" }, { id: randomUUID(), words: "SOC performs", activity: "contain" }];
  expect(await hold(id, { attended: "Ana, Pia", minutes: "All went well", decisions })).toBe(204);
  expect(await raise("new-application")).toBe(204);
  const found = await all();
  expect(found.reviews).toMatchObject([{ held: "2026-11-20", minutes: "All went well", decisions: [{ words: "Ask the plant first", activity: null }, { words: "SOC performs", activity: "contain" }] }]);
  expect(found.triggers).toMatchObject([{ kind: "new-application", review: null }, { kind: "incident", note: "ransomware at the plant", review: id }]);
  expect([await hold(id, { minutes: "Another" }), (await plan("2027-03-01", id)).status]).toEqual([409, 409]);
  expect((await all()).reviews[0]?.minutes).toBe("All went well");
});

test("a review nobody planned is written down all the same; one that is called off is not held", async () => {
  const { plan, hold, all, ask, ana, path } = await company();
  expect(await hold(randomUUID())).toBe(204);
  const { id } = await plan("2027-01-15");
  expect((await ask(ana.cookie, "DELETE", `${path}/reviews/${id}`, {})).status).toBe(204);
  expect((await ask(ana.cookie, "DELETE", `${path}/reviews/${id}`, {})).status).toBe(404);
  expect(await hold(id)).toBe(409);
  expect((await all()).reviews.map(({ cancelled, held }) => [cancelled, held])).toEqual([[true, null], [false, "2026-11-20"]]);
});

test("who works with the matrix calls for a review; who edits plans and holds one; viewers read", async () => {
  const { member, raise, plan, all } = await company();
  const roles = await Promise.all(["approver", "operator", "viewer", "auditor"].map((role) => member(role)));
  expect(await Promise.all(roles.map(({ cookie }) => raise("vendor-access", null, cookie)))).toEqual([204, 204, 403, 403]);
  expect(await Promise.all(roles.map(async ({ cookie }) => (await plan("2027-01-15", randomUUID(), cookie)).status))).toEqual([403, 403, 403, 403]);
  expect((await all(roles[2]?.cookie)).triggers).toHaveLength(2);
});

test("what is no reason, no day, or a review of another workspace is refused", async () => {
  const { raise, plan, hold, signIn, ask, all } = await company();
  expect([await raise("boredom"), (await plan("2027-02-30")).status]).toEqual([422, 422]);
  const { id } = await plan("2027-01-15");
  const eve = await signIn("Eve");
  const { id: theirs } = (await (await ask(eve.cookie, "POST", "/workspaces", { name: "Eve's" })).json()) as { id: string };
  expect((await ask(eve.cookie, "DELETE", `/workspaces/${theirs}/reviews/${id}`, {})).status).toBe(404);
  expect((await ask(eve.cookie, "PUT", `/workspaces/${theirs}/reviews/${id}/held`, { held: "2026-11-20" })).status).toBe(204);
  expect((await all()).reviews).toMatchObject([{ id, held: null }]);
  for (const table of ["review", "review_decision", "review_trigger"]) expect(await at.db.inWorkspace(eve.account, theirs, (run) => run({ name: `peek ${table}`, text: `select 1 as seen from remit.${table} where workspace_id <> remit.entered()` }, []))).toEqual([]);
  expect(await hold(id)).toBe(204);
});

test("what was decided about a row is proposed to the other side under the decision's own id, and changes the row once they accept", async () => {
  const { ask, ana, workspace, member, hold, all, path } = await company();
  await at.asOwner("update remit.member set party = 'alder' where workspace_id = $1", [workspace]);
  const ben = await member("editor", "brightwell");
  await at.asOwner("update remit.member set proved = true where workspace_id = $1", [workspace]);
  const matrix = async () => (await (await ask(ana.cookie, "GET", `${path}/matrix`)).json()) as { revision: number; document: { activities: { id: string; title: string; assignments: { role: string; letter: string }[] }[] } };
  const row = (await matrix()).document.activities.find(({ title }) => title.startsWith("Renew TLS"))?.id ?? "";
  const decision = { id: randomUUID(), words: "The Infrastructure Manager answers for certificates", activity: row };
  expect(await hold(randomUUID(), { decisions: [decision] })).toBe(204);
  const { revision } = await matrix();
  const proposed = await ask(ana.cookie, "POST", `${path}/proposals`, { id: decision.id, base: revision, what: decision.words, edits: [{ do: "assign", activity: row, role: "infrastructure-manager", letter: "A" }] });
  expect(proposed.status).toBeLessThan(300);
  const { proposals } = (await (await ask(ben.cookie, "GET", `${path}/proposals`)).json()) as { proposals: { id: string }[] };
  expect(proposals.map(({ id }) => id)).toContain((await all(ben.cookie)).reviews[0]?.decisions.length === 1 ? decision.id : "");
  expect((await ask(ben.cookie, "POST", `${path}/proposals/${decision.id}/answer`, { id: randomUUID(), answer: "accept", seen: (await matrix()).revision })).status).toBeLessThan(300);
  expect((await matrix()).document.activities.find(({ id }) => id === row)?.assignments).toContainEqual({ role: "infrastructure-manager", letter: "A" });
});
