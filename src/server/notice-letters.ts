import type { Accounts } from "#accounts/accounts.ts";
import type { Letter } from "#accounts/letter.ts";
import type { Database } from "#db/database.ts";
import { noticesTold, takeNotices, type Notice } from "#db/notice.ts";

/** A row's title in a letter: one line, and no longer than one reads. */
const LONGEST = 120;
const line = (words: string): string => {
  const plain = words.replace(/\s+/g, " ").trim();
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST - 1)}…` : plain;
};
const rowsOf = ({ title, rows }: Notice): string => `${title === null ? "a row" : `“${line(title)}”`}${rows > 1 ? ` and ${rows - 1} more` : ""}`;
const whoOf = ({ who, party }: Notice): string => `${line(who ?? "somebody")}${party === null ? "" : ` (${line(party)})`}`;

const SAID: Readonly<Record<Notice["news"], (notice: Notice) => string>> = {
  made: (notice) => `${whoOf(notice)} proposes to change ${rowsOf(notice)}: your side answers`,
  accepted: (notice) => `${whoOf(notice)} accepted what you proposed for ${rowsOf(notice)}`,
  declined: (notice) => `${whoOf(notice)} declined what you proposed for ${rowsOf(notice)}`,
  countered: (notice) => `${whoOf(notice)} proposes something else for ${rowsOf(notice)}: your side answers`,
};
const SUBJECT: Readonly<Record<Notice["news"], string>> = { made: "a proposal waits for your side", accepted: "your proposal is accepted", declined: "your proposal is declined", countered: "your proposal is countered" };

/** The letter that tells all of it. @param page an address of this Remit. */
export function noticeLetter(notices: readonly Notice[], page: (path: string) => string): Letter {
  const [first] = notices;
  if (!first) throw new Error("a letter tells something");
  const places = [...Map.groupBy(notices, ({ workspace }) => workspace)];
  const [, here = []] = places[0] ?? [];
  const subject = notices.length === 1 ? SUBJECT[first.news] : `news of ${notices.length} proposals`;
  const told = places.map(([workspace, news]) => `${line(news[0]?.workspaceName ?? "")}\n${news.map((one) => `- ${SAID[one.news](one)}`).join("\n")}\n${page(`/w/${workspace}/agreement`)}`);
  return {
    to: first.email,
    subject: `${places.length === 1 ? line(here[0]?.workspaceName ?? "") : "Remit"}: ${subject}`,
    text: `${told.join("\n\n")}\n\nThe words of a proposal are read there, by whoever signs in. You want no such letters? Switch them off on your account page: ${page("/account")}\n`,
  };
}

/** Puts a letter into the outbox for everybody who has to be told something now. */
export async function gatherNotices(db: Database, accounts: Pick<Accounts, "letter" | "page">): Promise<void> {
  for (let notices = await takeNotices(db); notices.length > 0; notices = await takeNotices(db)) {
    await noticesTold(db, notices[0]?.account ?? "", notices.map(({ notice }) => notice), accounts.letter(noticeLetter(notices, accounts.page)));
  }
}
