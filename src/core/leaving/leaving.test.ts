import { describe, expect, test } from "vitest";
import { writeExitPlan } from "#formats/md/write-exit-plan.ts";
import demo from "#library/demo.json" with { type: "json" };
import { template } from "#library/templates.ts";
import { catalogue } from "#rules/catalogue.ts";
import { MatrixDocument } from "../model/document.ts";
import { applyEdit, applyEdits, type Edit } from "../model/edit.ts";
import { undoOf } from "../model/undo.ts";
import { minuteOf } from "../time/minute.ts";
import { drawLeaving } from "./draw-leaving.ts";
import { holdingsOf } from "./holdings.ts";
import { leaverCalled, type Leaver } from "./leaver.ts";
import { leaving } from "./leaving.ts";
import { transfer, without } from "./transfer.ts";

const EXAMPLE = demo as unknown as MatrixDocument;
const TODAY = "2026-11-22";
const AT = minuteOf("2026-11-22T08:00Z");
const person = (id: string, document = EXAMPLE): Leaver => ({ kind: "person", id, name: document.people?.find((one) => one.id === id)?.name ?? id });
const moved = (document: MatrixDocument, leaver: Leaver, to?: string) => applyEdits(document, transfer(document, leaver, to === undefined ? {} : { to }, TODAY));

/** What stays under the old name: what was said and done, and the person or organisation while that names them. */
function living(document: MatrixDocument): unknown {
  const { confirmations: _, waivers: __, people = [], parties, directory = {}, ...rest } = document;
  const { holderChanges: ___, absences = [], swaps = [], delegations = [], ...beside } = directory;
  const coming = <T extends { readonly until?: string; readonly ends?: string }>(list: readonly T[]) => list.filter((one) => (one.until ?? one.ends ?? "").slice(0, 10) >= TODAY);
  return { rest, people: people.map(({ substitute }) => substitute), parties: parties.length, beside, absences: coming(absences), swaps: coming(swaps), delegations: coming(delegations) };
}

const LEAVERS: readonly (readonly [string, MatrixDocument, Leaver, string])[] = [
  ...(EXAMPLE.people ?? []).map((one, i, all) => [`${one.name} leaves`, EXAMPLE, person(one.id), all[(i + 1) % all.length]?.id ?? ""] as const),
  ...EXAMPLE.roles.map((one, i, all) => [`the post ${one.name} goes`, EXAMPLE, { kind: "role" as const, id: one.id, name: one.name }, all[(i + 1) % all.length]?.id ?? ""] as const),
  ...(["co-managed", "delivery"] as const).flatMap((id) => {
    const document = template(id);
    return document.parties.slice(1).map((one) => [`${id}: ${one.name} leaves`, document, { kind: "party" as const, id: one.id, name: one.name }, document.parties[0]?.id ?? ""] as const);
  }),
  ["the provider leaves", EXAMPLE, { kind: "party", id: "brightwell", name: "Brightwell IT" }, "alder"],
];

describe.each(LEAVERS)("%s", (_, document, leaver, to) => {
  test("moved, nothing that goes on names them any more, and the matrix is whole", () => {
    const after = moved(document, leaver, to);
    expect(MatrixDocument.safeParse(after).success).toBe(true);
    expect(JSON.stringify(living(after))).not.toContain(`"${leaver.id}"`);
  });
  test("without anybody after them they hold nothing but their word", () => {
    const after = without(document, leaver, TODAY);
    expect(MatrixDocument.safeParse(after).success).toBe(true);
    expect(holdingsOf(after, leaver, TODAY).filter(({ what }) => what !== "word")).toEqual([]);
  });
  test("what they held alone somebody holds after the transfer", () => {
    const before = holdingsOf(document, leaver, TODAY).filter(({ alone, what }) => alone && (what === "duty" || what === "clock" || what === "scope" || what === "evidence"));
    const after = moved(document, leaver, to);
    const successor: Leaver = { kind: leaver.kind, id: to, name: to };
    const held = new Set(holdingsOf(after, successor, TODAY).map(({ what, at, says }) => `${what} ${at.id} ${says}`));
    for (const { what, at, says } of before) expect(held).toContain(`${what} ${at.id} ${says}`);
  });
  test("one undo brings everything back", () => {
    const edits = transfer(document, leaver, { to }, TODAY);
    let now = document;
    const back: Edit[] = [];
    for (const edit of edits) {
      back.unshift(...undoOf(now, edit));
      now = applyEdit(now, edit);
    }
    expect(applyEdits(now, back)).toEqual(document);
  });
});

