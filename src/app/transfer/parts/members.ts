import type { Database } from "#db/database.ts";
import { membersOf, type Member } from "#db/member.ts";
import type { ExportPart } from "../part.ts";

const AT_ONCE = 500;

/** Who belongs to the workspace; addresses of one's own party only, though an owner sees the others' on the page. */
export const members: ExportPart = {
  name: "members.json",
  about: "members with their roles and parties; e-mail addresses of the exporter's own party only",
  async *write({ db, account, workspace, party }) {
    const all = await everybody(db, account, workspace);
    const near = (member: (typeof all)[number]): boolean => member.account === account || (party !== null && member.party === party);
    yield JSON.stringify(all.map((member) => ({ name: member.name, role: member.role, party: member.party, person: member.person, since: member.since.toISOString(), email: near(member) ? member.email : null })), null, 2);
  },
};

/** All members, piece by piece. */
async function everybody(db: Database, account: string, workspace: string): Promise<readonly Member[]> {
  const all: (Member & { readonly place: string; readonly id: string })[] = [];
  for (;;) {
    const piece = await membersOf(db, account, workspace, AT_ONCE, all.at(-1));
    all.push(...piece);
    if (piece.length < AT_ONCE) return all;
  }
}
