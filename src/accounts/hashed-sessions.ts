import { createHash } from "node:crypto";
import type { DBAdapter } from "better-auth";

/** The table of sessions holds this and never a token: whoever reads it cannot sign in with it. */
const hashed = (token: unknown): string => `\\x${createHash("sha256").update(String(token)).digest("hex")}`;

type Where = { readonly field: string; readonly value: unknown }[];
type Asked = { readonly model: string; readonly where?: Where; readonly data?: Record<string, unknown>; readonly update?: Record<string, unknown> };

const isToken = ({ field, value }: Where[number]): boolean => field === "token" && typeof value === "string";
const searched = (where: Where | undefined): Where | undefined => where?.map((one) => (isToken(one) ? { ...one, value: hashed(one.value) } : one));

/** An adapter of the sign-in library that keeps only the SHA-256 of session tokens, and hands the token back to whoever knew it. */
export function withHashedSessions(inner: DBAdapter): DBAdapter {
  const known = ({ where }: Asked): unknown => where?.find(isToken)?.value;
  // What was found without knowing its token has none that works.
  const shown = (row: unknown, token: unknown): unknown => (row === null || typeof row !== "object" ? row : { ...row, token: token ?? "" });
  const asked = (query: Asked): never => ({ ...query, ...(query.where ? { where: searched(query.where) } : {}) }) as never;
  const call = (name: "findOne" | "update" | "delete" | "deleteMany" | "updateMany" | "findMany" | "count" | "consumeOne", query: Asked): Promise<unknown> => (inner[name] as (query: never) => Promise<unknown>)(asked(query));
  const over = {
    create: async (query: Asked) => {
      if (query.model !== "session") return inner.create(query as never);
      const token = query.data?.["token"];
      return shown(await inner.create({ ...query, data: { ...query.data, token: hashed(token) } } as never), token);
    },
    findMany: async (query: Asked) => (query.model === "session" ? ((await call("findMany", query)) as unknown[]).map((row) => shown(row, known(query))) : call("findMany", query)),
    ...Object.fromEntries((["findOne", "update", "consumeOne"] as const).map((name) => [name, async (query: Asked) => (query.model === "session" ? shown(await call(name, query), known(query)) : (inner[name] as (query: never) => Promise<unknown>)(query as never))])),
    ...Object.fromEntries((["delete", "deleteMany", "updateMany", "count"] as const).map((name) => [name, (query: Asked) => (query.model === "session" ? call(name, query) : (inner[name] as (query: never) => Promise<unknown>)(query as never))])),
    transaction: <T>(work: (inside: DBAdapter) => Promise<T>) => inner.transaction((inside) => work(withHashedSessions(inside as DBAdapter))),
  };
  return { ...inner, ...over } as unknown as DBAdapter;
}
