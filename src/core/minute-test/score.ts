import type { About, Question } from "./question.ts";

/** More than this, and whoever answered had to guess or to search. */
export const SLOW = 20_000;
/** So long a question stands, in milliseconds; what comes later was not known. */
export const LIMIT = 60_000;

/** What somebody answered, with the milliseconds between seeing the question and answering, as the server measured them. */
export interface Given {
  /** Which question, from 0. */
  readonly place: number;
  /** Nothing where they let it pass. */
  readonly choice: string | null;
  readonly took: number;
}

export interface Told {
  readonly question: Question;
  readonly given: Given | undefined;
  /** `late`: right or wrong, but after the limit. */
  readonly result: "right" | "wrong" | "passed" | "late" | "open";
  readonly slow: boolean;
}

/** A row, stage or event that somebody missed, or had to think about. */
export interface Weak {
  readonly about: About;
  readonly missed: number;
  readonly slow: number;
  readonly asked: number;
}

export interface Scored {
  readonly told: readonly Told[];
  readonly right: number;
  readonly answered: number;
  readonly of: number;
  /** Of what was answered, in the middle; nothing before the first answer. */
  readonly middle: number | undefined;
  readonly weak: readonly Weak[];
}

/** How somebody did in a test: right or wrong, how long it took, and what of the matrix did not explain itself. */
export function scored(questions: readonly Question[], given: readonly Given[]): Scored {
  const by = new Map(given.map((one) => [one.place, one]));
  const told = questions.map((question, place): Told => {
    const one = by.get(place);
    const result = one === undefined ? "open" : one.took > LIMIT ? "late" : one.choice === null ? "passed" : one.choice === question.right ? "right" : "wrong";
    return { question, given: one, result, slow: one !== undefined && one.took > SLOW };
  });
  const answered = told.filter(({ result }) => result !== "open");
  const times = answered.map((one) => one.given?.took ?? 0).sort((a, b) => a - b);
  return { told, right: answered.filter(({ result }) => result === "right").length, answered: answered.length, of: questions.length, middle: times[Math.floor((times.length - 1) / 2)], weak: weakOf(told) };
}

/** What is weak over several tests, the most missed first. */
export function weakOf(told: readonly Told[]): readonly Weak[] {
  const by = Map.groupBy(told.filter(({ result }) => result !== "open"), ({ question: { about } }) => `${about.kind} ${about.id}`);
  return [...by.values()]
    .flatMap((all): Weak[] => {
      const about = all.at(-1)?.question.about;
      const missed = all.filter(({ result }) => result !== "right").length;
      const slow = all.filter((one) => one.result === "right" && one.slow).length;
      return about === undefined || missed + slow === 0 ? [] : [{ about, missed, slow, asked: all.length }];
    })
    .sort((a, b) => b.missed - a.missed || b.slow - a.slow || a.about.name.localeCompare(b.about.name));
}
