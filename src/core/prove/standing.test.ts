import { describe, expect, test } from "vitest";
import { inWords, type InWords } from "../../../test/worlds/in-words.ts";
import type { MatrixDocument } from "../model/document.ts";
import { DAY, minuteOf } from "../time/minute.ts";
import { prove } from "./prove.ts";

const SMALL: InWords = {
  people: { ana: "client, voice", ben: "client, voice" },
  roles: { lead: "client: ana", second: "client: ben" },
  events: { fire: "containment.authorise" },
  severities: { s1: "1" },
  rights: { r1: "lead may containment.authorise" },
  paths: { way: "| PT0M lead | PT10M second" },
};
const from = minuteOf("2026-11-01T00:00Z");
/** What stands wrong whatever the hour, from the first of November on. */
const wrong = (company: InWords | MatrixDocument): string[] =>
  prove("remit" in company ? company : inWords(company), { from, until: from + DAY, absent: 0 }).counterexamples.flatMap(({ property, from: at, says }) => (property === "P8" ? [`${at?.kind} ${at?.id}: ${says}`] : []));

describe("what stands wrong at any hour", () => {
  test("is nothing in a matrix that is whole", () => {
    expect(wrong(SMALL)).toEqual([]);
    expect(wrong({ ...inWords(SMALL), directory: {} })).toEqual([]);
  });

  test("is a way of calls that leads back to itself", () => {
    expect(wrong({ ...SMALL, paths: { way: "then other | PT0M lead", other: "severities s9, then way | PT0M second" } })).toEqual(["path way: `way` goes on with a path that leads back to it"]);
  });

  test("is two people who lend each other the same decision at the same time, said once", () => {
    const lent = (first: string, second: string) => wrong({ ...SMALL, rights: { r1: "lead may containment.authorise, delegable", r2: "lead may risk.accept, delegable" }, delegations: { d1: first, d2: second } });
    const [ana, ben] = ["ana to ben from 2026-11-01T00:00Z until 2026-11-03T00:00Z", "ben to ana from 2026-11-02T00:00Z until 2026-11-04T00:00Z"];
    const said = ["delegation d1: ana and ben delegate to each other"];
    expect(lent(`${ana}, containment.authorise`, `${ben}, containment.authorise`)).toEqual(said);
    expect(lent(`${ben}, containment.authorise`, `${ana}, containment.authorise`)).toEqual(["delegation d1: ben and ana delegate to each other"]);
    // One verb in common is enough; none is none.
    expect(lent(`${ana}, containment.authorise`, `${ben}, risk.accept, containment.authorise`)).toEqual(said);
    expect(lent(`${ana}, containment.authorise, risk.accept`, `${ben}, risk.accept`)).toEqual(said);
    expect(lent(`${ana}, containment.authorise`, `${ben}, risk.accept`)).toEqual([]);
    // One after the other, and both to the same person.
    expect(lent(`${ana}, containment.authorise`, "ben to ana from 2026-11-03T00:00Z until 2026-11-04T00:00Z, containment.authorise")).toEqual([]);
    expect(lent("ana to ben from 2026-11-03T00:00Z until 2026-11-04T00:00Z, containment.authorise", "ben to ana from 2026-11-02T00:00Z until 2026-11-03T00:00Z, containment.authorise")).toEqual([]);
    expect(lent(`${ana}, containment.authorise`, `${ana}, containment.authorise`)).toEqual([]);
  });

  test("is a clock that waits for itself, over others too", () => {
    const clock = (id: string, after?: string) => ({ id, name: `Clock ${id}`, kind: "contract" as const, anchor: "a fact", limit: "PT1H", ...(after === undefined ? {} : { after }) });
    const waiting = (...clocks: ReturnType<typeof clock>[]) => wrong({ ...inWords(SMALL), clocks });
    expect(waiting(clock("a", "b"), clock("b", "c"), clock("c"))).toEqual([]);
    expect(waiting(clock("a", "a"))).toEqual(["clock a: `Clock a` waits for itself"]);
    // `c` waits for a circle it is no part of; one that is not there ends the chain.
    expect(waiting(clock("a", "b"), clock("b", "a"), clock("c", "a"), clock("d", "gone"))).toEqual(["clock a: `Clock a` waits for itself", "clock b: `Clock b` waits for itself"]);
  });

  test("is what ended before the time looked at and is still listed, to the day", () => {
    const matrix = (validUntil: string) => wrong({ ...inWords(SMALL), validUntil });
    expect(matrix("2026-10-31")).toEqual(["matrix matrix: the matrix was valid until 2026-10-31"]);
    expect(matrix("2026-11-01")).toEqual([]);
    const right = (words: string) => wrong({ ...SMALL, rights: { r1: "lead may containment.authorise", r2: words } });
    expect(right("second may containment.authorise, until 2026-10-31")).toEqual(["decision-right r2: the right to decide `containment.authorise` ended on 2026-10-31 and is still listed"]);
    expect(right("second may containment.authorise, until 2026-11-01")).toEqual([]);
    expect(right("second may containment.authorise, deny, until 2026-10-31")).toEqual([]);
    // Nobody asks for it.
    expect(right("second may risk.accept, until 2026-10-31")).toEqual([]);
    const loan = (until: string) => wrong({ ...SMALL, delegations: { d: `ana to ben from 2026-10-01T00:00Z until ${until}, containment.authorise` } });
    expect(loan("2026-11-01T00:00Z")).toEqual(["delegation d: the delegation of ana to ben ended at 2026-11-01T00:00Z and is still listed"]);
    expect(loan("2026-11-01T00:01Z")).toEqual([]);
  });

  test("is somebody who is needed and has but a shared inbox, or no number that is verified", () => {
    const people = (ben: string, more: Partial<InWords> = {}) => wrong({ ...SMALL, ...more, people: { ana: "client, voice", ben } });
    expect(people("client, email@shared")).toEqual(["person ben: ben can only be reached through a shared inbox, which reaches nobody"]);
    expect(people("client, email@shared, voice@2026-01-01")).toEqual([]);
    expect(people("client, voice@2024-01-01")).toEqual(["person ben: no contact of ben is verified at 2026-11-01T00:00Z"]);
    expect(people("client, voice@2024-01-01, sms@2026-10-01")).toEqual([]);
    // The first and the last minute of a verification count as they say.
    expect(people("client, voice@2026-11-01")).toEqual([]);
    expect(people("client, voice@2025-11-01")).toEqual(["person ben: no contact of ben is verified at 2026-11-01T00:00Z"]);
    // Without any number it is not this that is wrong; nor is it of somebody nobody needs.
    expect(people("client")).toEqual([]);
    expect(people("client, voice@never", { paths: { way: "| PT0M lead" } })).toEqual([]);
    // Who decides and who is told are needed too.
    expect(people("client, voice@never", { paths: { way: "| PT0M lead" }, rights: { r1: "second may containment.authorise" } })).toHaveLength(1);
    expect(people("client, voice@never", { paths: { way: "| PT0M lead" }, informs: { news: "second" } })).toHaveLength(1);
  });
});
