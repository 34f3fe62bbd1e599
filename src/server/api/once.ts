import { createHash } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import { actorOf, enterBySession } from "#db/account.ts";
import { beginOnce, dropOnce, finishOnce } from "#db/answered.ts";
import { UUID, type Desk } from "./desk.ts";
import { problem } from "./refuse.ts";
import { hashOf, keyOf, sessionOf } from "./session.ts";

/**
 * What makes something, or sends something out. Edits carry ids of their own; the import of a workspace is a stream,
 * which is not kept to be compared.
 */
const MAKES = /\/workspaces(?:\/[^/]+\/(?:invitations|keys|guests|contact-checks|contact-tests|minute-tests|single-sign-on|webhooks(?:\/[^/]+\/(?:secret|test|deliveries\/[^/]+\/replay))?))?$/;
/** Whether a request of this path may be named, so that it is done once. */
export const isDoneOnce = (method: string, path: string): boolean => method.toUpperCase() === "POST" && MAKES.test(path);

/** What a sender may call a request: long enough not to be met by chance. */
const NAME = /^"?([\x21\x23-\x7e]{16,200})"?$/;

interface Kept {
  readonly status: 200 | 201 | 202;
  readonly type: string;
  readonly body: string;
  /** What whoever was answered was then in the workspace the path names. */
  readonly as: As | null;
}

interface As {
  readonly role: string;
  readonly party: string | null;
}

/** Answers a request that was named with `Idempotency-Key` and is sent again as the first time, and does nothing twice. */
export const once =
  ({ db, keys }: Desk): MiddlewareHandler =>
  async (c, next) => {
    const name = c.req.header("idempotency-key");
    if (name === undefined || !isDoneOnce(c.req.method, c.req.path)) return next();
    const plain = NAME.exec(name)?.[1];
    if (plain === undefined) return problem(c, 422, "Does not fit", "an Idempotency-Key has 16 to 200 visible characters, a uuid for example", { code: "unfit", problems: [{ place: "Idempotency-Key", message: "16 to 200 visible characters" }] });
    const session = sessionOf(c);
    const actor = session && keyOf(c) === undefined ? await actorOf(db, session) : undefined;
    // Whoever is nobody is refused behind this.
    if (!actor) return next();
    const workspace = /\/workspaces\/([^/]+)\//.exec(c.req.path)?.[1];
    const entered = workspace !== undefined && UUID.test(workspace) ? await enterBySession(db, session as Buffer, workspace) : undefined;
    // Whoever does not come in there, or not any more, is refused behind this: an answer may hold a secret.
    if (workspace !== undefined && (entered?.role ?? null) === null) return next();
    const as: As | null = entered?.role ? { role: entered.role, party: entered.party } : null;
    const key = hashOf(plain);
    const request = createHash("sha256").update(`${c.req.method}\n${c.req.path}\n`).update(await c.req.text()).digest();
    const known = await beginOnce(db, actor.account, key, request);
    if (known.state === "other") return problem(c, 422, "Another request", "this Idempotency-Key was used for another request; nothing was done", { code: "other-request" });
    if (known.state === "open") return problem(c, 409, "Under way", "a request with this Idempotency-Key is under way, or ended without an answer; nothing was done now. Look whether it was carried out before you use another key", { code: "under-way" });
    if (known.state === "again") {
      const { status, type, body, as: then } = JSON.parse(keys.unseal(known.sealed)) as Kept;
      if (then?.role !== as?.role || then?.party !== as?.party) return problem(c, 403, "Not entitled", "you are something else in this workspace by now, so what was answered then is not shown again; nothing was done", { code: "may-not" });
      return c.body(body, status, { "Content-Type": type, "Cache-Control": "no-store", "Idempotency-Replayed": "true" });
    }
    await next();
    const { status } = c.res;
    if (status < 300) {
      const kept: Kept = { status: status as Kept["status"], type: c.res.headers.get("content-type") ?? "application/json", body: await c.res.clone().text(), as };
      await finishOnce(db, actor.account, key, keys.seal(JSON.stringify(kept)));
    } else if (status < 500) await dropOnce(db, actor.account, key);
    // After a fault nobody knows whether it was done: it is not tried again under this name.
  };
