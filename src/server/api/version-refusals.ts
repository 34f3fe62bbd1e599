import type { VersionTrouble } from "#app/refusal.ts";

const listed = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(", ");

/** The words for what is not done with a version: status, title, detail. */
export const SAID_OF_VERSIONS: Readonly<Record<VersionTrouble, readonly [403 | 409 | 410 | 412 | 429, string, (names: readonly string[]) => string]>> = {
  "draft-went-on": [412, "The draft went on", () => "the draft is not the one you saw any more: read it again, then offer it; nothing was offered"],
  "one-offered": [409, "One is offered already", () => "another version waits for signatures: withdraw it before a new one is offered; nothing was offered"],
  "nobody-named": [409, "Somebody is missing", (names) => `it is not clear who signs${names.length === 0 ? "" : `: ${listed(names)}`}; every party that decides here names people of its own who sign, two parties at least; nothing was offered`],
  "one-human": [409, "One human for two parties", (names) => `the matrix says that ${listed(names)} is the same human as a signatory of another party: nobody signs for both; nothing was offered`],
  "not-ready": [409, "Not ready to be signed", (names) => `this workspace offers no draft with ${names.join("; ")}: settle it, accept it on purpose, or have an owner change what blocks; nothing was offered`],
  "not-judged": [409, "Not worked out", () => "whether something is still open could not be worked out in time: offer it again later, or have an owner change what blocks; nothing was offered"],
  over: [409, "Its validity is over", (names) => `the matrix says it is valid until ${names[0] ?? "a day"} that is before it can begin: change that day first; nothing was offered`],
  "not-open": [409, "Not open any more", () => "this version waits for no signatures: it is signed by everybody, refused, withdrawn, or its last day is over; nothing was done"],
  "signed-already": [409, "Signed already", () => "this signature is there already, and nobody signs twice; nothing was done"],
  "other-text": [409, "Another text", (names) => `what you read is not what this version says: ${names.length === 0 ? "read it again" : `it differs in ${listed(names)}`}; nothing was signed`],
  "not-turn": [409, "Somebody signs before", () => "signatures come in an order here, and somebody before you has not signed yet; nothing was signed"],
  "not-signatory": [403, "Not yours to sign", () => "only whoever the party itself names as its signatory signs, as a member who is proved to be of that party; nothing was done"],
  altered: [409, "Altered in the database", () => "this version is not what was offered and signed: somebody wrote past Remit; it serves nobody, and nobody signs it"],
  "no-channel": [409, "No way to send a code", (names) => `nobody of their own party has entered an address where ${listed(names)} gets a code, and an address from another party counts for nothing: enter one first; no link was made`],
  "their-address": [409, "Somebody else's address", () => "this address belongs to somebody of another party here; nothing was kept"],
  "not-of-party": [409, "Not of this party", (names) => `${names.length === 0 ? "this" : listed(names)}: only people of the same party, who have nothing to sign yet, take a signature; nothing was changed`],
  theirs: [403, "Not yours to withdraw", () => "what waits is withdrawn by the party that offered it; what everybody signed, by an owner of a party that signed it; nothing was done"],
  "link-gone": [410, "This link no longer works", () => "it was used, its time is over, the version is not open any more, or nobody of the signatory's party stands behind it; ask your own side for another"],
  "link-burnt": [410, "This link is worth nothing any more", () => "somebody of another party opened it: nobody signs or refuses with it; ask your own side for another"],
  "code-wrong": [403, "Not the right code", () => "this code is not the one that was sent, it is older than ten minutes, or it was tried five times: ask for a new one; nothing was done"],
  codes: [429, "Too many codes", () => "five codes were sent within an hour; wait a while"],
  "no-mail": [409, "No e-mail here", () => "this Remit sends no e-mail, so it sends no codes and no reminders: whoever runs it sets SMTP up"],
  "not-complete": [409, "Not signed by everybody", () => "there is a certificate and a file once everybody who has to sign has signed"],
};
