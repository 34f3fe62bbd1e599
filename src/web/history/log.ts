import type { z } from "@hono/zod-openapi";
import type { HistoryEntry, HistoryPage, HistoryState } from "#contract/history.ts";
import { ask } from "../account/asking.ts";

export type Entry = z.infer<typeof HistoryEntry>;
export type Page = z.infer<typeof HistoryPage>;
export type State = z.infer<typeof HistoryState>;
export type Author = Page["people"][number];

/** By what one looks through the history, as the address of the page carries it. Days are the reader's. */
export interface Sieve {
  readonly person?: string;
  readonly party?: string;
  readonly kind?: string;
  readonly id?: string;
  readonly from?: string;
  readonly until?: string;
  readonly words?: string;
  readonly revision?: number;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TEXTS = ["person", "party", "kind", "id", "words"] as const;

/** What of an address is a sieve; the rest is left out. */
export function checkedSieve(raw: Readonly<Record<string, unknown>>): Sieve {
  const revision = Number(raw["revision"]);
  return {
    ...Object.fromEntries(TEXTS.map((name) => [name, raw[name]] as const).filter(([, value]) => typeof value === "string" && value !== "" && value.length <= 200)),
    ...Object.fromEntries((["from", "until"] as const).map((name) => [name, raw[name]] as const).filter(([, value]) => typeof value === "string" && DAY.test(value))),
    ...(Number.isInteger(revision) && revision > 0 ? { revision } : {}),
  };
}

/** The first moment of a day where the reader is. */
const beginning = (day: string, later = 0): string => {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date + later).toISOString();
};

/** The words of a question to the server. */
export function question({ from, until, ...plain }: Sieve, more: { readonly after?: number; readonly page?: string | undefined } = {}): string {
  const words = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...plain, ...more })) if (value !== undefined && value !== "") words.set(name, String(value));
  if (from) words.set("from", beginning(from));
  if (until) words.set("until", beginning(until, 1));
  return words.size === 0 ? "" : `?${words}`;
}

export const read = (workspace: string, sieve: Sieve, more?: { readonly after?: number; readonly page?: string | undefined }): Promise<Page> => ask("GET", `/workspaces/${workspace}/history/entries${question(sieve, more)}`);
export const stateOf = (workspace: string): Promise<State> => ask("GET", `/workspaces/${workspace}/history/state`);
export const takeBack = (workspace: string, revision: number, page: string | undefined): Promise<{ readonly revision: number }> => ask("POST", `/workspaces/${workspace}/history/${revision}/undo`, { id: crypto.randomUUID(), ...(page === undefined ? {} : { page }) });
export const eraseWords = (workspace: string, revision: number): Promise<void> => ask("POST", `/workspaces/${workspace}/history/${revision}/erase`, {});
export const historyFile = (workspace: string): string => `/api/workspaces/${workspace}/history/file`;
