import { VERB_WORDS } from "../model/verb-words.ts";
import type { Activity } from "../model/activity.ts";
import type { ItemKind, MatrixDocument } from "../model/document.ts";
import { about, TOPIC } from "../lint/topics.ts";
import { peopleOf, postsOf, type Leaver } from "./leaver.ts";

/** In which order an exit goes: first what opens doors, then keys, then what has to be shown later, then what one knows. */
export const STEPS = ["access", "keys", "evidence", "knowledge"] as const;
export type Step = (typeof STEPS)[number];

export const WHATS = ["duty", "right", "advance", "path", "rotation", "clock", "inform", "scope", "stage", "evidence", "substitute", "delegation", "contact", "word"] as const;
export type What = (typeof WHATS)[number];

/** Something a leaver holds, that somebody has to take over, or that ends with them. */
export interface Holding {
  readonly what: What;
  readonly step: Step;
  /** The item it stands in. */
  readonly at: { readonly kind: ItemKind; readonly id: string; readonly name: string };
  /** What they do there: `performs`, `may authorise containment`. */
  readonly says: string;
  /** The post through which a person holds it. */
  readonly post?: string;
  /** Nobody else does it. */
  readonly alone: boolean;
}

const LETTERS = { R: "performs", A: "is accountable for", C: "is asked about", I: "is told of", S: "supports" } as const;
const ACCESS = /\baccess\b|\baccounts?\b|\bcredentials?\b|\bpasswords?\b|\bidentit(?:y|ies)\b|\bprovision\w*|\bmfa\b/;

function stepOf(row: Activity): Step {
  const words = { words: row.title.toLowerCase(), topics: { asked: 0, yes: 0 } };
  if (about(words, TOPIC.encryptionKeys) || about(words, TOPIC.certificate)) return "keys";
  return about(words, TOPIC.privileged) || about(words, TOPIC.vpn) || ACCESS.test(words.words) ? "access" : "knowledge";
}

type Bare = Omit<Holding, "post">;

/** What a post holds. */
function ofPost(document: MatrixDocument, role: string): readonly Bare[] {
  const found: Bare[] = [];
  const names = (list: readonly string[] | undefined): boolean => list?.includes(role) === true;
  const put = (what: What, step: Step, kind: ItemKind, id: string, name: string, says: string, alone: boolean): void => void found.push({ what, step, at: { kind, id, name }, says, alone });
  for (const row of document.activities) {
    const step = stepOf(row);
    const duty = (says: string, alone = true): void => put("duty", step, "activity", row.id, row.title, says, alone);
    for (const { role: holder, letter } of row.assignments) if (holder === role) duty(LETTERS[letter], !row.assignments.some((other) => other.letter === letter && other.role !== role));
    if (row.secondary === role) duty("stands in for whoever performs");
    if (row.initiator === role) duty("initiates");
    if (row.acceptor === role) duty("accepts the result of");
    if (row.disputes === role) duty("decides disputes over");
    if (names(row.approvers)) duty("approves", row.approvers?.length === 1);
    for (const part of row.split?.parts ?? []) if (part.responsible === role) duty("does a part of");
    if (row.split?.validator === role || row.validation?.by === role) duty("validates");
    if (row.handOff?.to === role) duty("takes over after");
    if (row.escalation?.to === role) duty("is called in for");
    for (const { artifact, producer, collector } of row.evidence ?? []) {
      if (producer === role) put("evidence", "evidence", "activity", row.id, row.title, `produces ${artifact} for`, true);
      if (collector === role) put("evidence", "evidence", "activity", row.id, row.title, `collects ${artifact} for`, true);
    }
  }
  for (const { id, name, primary, secondary } of document.areas ?? []) {
    if (primary === role) put("duty", "knowledge", "area", id, name, "owns the area", true);
    if (secondary === role) put("duty", "knowledge", "area", id, name, "stands in for the area", true);
  }
  for (const { id, name, owner, acceptor } of document.stages ?? []) {
    if (owner === role) put("stage", "knowledge", "stage", id, name, "owns the stage", true);
    if (acceptor === role) put("stage", "knowledge", "stage", id, name, "accepts the stage", true);
  }
  for (const item of document.scope ?? [])
    for (const [field, says] of [["owner", "owns"], ["installs", "installs"], ["configures", "configures"], ["monitors", "monitors"], ["ownsTool", "owns the tool"]] as const)
      if (item[field] === role) put("scope", field === "owner" ? "knowledge" : "access", "scope", item.id, item.name, says, true);
  for (const { id, verb, role: holder, deny } of document.decisionRights ?? [])
    if (holder === role && deny !== true) put("right", "access", "decision-right", id, VERB_WORDS[verb], "has the right to", !(document.decisionRights ?? []).some((other) => other.id !== id && other.verb === verb && other.deny !== true && other.role !== role));
  for (const { id, actions, performers, authorityHolder } of document.preAuthorisations ?? []) {
    if (names(performers)) put("advance", "access", "pre-authorisation", id, actions.join(", "), "may do in advance", performers.length === 1);
    if (authorityHolder === role) put("advance", "access", "pre-authorisation", id, actions.join(", "), "answers for", true);
  }
  for (const { id, name, steps } of document.escalationPaths ?? [])
    steps.forEach(({ roles }, i) => names(roles) && put("path", "knowledge", "path", id, name, `is called in step ${i + 1} of`, roles.length === 1));
  for (const { id, name, route } of document.events ?? []) if (names(route)) put("path", "knowledge", "event", id, name, "is told first of", route?.length === 1);
  for (const { id, name, role: turning } of document.rotations ?? []) if (turning === role) put("rotation", "knowledge", "rotation", id, name, "takes turns in", true);
  for (const { id, name, determiner, submitter } of document.clocks ?? []) {
    if (determiner === role) put("clock", "knowledge", "clock", id, name, "determines when it starts:", true);
    if (submitter === role) put("clock", "knowledge", "clock", id, name, "submits", true);
  }
  for (const { id, name, roles } of document.informLists ?? []) if (names(roles)) put("inform", "knowledge", "inform-list", id, name, "is told by", roles.length === 1);
  for (const { id, what, role: keeper, delegatedTo } of document.kept ?? []) {
    if (keeper === role) put("duty", "knowledge", "kept", id, what, "keeps", true);
    if (delegatedTo === role) put("duty", "knowledge", "kept", id, what, "has in trust", true);
  }
  for (const contact of document.directory?.contacts ?? []) if (contact.role === role) put("contact", "access", "contact", contact.id, contact.kind, "is reached by", true);
  return found;
}

