import { instantOf, minuteOf, type Minute } from "#core/time/minute.ts";

/** What is asked, as the address of the page carries it. Without `at` it is asked about now. */
export interface Question {
  readonly event?: string;
  readonly severity?: string;
  /** UTC, `2026-11-22T02:14Z`. */
  readonly at?: string;
  /** People who do not answer or are away, by id. */
  readonly missing?: string;
}

/** What of an address is a question; the rest is left out. */
export function checkedQuestion(raw: Readonly<Record<string, unknown>>): Question {
  const text = (name: string): Record<string, string> => {
    const value = raw[name];
    return typeof value === "string" && value !== "" && value.length <= 400 ? { [name]: value } : {};
  };
  const { at, ...rest } = { ...text("event"), ...text("severity"), ...text("at"), ...text("missing") } as Question;
  return { ...rest, ...(at !== undefined && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}Z$/.test(at) && Number.isFinite(Date.parse(at)) ? { at } : {}) };
}

export const askedAt = ({ at }: Question): Minute | undefined => (at === undefined ? undefined : minuteOf(at));
export const missingIn = ({ missing }: Question): readonly string[] => (missing === undefined ? [] : missing.split(",").filter(Boolean));

/** The question with something else asked; what is `undefined` is asked no more. */
export function asking(question: Question, change: { readonly event?: string; readonly severity?: string | undefined; readonly at?: Minute | undefined; readonly missing?: readonly string[] }): Question {
  const now = { ...question, ...change, ...("at" in change ? { at: change.at === undefined ? undefined : instantOf(change.at) } : {}), ...(change.missing === undefined ? {} : { missing: change.missing.join(",") || undefined }) };
  return Object.fromEntries(Object.entries(now).filter(([, value]) => value !== undefined && value !== "")) as Question;
}
