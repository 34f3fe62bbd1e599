import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { shell } from "./command.ts";

const { folder, remit, feed } = shell();
const MATRIX = `
remit: 1
title: Two people and a night
parties:
  - { id: client, name: Client, kind: client }
  - { id: provider, name: Provider, kind: provider }
people:
  - { id: ana, name: Ana Ruiz, party: provider }
  - { id: ben, name: Ben Holt, party: client, timeZone: Europe/London, dutyHours: [{ days: [mon, tue, wed, thu, fri], from: "09:00", until: "17:00" }] }
  - { id: cleo, name: Cleo Marsh, party: client }
roles:
  - { id: engineer, name: On-call Engineer, party: provider, holders: [ana] }
  - { id: lead, name: Security Lead, party: client, holders: [ben] }
  - { id: owner, name: Risk Owner, party: client, holders: [cleo] }
activities: []
events:
  - { id: ransomware, name: Ransomware, verbs: [containment.authorise] }
severities:
  - { id: s1, name: S1 critical, rank: 1, acknowledgeWithin: PT30M, decideWithin: PT30M }
decisionRights:
  - { id: contain, verb: containment.authorise, role: lead }
escalationPaths:
  - { id: night, name: Day and night, steps: [{ after: PT0M, roles: [engineer] }, { after: PT15M, roles: [owner] }] }
directory:
  contacts:
    - { id: c1, person: ana, kind: voice, value: "+1 1", verifiedAt: "2026-11-01T00:00Z" }
    - { id: c2, person: ben, kind: voice, value: "+1 2", verifiedAt: "2026-11-01T00:00Z" }
    - { id: c3, person: cleo, kind: voice, value: "+1 3", verifiedAt: "2026-11-01T00:00Z" }
`;
writeFileSync(join(folder, "night.remit.yaml"), MATRIX);
const ask = (...more: string[]) => remit("who", "night.remit.yaml", "--event", "ransomware", "--severity", "s1", ...more);

describe("./remit who", () => {
  test("takes no scope item the matrix does not have: a refusal might hang on it", () => {
    expect(ask("--scope", "mrii")).toMatchObject({ code: 2, out: "", err: expect.stringContaining("the matrix has no scope item `mrii`") });
  });

  test("lists who is called from an instant until another, a line for every change", () => {
    const { code, out } = ask("--at", "2026-11-23T10:00Z", "--until", "2026-11-24T10:00Z");
    expect(code).toBe(0);
    expect(out).toContain("clocks of Europe/London");
    expect(out).toContain("Mon 2026-11-23 10:00 to Tue 2026-11-24 10:00  Ana Ruiz, after 15 min Cleo Marsh");
    expect(ask("--at", "2026-11-23T10:00Z", "--until", "2026-11-22T10:00Z")).toMatchObject({ code: 2, err: expect.stringContaining("--until") });
  });

  test("names whom to call, who is behind them and who may decide", () => {
    const { code, out } = ask("--at", "2026-11-23T10:00Z");
    expect(code).toBe(0);
    expect(out).toContain("Ana Ruiz, On-call Engineer, Provider: voice +1 1");
    expect(out).toContain("then Cleo Marsh");
    expect(out).toContain("authorise containment: Ben Holt");
  });

  test("as JSON has the promised keys, and a gap where nobody may decide", () => {
    const { code, out } = ask("--at", "2026-11-22T02:00Z", "--format", "json");
    const answer = JSON.parse(out) as Record<string, unknown> & { gaps: { code: string }[]; contact: { person: string }; backup: { person: string }; validUntil: string };
    expect(code).toBe(0);
    expect(Object.keys(answer)).toEqual(expect.arrayContaining(["contact", "backup", "consult", "decide", "inform", "clocks", "validUntil", "because", "gaps"]));
    expect([answer.contact.person, answer.backup.person]).toEqual(["ana", "cleo"]);
    expect(answer["decide"]).toEqual({ "containment.authorise": [] });
    expect(answer.gaps.map((gap) => gap.code)).toEqual(["decider-unreachable"]);
    // Ben's Monday begins at nine; half an hour is left to decide.
    expect(answer.validUntil).toBe("2026-11-23T08:30Z");
  });

  test("takes an offset for an instant, and people known to be missing", () => {
    const { out } = ask("--at", "2026-11-23T11:00+01:00", "--missing", "ana", "--format", "json");
    const answer = JSON.parse(out) as { at: string; contact: { person: string }; backup: unknown };
    expect([answer.at, answer.contact.person, answer.backup]).toEqual(["2026-11-23T10:00Z", "cleo", null]);
  });

  test("prints no name that steers the terminal or turns the line around", () => {
    writeFileSync(join(folder, "steered.remit.yaml"), MATRIX.replaceAll("Ana Ruiz", '"Ana\\e[2J\\u202eRuiz"'));
    for (const command of [["who", "--event", "ransomware"], ["who", "--event", "ransomware", "--at", "2026-11-21T02:00Z", "--until", "2026-11-22T02:00Z"], ["prove", "--from", "2026-11-21T00:00Z"], ["drill", "--event", "ransomware"], ["drill", "--runs", "5"], ["authority"]]) {
      const [name = "", ...more] = command;
      const { out } = remit(name, "steered.remit.yaml", ...more);
      expect(out.length, name).toBeGreaterThan(100);
      expect(out, name).not.toMatch(/[\u001b\u202e]/);
    }
  });

  test("leaves with 1 where nobody can be reached", () => {
    expect(ask("--at", "2026-11-23T10:00Z", "--missing", "ana", "--missing", "cleo").code).toBe(1);
  });

  test.each([
    [["--at", "2026-11-31T10:00Z"], "is no instant"],
    [["--at", "tomorrow"], "write it with its zone"],
    [["--at", "0001-01-01T00:00Z"], "does not lie between 2000 and 2100"],
    [["--at", "9999-12-31T23:59Z"], "does not lie between 2000 and 2100"],
    [["--missing", "zoe"], "nobody in `night.remit.yaml` has the id `zoe`"],
    [["--format", "xml"], "choose text or json"],
  ])("says what is wrong with %s", (args, words) => {
    const { code, err, out } = ask(...args);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(words);
  });

  test("names the events and severities there are", () => {
    expect(remit("who", "night.remit.yaml", "--event", "flood").err).toContain("it has `ransomware`");
    expect(remit("who", "night.remit.yaml", "--event", "ransomware", "--severity", "s9").err).toContain("it has `s1`");
  });
});

