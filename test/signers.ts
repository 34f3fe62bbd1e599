import { randomUUID } from "node:crypto";
import type { TestDatabase } from "./database.ts";
import { houses } from "./house.ts";

export const PASSWORD = "four plain words here";
export const NOTHING_BLOCKS = { errors: "ignore", counterexamples: "ignore", contested: "ignore", untested: "ignore", unadapted: "ignore" };
type Who = { readonly cookie: string; readonly account: string };
interface Draft {
  readonly revision: number;
  readonly document: { readonly parties: readonly { readonly id: string; readonly name: string; readonly kind: string }[]; readonly people: readonly { readonly id: string; readonly name: string; readonly party: string }[]; readonly activities: readonly { readonly id: string; readonly title: string }[] };
}
export interface Overview {
  readonly serving: { readonly number: number; readonly expired: boolean; readonly since: string } | null;
  readonly altered: readonly number[];
  readonly draft: { readonly revision: number; readonly digest: string; readonly rows: number | null; readonly missing: readonly string[] };
  readonly versions: readonly { readonly number: number; readonly state: string; readonly digest: string; readonly altered: boolean; readonly seats: readonly { readonly person: string; readonly signed: string | null; readonly missing: string | null; readonly own: boolean; readonly delegate: string | null }[] }[];
}

/** A workspace with a client and a provider, each with an owner who signs for it: Ana and Ben, both with an address and a password. */
export function signers(at: TestDatabase) {
  const house = houses(at);
  let count = 0;
  return async (how: Parameters<typeof house>[0] = {}) => {
    const here = await house({ mails: true, ...how });
    const { ask, workspace, ana, member, signIn } = here;
    const read = async <T>(who: Who, path: string): Promise<T> => (await (await ask(who.cookie, "GET", `/workspaces/${workspace}${path}`)).json()) as T;
    const draft = () => read<Draft>(ana, "/matrix");
    const { document } = await draft();
    const party = (kind: string): string => document.parties.find((each) => each.kind === kind)?.id ?? "";
    const [client, provider] = [party("client"), party("provider")];
    const people = (of: string): string[] => document.people.filter((one) => one.party === of).map(({ id }) => id);
    const [anna = "", clara = ""] = people(client);
    const [pia = "", paul = ""] = people(provider);
    const settle = async (who: Who, of: string, person: string | null) => {
      await at.asOwner("update remit.member set party = $2, person = $3, proved = true where account_id = $1", [who.account, of, person]);
      const email = `signer${++count}@example.org`;
      await at.asOwner("update auth.account set email = $2, email_verified = true where id = $1", [who.account, email]);
      const set = await ask(who.cookie, "PUT", "/account/password", { password: PASSWORD });
      if (set.status !== 204) throw new Error(`no password: ${set.status}`);
      return { ...who, email };
    };
    const first = await settle(ana, client, anna);
    // The example has gaps, on purpose: what they keep back has a test of its own.
    await at.asOwner("insert into remit.sign_policy (workspace_id, weights, set_by) values ($1, $2, $3)", [workspace, JSON.stringify(NOTHING_BLOCKS), ana.account]);
    const ben = await settle(await member("owner", provider), provider, pia);
    const send = (who: Who, method: string, path: string, body: unknown, headers?: Record<string, string>) => ask(who.cookie, method, `/workspaces/${workspace}${path}`, body, headers);
    const post = (who: Who, path: string, body: unknown, headers?: Record<string, string>) => send(who, "POST", path, body, headers);
    const name = (who: Who, of: string, persons: readonly string[]) => send(who, "PUT", "/signatories", { id: randomUUID(), party: of, people: persons.map((person) => ({ person })) });
    const offer = async (who: Who = first, revision?: number) => post(who, "/versions", { id: randomUUID() }, { "if-match": `"${revision ?? (await draft()).revision}"` });
    const seen = (who: Who = first) => read<Overview>(who, "/versions");
    const digestOf = async (number: number): Promise<string> => (await seen()).versions.find((one) => one.number === number)?.digest ?? "";
    const sign = async (who: Who, number: number, person: string, more: object = {}) => post(who, `/versions/${number}/sign`, { id: randomUUID(), person, digest: await digestOf(number), intent: "I agree to this version", password: PASSWORD, ...more });
    const edit = async (who: Who, title: string, row = document.activities[0]?.id ?? "") => post(who, "/edits", { id: randomUUID(), base: (await draft()).revision, what: `rename to ${title}`, edits: [{ do: "set", at: { kind: "activity", id: row }, field: "title", value: title }] });
    const dated = async (days: Record<string, string>) => post(first, "/edits", { id: randomUUID(), base: (await draft()).revision, what: "set the days", edits: Object.entries(days).map(([field, value]) => ({ do: "set-matrix", field, value })) });
    const named = async () => {
      for (const [who, of, person] of [[first, client, anna], [ben, provider, pia]] as const) if ((await name(who, of, [person])).status !== 204) throw new Error("not named");
    };
    /** A version that both have signed. */
    const inForce = async (): Promise<number> => {
      await named();
      const { number } = (await (await offer()).json()) as { number: number };
      for (const [who, person] of [[first, anna], [ben, pia]] as const) if ((await sign(who, number, person)).status !== 200) throw new Error("not signed");
      return number;
    };
    return { ...here, ana: first, ben, client, provider, anna, clara, pia, paul, document, draft, read, send, post, name, named, offer, seen, digestOf, sign, edit, dated, inForce, settle, member, signIn };
  };
}