const SMALL: MatrixDocument = {
  remit: 1, title: "Small", parties: [{ id: "c", name: "Client", kind: "client" }, { id: "p", name: "Provider", kind: "provider" }, { id: "q", name: "Next Provider", kind: "provider" }],
  people: [
    { id: "ana", name: "Ana", party: "c" }, { id: "pia", name: "Pia", party: "p" }, { id: "pat", name: "Pat", party: "p", substitute: "pia" }, { id: "pia-night", name: "Pia (night)", party: "p", sameHumanAs: "pia" },
  ],
  roles: [{ id: "lead", name: "Security Lead", party: "c", holders: ["ana"] }, { id: "soc", name: "SOC Analyst", party: "p", holders: ["pia", "pat"] }, { id: "dm", name: "Delivery Manager", party: "p", holders: ["pia-night"] }],
  activities: [
    { id: "keys", title: "Keep the backup keys", assignments: [{ role: "soc", letter: "R" }, { role: "lead", letter: "A" }] },
    { id: "report", title: "Write the monthly report", assignments: [{ role: "dm", letter: "R" }, { role: "lead", letter: "A" }], evidence: [{ artifact: "report", producer: "dm" }] },
  ],
  rotations: [{ id: "r", name: "Duty", role: "soc", timeZone: "UTC", layers: [{ people: ["pia", "pat", "pia"], from: "2026-01-05T09:00", turn: "P7D" }] }],
  decisionRights: [{ id: "own", verb: "incident.close", person: "pia" }],
  waivers: [{ id: "w", rule: "no-scope", at: { kind: "activity", id: "keys" }, by: "pia", reason: "old", until: "2027-01-01" }],
  confirmations: [{ id: "k", statement: "containment-2", answer: "yes", by: "pia", on: "2026-01-01" }],
  directory: {
    contacts: [{ id: "n", person: "pia", kind: "voice", value: "1" }, { id: "queue", role: "soc", kind: "email", value: "soc@p.example", shared: true }],
    absences: [{ id: "past", person: "pia", from: "2026-01-01T00:00Z", until: "2026-01-05T00:00Z" }, { id: "next", person: "pia", from: "2027-01-01T00:00Z", until: "2027-01-05T00:00Z" }, { id: "cover", person: "pat", from: "2027-02-01T00:00Z", until: "2027-02-05T00:00Z", substitute: "pia" }],
    delegations: [{ id: "lent", from: "ana", to: "pia", verbs: ["incident.close"], starts: "2026-11-01T00:00Z", ends: "2027-01-01T00:00Z" }],
  },
};

describe("a person", () => {
  const pia = person("pia", SMALL);
  test("is a human: what they hold under another name goes, too", () => {
    const list = holdingsOf(SMALL, pia, TODAY);
    expect(list.find(({ at }) => at.id === "report")).toMatchObject({ post: "dm", alone: true });
    expect(list.find(({ at, what }) => at.id === "keys" && what === "duty")).toMatchObject({ post: "soc", alone: false, step: "keys" });
    expect(list.map(({ step }) => step)).toEqual([...list.map(({ step }) => step)].sort((a, b) => ["access", "keys", "evidence", "knowledge"].indexOf(a) - ["access", "keys", "evidence", "knowledge"].indexOf(b)));
  });
  test("hands over without moving anybody else's turn, and their numbers and coming absences go", () => {
    const after = moved(SMALL, pia, "ana");
    expect(after.rotations?.[0]?.layers[0]?.people).toEqual(["ana", "pat", "ana"]);
    expect(after.roles.map(({ holders }) => holders)).toEqual([["ana"], ["ana", "pat"], ["ana"]]);
    expect(after.decisionRights?.[0]?.person).toBe("ana");
    expect(after.directory?.contacts?.map(({ id }) => id)).toEqual(["queue"]);
    expect(after.directory?.absences?.map(({ id, substitute }) => [id, substitute])).toEqual([["past", undefined], ["cover", "ana"]]);
    expect(after.directory?.delegations).toBeUndefined();
  });
  test("keeps their name on what they said, and nobody else gets it", () => {
    const after = moved(SMALL, pia, "ana");
    expect([after.waivers?.[0]?.by, after.confirmations?.[0]?.by]).toEqual(["pia", "pia"]);
    expect(after.people?.map(({ id }) => id)).toEqual(["ana", "pia", "pat"]);
  });
  test("each post may go to somebody else", () => {
    const after = applyEdits(SMALL, transfer(SMALL, pia, { to: "pat", byPost: { dm: "ana" } }, TODAY));
    expect(after.roles.map(({ holders }) => holders)).toEqual([["ana"], ["pat"], ["ana"]]);
    expect(after.people?.find(({ id }) => id === "pat")?.substitute).toBeUndefined();
  });
});