describe("./remit prove", () => {
  const prove = (...more: string[]) => remit("prove", "night.remit.yaml", "--from", "2026-11-23T00:00Z", "--until", "2026-11-30T00:00Z", ...more);

  test("finds the nights nobody may decide in, with the smallest repair, and leaves with 1", () => {
    const { code, out } = prove("--absent", "0");
    expect(code).toBe(1);
    expect(out).toContain("COUNTEREXAMPLE");
    expect(out).toContain("repair: let Cleo Marsh also hold Security Lead");
  });

  test("as JSON names instants, minutes and edits", () => {
    const proof = JSON.parse(prove("--absent", "0", "--format", "json").out) as { verdict: string; counterexamples: { property: string; at: string; until: string; minutes: number; repair: { edits: unknown[] } }[] };
    expect(proof.verdict).toBe("COUNTEREXAMPLE");
    expect(proof.counterexamples).toHaveLength(1);
    // Seven days without the five working days, each of which half an hour earlier counts too.
    expect(proof.counterexamples[0]).toMatchObject({ property: "P3", at: "2026-11-23T00:00Z", until: "2026-11-23T08:30Z", minutes: 7 * 1_440 - 5 * (8 * 60 + 30) });
    expect(proof.counterexamples[0]?.repair.edits).toHaveLength(1);
  });

  test("proves what holds, says what it rests on, and leaves with 0", () => {
    const { code, out } = feed(MATRIX.replace("role: lead }", "role: owner }"), "prove", "-", "--from", "2026-11-23T00:00Z", "--absent", "0");
    expect(code, out).toBe(0);
    expect(out).toContain("PROVED");
    expect(out).toContain("no duty hours are stated for Ana Ruiz and Cleo Marsh");
  });

  test("leaves with 3 and says so where there is nothing to prove", () => {
    const { code, out } = feed("remit: 1\ntitle: Empty\nparties: []\nroles: []\nactivities: []\n", "prove", "-");
    expect(code).toBe(3);
    expect(out).toContain("INCOMPLETE");
  });

  test.each([
    [["--absent", "9"], "is no number from 0 to 5"],
    [["--until", "2020-01-01T00:00Z"], "ends before it begins"],
    [["--from", "2026-01-01T00:00Z", "--until", "2029-01-03T00:00Z"], "longer than three years"],
  ])("says what is wrong with %s", (args, words) => {
    const { code, err } = prove(...args);
    expect(code).toBe(2);
    expect(err).toContain(words);
  });
});
