import { sayDuration } from "#core/model/measure.ts";
import { readDuration } from "./durations.ts";
import { oneLine, type Named, type Names } from "./names.ts";

/** Why an edited cell cannot be applied, for the import report. */
export class Unreadable {
  readonly why: string;
  constructor(why: string) {
    this.why = why;
  }
}

/** One column of a sheet: how an item's field is shown, and how an edit of it is read. */
export interface Field<T> {
  readonly key: string;
  readonly header: string;
  /** In characters. */
  readonly width: number;
  /** What a list in the cell offers. */
  readonly choices?: readonly string[];
  /** The cell offers the names on that sheet. */
  readonly offers?: Named;
  show(item: T, names: Names): string;
  /** The item with the edit; a field without `read` is worked out from others and cannot be edited. */
  read?(text: string, item: T, names: Names): T | Unreadable;
}

type Plain = Readonly<Record<string, unknown>>;

/** Value at a path like `approval/class`. */
export function at(item: unknown, path: string): unknown {
  let value = item;
  for (const key of path.split("/")) value = typeof value === "object" && value !== null ? (value as Plain)[key] : undefined;
  return value;
}

/** The item with the value at the path; `undefined` removes it, and the mapping around it when that is empty then. */
export function put<T>(item: T, path: string, value: unknown): T {
  const [key = "", ...rest] = path.split("/");
  const copy: Record<string, unknown> = { ...(item as Plain) };
  const inner = rest.length === 0 ? value : put(copy[key] ?? {}, rest.join("/"), value);
  if (inner === undefined || (rest.length > 0 && Object.keys(inner as Plain).length === 0)) delete copy[key];
  else copy[key] = inner;
  return copy as T;
}

type Look = { readonly header: string; readonly width: number };

/** Free text. */
export const words = <T>(key: string, { header, width }: Look): Field<T> => ({
  key, header, width,
  show: (item) => String(at(item, key) ?? ""),
  read: (text, item) => put(item, key, text === "" ? undefined : text),
});

/** Text that must be there: names and titles. */
export const title = <T>(key: string, look: Look): Field<T> => ({
  ...words<T>(key, look),
  read: (text, item) => (text === "" ? new Unreadable("this cell may not be empty") : put(item, key, text)),
});

/** One of a few words. */
export const choice = <T>(key: string, { header, width }: Look, choices: readonly string[]): Field<T> => ({
  key, header, width, choices,
  show: (item) => String(at(item, key) ?? ""),
  read: (text, item) => {
    if (text === "") return put(item, key, undefined);
    const chosen = choices.find((c) => c === text.toLowerCase().replace(/\s+/g, "-"));
    return chosen === undefined ? new Unreadable(`this cell holds one of: ${choices.join(", ")}`) : put(item, key, chosen);
  },
});

/** Yes, no, or nothing said. */
export const flag = <T>(key: string, { header, width }: Look): Field<T> => ({
  key, header, width, choices: ["yes", "no"],
  show: (item) => {
    const value = at(item, key);
    return value === undefined ? "" : value ? "yes" : "no";
  },
  read: (text, item) => {
    if (text === "") return put(item, key, undefined);
    if (/^(y|yes|true|x|1)$/i.test(text)) return put(item, key, true);
    return /^(n|no|false|0)$/i.test(text) ? put(item, key, false) : new Unreadable("this cell holds yes or no");
  },
});

const NOUNS: Readonly<Record<Named, string>> = { party: "party", person: "person", role: "role", area: "area", stage: "stage", scope: "scope item", calendar: "calendar" };

const unknownName = (kind: Named, text: string): Unreadable =>
  new Unreadable(`no single ${NOUNS[kind]} is called \`${text}\``);

/** The name of another item. */
export const named = <T>(key: string, { header, width }: Look, kind: Named): Field<T> => ({
  key, header, width, offers: kind,
  show: (item, names) => {
    const id = at(item, key);
    return typeof id === "string" ? names.say(kind, id) : "";
  },
  read: (text, item, names) => {
    if (text === "") return put(item, key, undefined);
    const id = names.find(kind, text);
    return id === undefined ? unknownName(kind, text) : put(item, key, id);
  },
});

/** Names of other items, one to a line. */
export const namedList = <T>(key: string, { header, width }: Look, kind: Named): Field<T> => ({
  key, header, width,
  show: (item, names) => ((at(item, key) as readonly string[] | undefined) ?? []).map((id) => names.say(kind, id)).join("\n"),
  read: (text, item, names) => {
    const found: string[] = [];
    for (const part of lines(text)) {
      // A name may hold a comma itself: commas part names only where the whole line is nobody's.
      const whole = names.find(kind, part);
      for (const name of whole ? [part] : part.split(/[,;]/).map(oneLine).filter(Boolean)) {
        const id = names.find(kind, name);
        if (id === undefined) return unknownName(kind, name);
        found.push(id);
      }
    }
    return put(item, key, found.length > 0 ? found : undefined);
  },
});

/** Several texts, one to a line. */
export const wordList = <T>(key: string, { header, width }: Look): Field<T> => ({
  key, header, width,
  show: (item) => ((at(item, key) as readonly string[] | undefined) ?? []).map(oneLine).join("\n"),
  read: (text, item) => {
    const list = lines(text);
    return put(item, key, list.length > 0 ? list : undefined);
  },
});

/** A length of time. */
export const span = <T>(key: string, { header, width }: Look): Field<T> => ({
  key, header, width,
  show: (item) => {
    const iso = at(item, key);
    return typeof iso === "string" ? sayDuration(iso) : "";
  },
  read: (text, item) => {
    if (text === "") return put(item, key, undefined);
    const iso = readDuration(text);
    return iso === undefined ? new Unreadable("a length of time is written like `15 min`, `4 h`, `1 day`") : put(item, key, iso);
  },
});

/** The lines of a cell that say something. */
export const lines = (text: string): string[] => text.split("\n").map(oneLine).filter(Boolean);
