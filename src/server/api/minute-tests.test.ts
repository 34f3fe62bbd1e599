import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Question } from "../../core/minute-test/question.ts";
import { testDatabase } from "../../../test/database.ts";
import { houses } from "../../../test/house.ts";

const at = testDatabase();
const house = houses(at);
interface Asked { readonly place: number; readonly questions: number; readonly gone: number; readonly says: string; readonly choices: readonly { readonly id: string }[] }
interface Tests { readonly tests: readonly { readonly id: string; readonly label: string; readonly by: string | null; readonly begun: string | null; readonly done: string | null; readonly ended: boolean; readonly questions: readonly Question[]; readonly answers: readonly { readonly place: number; readonly choice: string | null; readonly took: number }[] }[] }

/** The example company, and a test of so many questions somebody was sent. */
async function company(length = 3) {
  const here = await house();
  const { ask, ana, workspace } = here;
  const path = `/workspaces/${workspace}/minute-tests`;
  const make = async (cookie = ana.cookie) => {
    const id = randomUUID();
    const made = (await (await ask(cookie, "POST", path, { id, label: "The new one", length })).json()) as { link: string; questions: number };
    return { id, token: made.link.split("/minute-test#")[1] ?? "", questions: made.questions };
  };
  const by = (route: string) => async (token: string, more: object = {}) => ask(undefined, "POST", `/minute-tests/${route}`, { token, ...more });
  const [look, next, answer] = [by("look"), by("next"), by("answer")];
  const question = async (token: string) => ((await (await next(token)).json()) as { next: Asked | null }).next;
  const tests = async (cookie = ana.cookie) => (await (await ask(cookie, "GET", path)).json()) as Tests;
  return { ...here, path, make, look, next, answer, question, tests };
}

describe("a one-minute test by link", () => {
  test("is opened without a clock running, and shows one question after the other, never its answer", async () => {
    const { make, look, question, answer, tests } = await company();
    const { token } = await make();
    for (let n = 0; n < 2; n++) expect(await (await look(token)).json()).toMatchObject({ workspace: "Northwind", asker: "Ana", questions: 3, answered: 0, begun: false, done: false });
    expect((await tests()).tests[0]).toMatchObject({ begun: null, answers: [] });
    const first = await question(token);
    expect(first).toMatchObject({ place: 0, questions: 3 });
    expect(JSON.stringify(first)).not.toMatch(/"right"|"about"/);
    const second = ((await (await answer(token, { place: 0, choice: first?.choices[0]?.id })).json()) as { next: Asked }).next;
    expect(second.place).toBe(1);
    expect(second.says).not.toBe(first?.says);
  });

  test("is taken once: each answer counts as it was first given, and afterwards the link only says that it is over", async () => {
    const { make, question, answer, tests, next, look } = await company();
    const { token } = await make();
    const first = await question(token);
    const [one, other] = first?.choices.map(({ id }) => id) ?? [];
    await answer(token, { place: 0, choice: one });
    await answer(token, { place: 0, choice: other });
    await answer(token, { place: 1, choice: null });
    const last = await question(token);
    await answer(token, { place: 2, choice: last?.choices[0]?.id });
    expect((await tests()).tests[0]).toMatchObject({ done: expect.any(String), answers: [{ place: 0, choice: one }, { place: 1, choice: null }, { place: 2 }] });
    expect(await (await next(token)).json()).toEqual({ next: null });
    expect(await (await look(token)).json()).toMatchObject({ done: true, answered: 3 });
    await answer(token, { place: 2, choice: null });
    expect((await tests()).tests[0]?.answers[2]?.choice).toBe(last?.choices[0]?.id);
  });

  test("takes no answer to a question that was not shown, and none that is not offered", async () => {
    const { make, question, answer, tests } = await company();
    const { token } = await make();
    await answer(token, { place: 1, choice: null });
    expect((await tests()).tests[0]?.answers).toEqual([]);
    await question(token);
    await answer(token, { place: 0, choice: "nobody-here" });
    expect((await tests()).tests[0]?.answers).toEqual([]);
    expect((await answer(token, { place: 20, choice: null })).status).toBe(422);
  });

  test("its questions stay as they were, whatever is edited", async () => {
    const { make, question, ask, ana, workspace, tests } = await company();
    const { token } = await make();
    const before = (await tests()).tests[0]?.questions;
    const [about] = before ?? [];
    const revision = { id: randomUUID(), base: 100_000, what: "edit", edits: [{ do: "set-matrix", field: "title", value: "Other" }, ...(about?.about.kind === "activity" ? [{ do: "set", at: { kind: "activity", id: about.about.id }, field: "title", value: "Renamed" }] : [])] };
    expect((await ask(ana.cookie, "POST", `/workspaces/${workspace}/edits`, revision)).status).toBe(200);
    expect((await question(token))?.says).toBe(about?.says);
    expect((await tests()).tests[0]?.questions).toEqual(before);
  });

  test.each([
    ["taken back", "update remit.minute_test set ended_at = now() where test_id = $1"],
    ["late", "update remit.minute_test set expires_at = now() where test_id = $1"],
    ["of somebody who left", "update remit.member set until = now() where workspace_id = (select workspace_id from remit.minute_test where test_id = $1)"],
    ["of somebody who may not edit any more", "update remit.member set role = 'viewer' where workspace_id = (select workspace_id from remit.minute_test where test_id = $1)"],
  ])("is dead when it is %s, even in the middle", async (_, end) => {
    const { make, question, look, next, answer } = await company();
    const { token, id } = await make();
    await question(token);
    await at.asOwner(end, [id]);
    for (const answered of [await look(token), await next(token), await answer(token, { place: 0, choice: null })]) expect(answered.status).toBe(410);
  });

  test("is stored as a hash", async () => {
    const { make } = await company();
    const { token } = await make();
    expect(JSON.stringify(await at.asOwner("select * from remit.minute_test"))).not.toContain(token);
  });
});

