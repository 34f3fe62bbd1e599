import { randomBytes } from "node:crypto";
import { afterAll } from "vitest";
import { openAccounts, type Accounts } from "../src/accounts/accounts.ts";
import { keysFrom } from "../src/accounts/keys.ts";
import { opened, type Letter } from "../src/accounts/letter.ts";
import { Drafts } from "../src/app/draft/drafts.ts";
import { foundWorkspace } from "../src/app/workspace/found.ts";
import { buildApi } from "../src/server/api/api.ts";
import type { Desk } from "../src/server/api/desk.ts";
import type { Limits } from "../src/server/api/limits.ts";
import type { Live } from "../src/server/api/live.ts";
import { hashOf } from "../src/server/api/session.ts";
import { takeMail } from "../src/db/mail.ts";
import type { TestDatabase } from "./database.ts";

const quiet: Live = { on: () => () => undefined, tell: () => undefined, close: () => Promise.resolve() };

/** Builds the API on a real database, with a workspace, people who are signed in, and a look into the letter box. */
export function houses(at: TestDatabase) {
  const all: Accounts[] = [];
  afterAll(() => Promise.all(all.map((accounts) => accounts.close())));
  return async ({ mails = false, limits, url = "http://remit.test", privateIssuers = false, txt, proxies }: { readonly mails?: boolean; readonly limits?: Limits; readonly url?: string; readonly privateIssuers?: boolean; readonly txt?: Desk["txt"]; readonly proxies?: readonly string[] } = {}) => {
    // Letters of another house are sealed with another key.
    await at.asOwner("delete from auth.outbox");
    const drafts = new Drafts(at.db);
    const logged: string[] = [];
    const keys = keysFrom(randomBytes(32));
    const accounts = openAccounts({ address: at.address, keys, url: () => url, privateIssuers, mails });
    all.push(accounts);
    const api = buildApi({ db: at.db, drafts, live: quiet, accounts, keys, signer: keys.history, ...(limits ? { limits } : {}), ...(txt ? { txt } : {}), ...(proxies ? { proxies } : {}) }, (line) => logged.push(line));
    const signIn = async (name: string) => {
      const account = await at.person(name);
      const token = randomBytes(32).toString("base64url");
      await at.asOwner("insert into auth.session (token_hash, account_id, expires_at) values ($1, $2, now() + interval '1 hour')", [hashOf(token), account]);
      return { account, cookie: accounts.cookie(token).split(";")[0] ?? "" };
    };
    const ana = await signIn("Ana");
    const workspace = await foundWorkspace(at.db, drafts, ana.account, "Northwind", { from: "example" });
    const member = async (role: string, party?: string) => {
      const who = await signIn(role);
      await at.asOwner("insert into remit.member (workspace_id, account_id, role, party) values ($1, $2, $3, $4)", [workspace, who.account, role, party ?? null]);
      return who;
    };
    const ask = (cookie: string | undefined, method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
      api.request(path, { method, headers: { host: "remit.test", ...(cookie ? { cookie } : {}), ...(method === "GET" ? {} : { "content-type": "application/json" }), ...headers }, ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }) });
    /** A guest whom somebody asked in, in a browser where the link was opened. */
    const guest = async (wanted: object = {}, by = ana.cookie) => {
      const { id, link } = (await (await ask(by, "POST", `/workspaces/${workspace}/guests`, { name: "Gus", ...wanted })).json()) as { id: string; link: string };
      const token = link.split("#guest=")[1] ?? "";
      const entered = await ask(undefined, "POST", "/guests/enter", { token });
      return { id, token, cookie: cookiesOf(entered) };
    };
    /** What would go out next. */
    const letter = async (): Promise<Letter | undefined> => {
      const taken = await takeMail(at.db);
      return taken && opened(keys, taken.sealed);
    };
    return { api, keys, accounts, ana, workspace, member, guest, signIn, ask, logged, letter };
  };
}

/** The cookies of an answer, as the browser sends them back. */
export const cookiesOf = (answer: Response): string => answer.headers.getSetCookie().map((one) => one.split(";")[0]).join("; ");
