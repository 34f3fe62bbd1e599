import { createHash } from "node:crypto";
import type { Blocker } from "#core/readiness/blockers.ts";
import type { Database } from "#db/database.ts";
import { privateContactsOf } from "#db/private-contact.ts";
import type { Drafts } from "../draft/drafts.ts";
import type { Answered, BlockersAsked, Given, ProofAsked, WhoAsked } from "./answering.ts";
import { NoAnswer, Thread, type Bounds } from "./thread.ts";

/** Who asks: the actor, and whether values of their own party's private contacts are theirs to see. */
export interface Asker {
  readonly account: string;
  readonly workspace: string;
  readonly revision: number;
  readonly sees: "own" | "shared";
}

const QUICK: Bounds = { longest: 10_000, memory: 512, waiting: 2_000, waitingOfOne: 500 };
const THOROUGH: Bounds = { longest: 30_000, memory: 1_024, waiting: 20, waitingOfOne: 4 };
/** So long a matrix that was too much is refused at once, in milliseconds. */
const REFUSED_FOR = 60_000;
const MOST_REFUSED = 1_000;
/** Proofs stay so long as all of them are no larger than this, in characters. */
const MOST_KEPT = 32_000_000;

/** Who to call, and whether there is always somebody: asked of drafts, answered in threads beside the server's own. */
export class Authority {
  readonly #db: Database;
  readonly #drafts: Drafts;
  readonly #quick: Thread;
  readonly #thorough: Thread;
  readonly #proofs = new Map<string, Promise<Answered>>();
  readonly #tooMuch = new Map<string, { readonly why: NoAnswer["why"]; readonly until: number }>();
  readonly #sizes = new Map<string, number>();

  constructor(db: Database, drafts: Drafts, bounds: { readonly quick?: Bounds; readonly thorough?: Bounds } = {}) {
    this.#db = db;
    this.#drafts = drafts;
    this.#quick = new Thread(bounds.quick ?? QUICK);
    this.#thorough = new Thread(bounds.thorough ?? THOROUGH);
  }

  /** What an answer for this asker is made from, beside the question: the same text, the same answer. */
  async standing({ account, workspace, revision, sees }: Asker): Promise<{ readonly tag: string; ask(question: WhoAsked): Promise<Answered> }> {
    const draft = await this.#drafts.read(account, workspace, revision);
    const values = sees === "own" ? await privateContactsOf(this.#db, account, workspace) : [];
    const seen = values.length === 0 ? "" : createHash("sha256").update(JSON.stringify(values)).digest("base64url").slice(0, 22);
    const key = `${workspace} ${draft.revision} ${seen}`;
    return { tag: `${draft.revision}${seen === "" ? "" : `-${seen}`}`, ask: (who) => this.#answer(workspace, key, who, () => ({ bytes: draft.bytes, values })) };
  }

  /** A matrix that was too much is not tried again for a while: meanwhile the others are answered. */
  async #answer(workspace: string, key: string, who: WhoAsked, given: () => Given): Promise<Answered> {
    const tooMuch = this.#tooMuch.get(key);
    if (tooMuch && Date.now() < tooMuch.until) throw new NoAnswer(tooMuch.why);
    this.#tooMuch.delete(key);
    try {
      return await this.#quick.ask(workspace, { key, who }, given);
    } catch (thrown) {
      if (thrown instanceof NoAnswer && thrown.why !== "too-many") {
        if (this.#tooMuch.size >= MOST_REFUSED) this.#tooMuch.clear();
        this.#tooMuch.set(key, { why: thrown.why, until: Date.now() + REFUSED_FOR });
      }
      throw thrown;
    }
  }

  /**
   * The proof over a horizon, worked out once for each revision: it does not depend on numbers, so everybody's is the same.
   * @throws NoAnswer
   */
  async proof({ account, workspace, revision }: Asker, proof: ProofAsked): Promise<Answered> {
    const draft = await this.#drafts.read(account, workspace, revision);
    const key = `${workspace} ${draft.revision}`;
    const name = `${key} ${proof.from} ${proof.until ?? ""} ${proof.absent}`;
    const known = this.#proofs.get(name);
    if (known) {
      this.#proofs.delete(name);
      this.#proofs.set(name, known);
      return known;
    }
    const answered = this.#thorough.ask(workspace, { key, proof }, () => ({ bytes: draft.bytes, values: [] }));
    this.#proofs.set(name, answered);
    answered.then((done) => this.#keep(name, "text" in done ? done.text.length : 1_000), (why: unknown) => this.#spare(name, why));
    return answered;
  }

  /**
   * What keeps a draft from being offered for signature under a policy, at an instant.
   * @throws NoAnswer
   */
  async blockers({ account, workspace, revision }: Omit<Asker, "sees">, asked: BlockersAsked): Promise<readonly Blocker[]> {
    const draft = await this.#drafts.read(account, workspace, revision);
    const answered = await this.#thorough.ask(workspace, { key: `${workspace} ${draft.revision}`, blockers: asked }, () => ({ bytes: draft.bytes, values: [] }));
    if (!("text" in answered)) throw new Error("what is open was not told");
    return JSON.parse(answered.text) as readonly Blocker[];
  }

  #keep(name: string, size: number): void {
    this.#sizes.set(name, size);
    let all = [...this.#sizes.values()].reduce((sum, one) => sum + one, 0);
    for (const oldest of this.#proofs.keys()) {
      if (all <= MOST_KEPT) break;
      const gone = this.#sizes.get(oldest);
      // One that is still being worked out has no size yet, and stays.
      if (gone === undefined) continue;
      all -= gone;
      this.#sizes.delete(oldest);
      this.#proofs.delete(oldest);
    }
  }

  /** What was too much once is too much again; what had no room finds some another time. */
  #spare(name: string, why: unknown): void {
    if (why instanceof NoAnswer && why.why !== "too-many") this.#keep(name, 1_000);
    else this.#proofs.delete(name);
  }
}
