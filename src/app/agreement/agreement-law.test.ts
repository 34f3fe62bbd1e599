import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { testDatabase } from "../../../test/database.ts";
import { drawn } from "#core/lint/sketch.ts";
import { agreementOf } from "#db/agreement.ts";
import { Drafts } from "../draft/drafts.ts";
import { Refused } from "../refusal.ts";
import { foundWorkspace } from "../workspace/found.ts";
import { accept, close, propose } from "./propose.ts";
import { stand } from "./stand.ts";

const at = testDatabase();
const start = drawn({ rows: [{ title: "A", cells: { "Security Lead (client)": "A", "SOC Analyst (provider)": "R" } }] });
const row = start.activities[0]?.id as string;
const SIDES = ["client", "provider"] as const;
type Side = (typeof SIDES)[number];
type Title = "A" | "B" | "C";

/** What somebody does, as a word: who, what, with which title or which of the proposals. */
type Step = readonly [Side, "edit" | "agree" | "contest" | "forget" | "propose" | "accept" | "close", Title, number];
const steps = fc.array(fc.tuple(fc.constantFrom(...SIDES), fc.constantFrom("edit", "agree", "agree", "agree", "contest", "forget", "propose", "propose", "accept", "accept", "close"), fc.constantFrom<Title>("A", "B", "C"), fc.nat(2)), { maxLength: 14 }) as fc.Arbitrary<readonly Step[]>;

/** The rules of agreement, slow and obvious. */
class Twin {
  title: Title = "A";
  stands: Partial<Record<Side, Title | "contested">> = {};
  /** Titles written since each proposal was made make it fall behind. */
  proposals: { readonly by: Side; readonly title: Title; state: "open" | "done"; behind: boolean }[] = [];
  get agreed(): boolean {
    return SIDES.every((side) => this.stands[side] === this.title);
  }
  #write(title: Title): void {
    for (const each of this.proposals) each.behind = true;
    this.title = title;
  }
  /** @returns whether it was taken. */
  take([side, what, title, which]: Step): boolean {
    const proposal = this.proposals[which];
    switch (what) {
      case "edit":
        if (this.agreed && title !== this.title) return false;
        this.#write(title);
        return true;
      case "agree":
        this.stands[side] = this.title;
        return true;
      case "contest":
        this.stands[side] = "contested";
        return true;
      case "forget":
        delete this.stands[side];
        return true;
      case "propose":
        this.proposals.push({ by: side, title, state: "open", behind: false });
        return true;
      case "accept":
        if (proposal?.state !== "open" || proposal.by === side || proposal.behind) return false;
        proposal.state = "done";
        this.#write(proposal.title);
        this.stands = { client: proposal.title, provider: proposal.title };
        return true;
      case "close":
        if (proposal?.state !== "open") return false;
        proposal.state = "done";
        return true;
    }
  }
}

test("rows are agreed, changed and proposed as the plain rules say, whatever the sides do", async () => {
  const people = { client: await at.person("Ana"), provider: await at.person("Pia") };
  await fc.assert(
    fc.asyncProperty(steps, async (words) => {
      const drafts = new Drafts(at.db);
      const here = await foundWorkspace(at.db, drafts, people.client, "Northwind", { from: "document", document: start });
      await at.asOwner("update remit.member set party = 'client' where workspace_id = $1", [here]);
      await at.asOwner("insert into remit.member (workspace_id, account_id, role, party) values ($1, $2, 'editor', 'provider')", [here, people.provider]);
      const twin = new Twin();
      const made: string[] = [];
      for (const step of words) {
        const [side, what, title, which] = step;
        const who = people[side];
        const { revision } = await drafts.read(who, here);
        const edits = [{ do: "set", at: { kind: "activity", id: row }, field: "title", value: title }] as const;
        const proposal = made[which] ?? randomUUID();
        const id = randomUUID();
        const does = {
          edit: () => drafts.edit(who, here, { id, base: revision, edits, what }),
          agree: () => stand(drafts, who, here, { id, rows: [row], stand: "agreed", reason: null, seen: revision }),
          contest: () => stand(drafts, who, here, { id, rows: [row], stand: "contested", reason: "no", seen: revision }),
          forget: () => stand(drafts, who, here, { id, rows: [row], stand: "none", reason: null, seen: revision }),
          propose: () => propose(at.db, drafts, who, here, { id, base: revision, what: title, edits, reason: null, counters: null }),
          accept: () => accept(at.db, drafts, who, here, proposal, id, revision),
          close: () => close(at.db, drafts, who, here, proposal, id, "no", side),
        } as const;
        const taken = await does[what]().then(() => true, (thrown: unknown) => (thrown instanceof Refused ? false : Promise.reject(thrown)));
        if (taken && what === "propose") made.push(id);
        expect([what, taken]).toEqual([what, twin.take(step)]);
        const { document } = await drafts.read(who, here);
        expect(document.activities[0]?.title).toBe(twin.title);
        expect((await agreementOf(at.db, who, here)).agreed).toEqual(twin.agreed ? [row] : []);
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);
