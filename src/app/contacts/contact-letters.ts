import type { Letter } from "#accounts/letter.ts";

interface Asked {
  readonly to: string;
  readonly person: string;
  readonly asker: string;
  readonly workspace: string;
  readonly link: string;
  readonly until: Date;
}
const plain = (words: string): string => words.replace(/\s+/g, " ").trim();
const dayOf = (at: Date): string => at.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const strange = (asker: string): string => `If you do not know ${plain(asker)}, do nothing: then nothing happens.`;

/** Asks a person whether their numbers are still correct. None of them stands in the letter. */
export const correctLetter = ({ to, person, asker, workspace, link, until }: Asked): Letter => ({
  to,
  subject: `Are your numbers still correct? (${plain(workspace)})`,
  text: `${plain(person)}, in an emergency you may be called by what “${plain(workspace)}” says about you. ${plain(asker)} asks whether that is still correct. See it and answer there, it takes a minute and no account:\n${link}\n\nThe link is for you alone and shows nothing but how you are reached. It works once, until ${dayOf(until)}. ${strange(asker)}\n`,
});

/** A message that shows whether it arrives. */
export const testLetter = ({ to, person, asker, workspace, link, until }: Asked): Letter => ({
  to,
  subject: `Test message: please say that it arrived (${plain(workspace)})`,
  text: `${plain(person)}, this is a test. ${plain(asker)} wants to know whether a message of “${plain(workspace)}” reaches you. Say so there:\n${link}\n\nThe link works once, until ${dayOf(until)}. ${strange(asker)}\n`,
});
