import type { Letter } from "#accounts/letter.ts";

interface About {
  readonly to: string;
  readonly name: string;
  readonly workspace: string;
  readonly number: number;
}
const plain = (words: string): string => words.replace(/\s+/g, " ").trim();

/** Asks somebody to sign. What is to be signed does not stand in the letter. */
export const signLetter = ({ to, name, workspace, number, page, again }: About & { readonly page: string; readonly again: boolean }): Letter => ({
  to,
  subject: `${again ? "Reminder: v" : "V"}ersion ${number} waits for your signature (${plain(workspace)})`,
  text: `${plain(name)}, version ${number} of the responsibility matrix of “${plain(workspace)}” ${again ? "still waits" : "waits"} for your signature. Read it, then sign or refuse it there:\n${page}\n`,
});

/** Everybody who signed is told what it was, so that nobody can say later that it was something else. */
export const digestLetter = ({ to, name, workspace, number, digest, key, from }: About & { readonly digest: string; readonly key: string; readonly from: string }): Letter => ({
  to,
  subject: `Version ${number} is signed by everybody (${plain(workspace)})`,
  text: `${plain(name)}, everybody who had to sign version ${number} of the responsibility matrix of “${plain(workspace)}” has signed it. It is in force ${from}.\n\nKeep this letter. The digest (SHA-256) of what was signed is\n${digest}\nand it is sealed with the key\n${key}\n`,
});

/** It is in force no longer. */
export const withdrawnLetter = ({ to, name, workspace, number, digest, by, reason }: About & { readonly digest: string; readonly by: string; readonly reason: string }): Letter => ({
  to,
  subject: `Version ${number} was withdrawn (${plain(workspace)})`,
  text: `${plain(name)}, ${plain(by)} withdrew version ${number} of the responsibility matrix of “${plain(workspace)}”, which everybody had signed. The reason given: ${plain(reason)}\n\nDigest (SHA-256) of what was withdrawn: ${digest}\n`,
});

/** The code that goes with a link. */
export const codeLetter = ({ to, name, workspace, number, code }: About & { readonly code: string }): Letter => ({
  to,
  subject: `Your code to sign version ${number} (${plain(workspace)})`,
  text: `${plain(name)}, your code to sign or refuse version ${number} of “${plain(workspace)}” is\n\n${code}\n\nIt works for ten minutes, in the page where you asked for it. If you did not ask for it, do nothing and tell your own side: somebody has your link.\n`,
});