describe("those who may edit", () => {
  test("make tests, read what was answered, take them back and forget them; the others do not, whichever side they are on", async () => {
    const { make, tests, member, ask, path, ana, workspace } = await company();
    await at.asOwner("update remit.member set party = 'alder' where workspace_id = $1", [workspace]);
    const { id } = await make((await member("editor", "brightwell")).cookie);
    expect((await tests()).tests).toMatchObject([{ id, label: "The new one", by: "editor", ended: false }]);
    for (const role of ["approver", "operator", "viewer", "auditor"]) expect((await ask((await member(role)).cookie, "GET", path)).status).toBe(403);
    expect((await ask(ana.cookie, "DELETE", `${path}/${id}`, {})).status).toBe(204);
    expect((await tests()).tests).toMatchObject([{ ended: true }]);
    expect((await ask(ana.cookie, "DELETE", `${path}/${id}`, {})).status).toBe(404);
    expect((await ask(ana.cookie, "DELETE", `${path}/${id}`, { forget: true })).status).toBe(204);
    expect((await tests()).tests).toEqual([]);
  });

  test("are told when the matrix answers too little in one way", async () => {
    const { ask, ana, workspace, path } = await company();
    const document = { remit: 1, title: "Small", parties: [{ id: "c", name: "C", kind: "client" }], roles: [{ id: "r", name: "Security Lead", party: "c" }], activities: [{ id: "a", title: "Watch alerts", assignments: [{ role: "r", letter: "R" }] }] };
    expect((await ask(ana.cookie, "POST", `/workspaces/${workspace}/edits`, { id: randomUUID(), base: 100_000, what: "edit", edits: [{ do: "replace", document }] })).status).toBe(200);
    const refused = await ask(ana.cookie, "POST", path, { id: randomUUID(), label: "x" });
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining("in exactly one way")]);
  });
});

test("nobody of another workspace sees, ends or reads a test, not even past the application", async () => {
  const { make, ask, signIn, path } = await company();
  const { id } = await make();
  const eve = await signIn("Eve");
  const { id: theirs } = (await (await ask(eve.cookie, "POST", "/workspaces", { name: "Eve's" })).json()) as { id: string };
  expect((await ask(eve.cookie, "DELETE", `/workspaces/${theirs}/minute-tests/${id}`, { forget: true })).status).toBe(404);
  expect((await ask(eve.cookie, "GET", path)).status).toBe(404);
  for (const table of ["minute_test", "minute_answer"]) expect(await at.db.inWorkspace(eve.account, theirs, (run) => run({ name: `peek ${table}`, text: `select workspace_id from remit.${table}` }, []))).toEqual([]);
});

test("the time runs from the first look, as the server has it, and an answer after a minute is told as late as it was", async () => {
  const { make, question, answer, tests } = await company();
  const { token, id } = await make();
  await question(token);
  await at.asOwner("update remit.minute_answer set shown_at = shown_at - interval '75 seconds' where test_id = $1", [id]);
  const again = await question(token);
  expect(again?.place).toBe(0);
  expect(again?.gone).toBeGreaterThanOrEqual(75_000);
  await answer(token, { place: 0, choice: again?.choices[0]?.id });
  expect((await tests()).tests[0]?.answers[0]?.took).toBeGreaterThanOrEqual(75_000);
});