/** What people hold by themselves, whatever their posts. */
function ofPeople(document: MatrixDocument, people: ReadonlySet<string>, today: string): readonly Bare[] {
  const found: Bare[] = [];
  const { directory = {} } = document;
  const has = (id: string | undefined): boolean => id !== undefined && people.has(id);
  const name = (id: string): string => document.people?.find((one) => one.id === id)?.name ?? id;
  const others = (list: readonly string[]): boolean => list.some((id) => !people.has(id));
  const put = (what: What, step: Step, kind: ItemKind, id: string, called: string, says: string, alone: boolean): void => void found.push({ what, step, at: { kind, id, name: called }, says, alone });
  for (const { id, name: called, layers } of document.rotations ?? []) if (layers.some((layer) => layer.people.some(has))) put("rotation", "knowledge", "rotation", id, called, "takes turns in", !layers.some((layer) => others(layer.people)));
  for (const { id, verb, person, deny } of document.decisionRights ?? []) if (has(person) && deny !== true) put("right", "access", "decision-right", id, VERB_WORDS[verb], "has the right, in person, to", true);
  for (const { id, name: called, lastResort = [] } of document.escalationPaths ?? []) if (lastResort.some(has)) put("path", "knowledge", "path", id, called, "is the last resort of", !others(lastResort));
  for (const { id, name: called, substitute } of document.people ?? []) if (has(substitute) && !has(id)) put("substitute", "knowledge", "person", id, called, "stands in for", true);
  for (const { id, person, substitute, until } of directory.absences ?? []) if (has(substitute) && !has(person) && until.slice(0, 10) >= today) put("substitute", "knowledge", "absence", id, name(person), `until ${until.slice(0, 10)} stands in for`, true);
  for (const { id, from, to, ends } of directory.delegations ?? []) {
    if (ends.slice(0, 10) < today) continue;
    if (has(from)) put("delegation", "access", "delegation", id, name(to), "has lent authority to", true);
    else if (has(to)) put("delegation", "access", "delegation", id, name(from), "holds authority lent by", true);
  }
  for (const { id, kind, person } of directory.contacts ?? []) if (has(person)) put("contact", "access", "contact", id, kind, "is reached by", true);
  for (const { id, rule, by, until } of document.waivers ?? []) if (has(by) && until >= today) put("word", "evidence", "waiver", id, rule, `accepted, until ${until},`, true);
  for (const { id, statement, by } of document.confirmations ?? []) if (has(by)) put("word", "evidence", "confirmation", id, statement, "confirmed", true);
  return found;
}

/** Everything a leaver holds, in the order of an exit. @param today what is over by then is history. */
export function holdingsOf(document: MatrixDocument, leaver: Leaver, today: string): readonly Holding[] {
  const people = peopleOf(document, leaver);
  const posts = postsOf(document, leaver, people);
  const human = new Map((document.people ?? []).map(({ id, sameHumanAs }) => [id as string, (sameHumanAs ?? id) as string]));
  const staying = (role: string): boolean => {
    const held = document.roles.find(({ id }) => id === role)?.holders ?? [];
    const turns = (document.rotations ?? []).filter((one) => one.role === role).flatMap(({ layers }) => layers.flatMap((layer) => layer.people));
    return [...held, ...turns].some((id) => !people.has(id) && !people.has(human.get(id) ?? id));
  };
  const found = [
    ...posts.flatMap((role) => {
      const shared = leaver.kind === "person" && staying(role);
      // A person's own turn is theirs; that the post takes turns says the same again.
      return ofPost(document, role).filter(({ what }) => leaver.kind !== "person" || (what !== "rotation" && what !== "contact")).map((one): Holding => ({ ...one, alone: one.alone && !shared, ...(leaver.kind === "role" ? {} : { post: role }) }));
    }),
    ...ofPeople(document, people, today),
  ];
  return found.toSorted((a, b) => STEPS.indexOf(a.step) - STEPS.indexOf(b.step) || WHATS.indexOf(a.what) - WHATS.indexOf(b.what));
}