describe("an organisation", () => {
  const p: Leaver = { kind: "party", id: "p", name: "Provider" };
  test("leaves its posts to the next one, vacant", () => {
    const after = moved(SMALL, p, "q");
    expect(after.roles.map(({ id, party, holders }) => [id, party, holders])).toEqual([["lead", "c", ["ana"]], ["soc", "q", undefined], ["dm", "q", undefined]]);
    expect(after.activities).toEqual(SMALL.activities);
    expect(after.rotations).toEqual([]);
    expect(after.directory?.contacts).toBeUndefined();
    expect(after.people?.map(({ id }) => id)).toEqual(["ana", "pia"]);
  });
  test("or each post to a post of somebody else's", () => {
    const after = applyEdits(SMALL, transfer(SMALL, p, { byPost: { soc: "lead" } }, TODAY));
    expect(after.roles.map(({ id }) => id)).toEqual(["lead"]);
    expect(after.activities[0]?.assignments).toEqual([{ role: "lead", letter: "R" }, { role: "lead", letter: "A" }]);
    expect(after.activities[1]?.assignments).toEqual([{ role: "lead", letter: "A" }]);
  });
});

describe("what would be left", () => {
  test("is what the linter and the proof find then and do not find now", () => {
    const found = leaving(EXAMPLE, person("tom-hale"), catalogue, AT);
    expect(found.left.map(({ rule }) => rule)).toEqual(expect.arrayContaining(["role-without-holder", "proof-p3"]));
    expect(found.left.every(({ severity }) => severity !== "note")).toBe(true);
    expect(found.moved).toBeUndefined();
  });
  test("is less once somebody comes after", () => {
    const found = leaving(EXAMPLE, person("tom-hale"), catalogue, AT, { to: "nadia-osei" });
    expect(found.moved?.successors).toEqual(["Nadia Osei"]);
    expect(found.moved?.left.map(({ rule }) => rule)).not.toContain("role-without-holder");
  });
  test("is nothing where somebody holds nothing", () => {
    const document: MatrixDocument = { ...EXAMPLE, people: [...(EXAMPLE.people ?? []), { id: "idle", name: "Idle Hands", party: "alder" }] };
    expect(leaving(document, person("idle", document), catalogue, AT)).toMatchObject({ holdings: [], left: [] });
  });
});

test("somebody is found by id or by a name that only one has", () => {
  expect(leaverCalled(SMALL, "soc")).toMatchObject({ kind: "role" });
  expect(leaverCalled(SMALL, "next provider")).toMatchObject({ kind: "party", id: "q" });
  expect(leaverCalled({ ...SMALL, people: [...(SMALL.people ?? []), { id: "ana-2", name: "Ana", party: "p" }] }, "Ana")).toBeUndefined();
});

test("the example reads as it did, as text and as an exit plan, and nothing written becomes markup", async () => {
  const found = leaving(EXAMPLE, { kind: "party", id: "brightwell", name: "Brightwell IT" }, catalogue, AT);
  await expect(`${drawLeaving(found)}\n`).toMatchFileSnapshot("../../../test/golden/leaving.txt");
  await expect(writeExitPlan(found, EXAMPLE.title)).toMatchFileSnapshot("../../../test/golden/exit-plan.md");
  expect(writeExitPlan(leaving({ ...SMALL, title: "<b> | x" }, person("pia", SMALL), catalogue, AT), "<b> | x")).toContain("&lt;b&gt; \\| x");
});
