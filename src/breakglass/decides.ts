import { VERB_WORDS } from "#core/model/verb-words.ts";
import { delegationsIn } from "./away.ts";
import type { Contents } from "./contents.ts";
import { fitted, type Entry, type Room, type Section } from "./entries.ts";
import { limitsOf, listed, obligationsOf, rightInWords, roleWithHolders, whenInWords } from "#core/model/spoken.ts";
import { zoneNamed } from "./moments.ts";
import { nameOf, stretch } from "./people.ts";
import { usualZone } from "./world.ts";

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Every right, one after the other, and then what is lent to others while the card holds. */
export function rights(contents: Contents, room: Room): Section {
  const { document } = contents;
  const zone = zoneNamed(usualZone(contents)).name;
  const own = (document.decisionRights ?? []).map((right): Entry => ({ head: "", body: capital(rightInWords(document, right)), lines: [] }));
  const lent = delegationsIn(contents).map((one): Entry => ({ head: "", body: `Lent: ${nameOf(contents, one.to)} may for ${nameOf(contents, one.from)} ${listed(one.verbs.map((verb) => VERB_WORDS[verb]))}, ${stretch(contents, one.starts, one.ends, room)} (${zone})`, lines: [] }));
  return { title: "Who may decide what", entries: [...own, ...lent] };
}

/** Every decision an event asks for, with all who have a right to it, their own or lent. */
export function decisions(contents: Contents, room: Room): Section {
  const { document } = contents;
  const verbs = [...new Set((document.events ?? []).flatMap((event) => event.verbs ?? []))];
  const delegations = delegationsIn(contents);
  const entries = verbs.map((verb): Entry => {
    // Without the verb: it stands before them all.
    const own = (document.decisionRights ?? []).filter((right) => right.verb === verb).map((right) => rightInWords(document, right, room.holders).replace(` may ${right.deny === true ? "not " : ""}${VERB_WORDS[verb]}`, right.deny === true ? " may not" : ""));
    const lent = delegations.filter((one) => one.verbs.includes(verb)).map((one) => `${nameOf(contents, one.to)} for ${nameOf(contents, one.from)}, ${stretch(contents, one.starts, one.ends, room)}`);
    return { head: capital(VERB_WORDS[verb]), body: [...own, ...lent].length === 0 ? "nobody may" : fitted([...own, ...lent], room.list).join("; "), lines: [] };
  });
  return { title: delegations.length === 0 ? "May decide" : `May decide (${zoneNamed(usualZone(contents)).name})`, entries };
}

/** What was agreed in advance, with its conditions and what it obliges to. */
export const agreed = ({ document }: Contents, room: Room): Section => ({
  title: "Agreed in advance",
  entries: (document.preAuthorisations ?? []).map((grant) => ({
    head: capital(fitted(grant.actions, room.list).join("; ")),
    body: `If ${grant.trigger}, ${[limitsOf(document, grant), whenInWords(document, grant)].filter(Boolean).join(", ")}, by ${listed(fitted(grant.performers.map((role) => roleWithHolders(document, role, room.holders)), room.list), "or")}.${grant.limits === undefined ? "" : ` ${grant.limits}.`}${grant.rollback === undefined ? "" : ` To undo: ${grant.rollback}.`} Then ${obligationsOf(document, grant).join("; ")}.`,
    lines: [],
  })),
});
