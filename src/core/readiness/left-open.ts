import type { Finding } from "../lint/finding.ts";
import type { Contact } from "../model/party.ts";
import { freshnessOf, isStale } from "../who/stale.ts";
import { dateOf } from "../time/minute.ts";
import { isOfProof, whereRow, type Known, type Where } from "./facts.ts";

export interface Contested extends Where {
  readonly party: string;
  readonly reason: string | null;
}
export interface Accepted extends Where {
  readonly rule: string;
  readonly by: string;
  readonly reason: string;
  readonly until: string;
  /** Its last day is over, or nothing is found any more that it accepts. */
  readonly state: "holds" | "ended" | "idle";
}
export interface Untested extends Where {
  readonly contact: Contact["kind"];
  readonly freshness: "old" | "never";
  readonly verifiedAt?: string;
}

/** What is still open, list by list. */
export interface LeftOpen {
  readonly errors: readonly Finding[];
  /** What the proof found to fail with everybody there; what takes missing people stands in `weak`. */
  readonly counterexamples: readonly Finding[];
  readonly weak: readonly Finding[];
  readonly contested: readonly Contested[];
  readonly waivers: readonly Accepted[];
  readonly unadapted: readonly Where[];
  readonly untested: readonly Untested[];
}

export function leftOpen({ facts, document, rows, register }: Known): LeftOpen {
  const { findings, proof, agreement, at } = facts;
  const linted = findings.filter((one) => !isOfProof(one));
  const proved = (proof?.findings ?? findings.filter(isOfProof)).filter(({ waived }) => !waived);
  const open = linted.filter(({ waived }) => !waived);
  const accepted = [...linted, ...(proof?.findings ?? findings.filter(isOfProof))].filter(({ waived }) => waived);
  const today = dateOf(at);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const party = (id: string): string => register.parties.get(id)?.name ?? id;
  const titles = new Map(linted.map((one) => [`${one.at.kind} ${one.at.id}`, one.title]));
  return {
    errors: open.filter(({ severity }) => severity === "error"),
    counterexamples: proved.filter(({ severity }) => severity === "error"),
    weak: proved.filter(({ severity }) => severity !== "error"),
    contested: (agreement?.stands ?? []).flatMap((one) => {
      const row = byId.get(one.activity);
      return one.stand === "contested" && one.current && row !== undefined ? [{ ...whereRow(row), party: party(one.party), reason: one.reason }] : [];
    }),
    waivers: (document.waivers ?? []).map((one): Accepted => {
      const holds = accepted.some(({ rule, at: place }) => rule === one.rule && place.kind === one.at.kind && place.id === one.at.id);
      return {
        kind: one.at.kind as Where["kind"], ...(one.at.id === undefined ? {} : { id: one.at.id }), name: byId.get(one.at.id ?? "")?.activity.title ?? titles.get(`${one.at.kind} ${one.at.id}`) ?? one.at.id ?? document.title,
        rule: one.rule, by: register.people.get(one.by)?.name ?? one.by, reason: one.reason, until: one.until, state: one.until < today ? "ended" : holds ? "holds" : "idle",
      };
    }),
    unadapted: rows.filter(({ activity }) => activity.notYetAdapted === true).map(whereRow),
    untested: (document.directory?.contacts ?? []).filter((one) => isStale(one, at)).map((one) => ({
      kind: "contact", id: one.id, name: register.people.get(one.person ?? "")?.name ?? one.person ?? one.id, contact: one.kind,
      freshness: freshnessOf(one, at) === "never" ? "never" : "old", ...(one.verifiedAt === undefined ? {} : { verifiedAt: one.verifiedAt }),
    })),
  };
}
