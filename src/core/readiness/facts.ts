import type { Finding, Place } from "../lint/finding.ts";
import { registerOf, type Register } from "../lint/register.ts";
import { rowOf, type Row } from "../lint/row.ts";
import type { MatrixDocument } from "../model/document.ts";
import type { Counterexample } from "../prove/story.ts";
import { dateOf, type Minute } from "../time/minute.ts";

/** What a party thinks of a row; `current`: the row still stands as it did then. */
export interface Stand {
  readonly activity: string;
  readonly party: string;
  readonly stand: "agreed" | "contested";
  readonly reason: string | null;
  readonly current: boolean;
}

/** What the parties said row by row. A file carries none of it. */
export interface Stands {
  readonly deciding: readonly string[];
  readonly stands: readonly Stand[];
  /** Rows every deciding party agreed to as they stand. */
  readonly agreed: readonly string[];
}

/** Everything that says whether a matrix is ready to be signed. */
export interface Facts {
  readonly document: MatrixDocument;
  /** Of the linter; those of the proof may stand among them, and are known by their rule. */
  readonly findings: readonly Finding[];
  /** Absent where nothing was proved. */
  readonly proof?: { readonly verdict: "PROVED" | "COUNTEREXAMPLE" | "INCOMPLETE"; readonly counterexamples: readonly Counterexample[]; readonly findings: readonly Finding[] };
  readonly agreement?: Stands;
  readonly at: Minute;
}

/** An item of the matrix by its name. */
export interface Where extends Place {
  readonly name: string;
}

/** Facts with their rows looked up once. */
export interface Known {
  readonly facts: Facts;
  readonly document: MatrixDocument;
  readonly register: Register;
  readonly rows: readonly Row[];
  /** Whether something is delivered, installed or launched. */
  readonly delivery: boolean;
}

const PROJECT = /deliver|install|launch|commission|go[- ]live|procure|configur/i;

export function known(facts: Facts): Known {
  const { document, at } = facts;
  const register = registerOf(document, dateOf(at));
  const delivery = register.covers.has("delivery") || (document.stages ?? []).some(({ name }) => PROJECT.test(name)) || document.activities.some(({ kind }) => kind === "delivery");
  return { facts, document, register, rows: document.activities.map((activity, position) => rowOf(activity, register, position)), delivery };
}

/** Findings of the proof are told apart by their rule. */
export const isOfProof = ({ rule }: Pick<Finding, "rule">): boolean => rule.startsWith("proof-");

/** What some rules found and nobody accepted on purpose. */
export const foundBy = ({ facts }: Known, rules: readonly string[]): readonly Finding[] => facts.findings.filter(({ rule, waived }) => !waived && rules.includes(rule));

export const whereOf = ({ at, title }: Finding): Where => ({ ...at, name: title });
export const whereRow = ({ activity }: Pick<Row, "activity">): Where => ({ kind: "activity", id: activity.id, name: activity.title });

export const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
