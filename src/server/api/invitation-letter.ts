import type { Letter } from "#accounts/letter.ts";
import type { MemberRole } from "#db/workspace.ts";

interface Asked {
  readonly workspace: string;
  readonly inviter: string;
  readonly inviterParty: string | null;
  readonly role: MemberRole;
  /** Whom they will speak for. */
  readonly party: string | null;
  readonly link: string;
  readonly until: Date;
}

const ROLE: Readonly<Record<MemberRole, string>> = {
  owner: "owner: you change the matrix, sign for your party and look after its members",
  editor: "editor: you change the matrix",
  approver: "approver: you sign and decide for your party",
  operator: "operator: you work by the matrix in daily business",
  viewer: "viewer: you read",
  auditor: "auditor: you read everything that proves who did what",
};

const plain = (words: string): string => words.replace(/\s+/g, " ").trim();
const dayOf = (at: Date): string => at.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

/** Asks somebody in: where, by whom, as what, for whom, until when, and what to do about a letter nobody waited for. */
export function invitationLetter(to: string, { workspace, inviter, inviterParty, role, party, link, until }: Asked): Letter {
  const who = `${plain(inviter)}${inviterParty === null ? "" : ` of ${plain(inviterParty)}`}`;
  const forWhom = party === null ? "For which organisation you speak there is said later." : `You speak for ${plain(party)} there.`;
  return {
    to,
    subject: `${plain(inviter)} asks you into ${plain(workspace)}`,
    text: `${who} asks you into “${plain(workspace)}”, a responsibility matrix in Remit: who does what between two organisations, row by row.\n\nYou come in as ${ROLE[role]}. ${forWhom}\n\nSee the invitation, and accept it there:\n${link}\n\nThe link is for you alone: do not pass it on. It works once, until ${dayOf(until)}.\n\nYou did not expect this? Ask ${plain(inviter)} in a way you know already, not by answering this letter. If you do not know them, do nothing: without your yes, nothing happens and nobody learns that you read this.\n`,
  };
}
