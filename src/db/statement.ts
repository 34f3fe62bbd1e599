/** A statement with a name of its own: prepared once per connection, listed by `npm run sql`. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

const all = new Map<string, Statement>();

/** Registers a statement; a name is given once. */
export function statement(name: string, text: string): Statement {
  if (all.has(name)) throw new Error(`two statements are called ${name}`);
  const made = { name, text: text.replace(/^\s*\n/, "").trimEnd() };
  all.set(name, made);
  return made;
}

/** Every statement Remit ever sends, by name. */
export const statements = (): readonly Statement[] => [...all.values()].sort((a, b) => a.name.localeCompare(b.name));
