import type { Appendix } from "./appendix.ts";

/** What a template of one's own may ask for: a text, or a list to go through. */
export type Fields = { readonly [name: string]: string | boolean | readonly Fields[] };

const many = (texts: readonly string[]): string => texts.join("\n");
const each = (word: string, texts: readonly string[]): readonly Fields[] => texts.map((text) => ({ [word]: text }));

/** Every field of an appendix by the name a template calls it. `docs/appendix.md` lists them. */
export function fieldsOf(appendix: Appendix): Fields {
  const { authority, end, groups } = appendix;
  const rowsIn = (group: (typeof groups)[number]): readonly Fields[] =>
    group.rows.map((row) => ({
      number: String(row.number), title: row.title, group: group.name, about: many(row.about), unconfirmed: row.unconfirmed, owner: many(row.owner), performer: many(row.performer), others: many(row.others), split: many(row.split),
      sla: many(row.sla.map(({ text, negotiated }) => (negotiated ? text : `${text} (not negotiated)`))), cadence: many(row.cadence), evidence: many(row.evidence), approval: many(row.approval), validation: many(row.validation),
    }));
  return {
    title: appendix.title, about: appendix.about, state: appendix.state, draft: appendix.draft, valid: appendix.valid, review: appendix.review, made: appendix.made, fingerprint: appendix.fingerprint, shortFingerprint: appendix.shortFingerprint,
    between: appendix.between, personal: appendix.personal, cautions: each("text", appendix.cautions),
    parties: appendix.parties.map((one) => ({ ...one })), roles: appendix.roles.map((one) => ({ ...one })), scope: appendix.scope.map((one) => ({ ...one })), notMonitored: each("name", appendix.notMonitored),
    groups: groups.map((group) => ({ name: group.name, stage: group.is === "stage", rows: rowsIn(group) })), rows: groups.flatMap(rowsIn),
    rights: authority.rights.map(({ decision, who }) => ({ decision, who: many(who) })), kept: authority.kept.map((one) => ({ ...one })),
    preAuthorised: authority.preAuthorised.map(({ actions, facts }) => ({ actions, facts: facts.map((one) => ({ ...one })) })),
    severities: authority.severities.map((one) => ({ ...one })), paths: authority.paths.map(({ steps, ...path }) => ({ ...path, steps: each("text", steps) })), told: authority.told.map((one) => ({ ...one })), clocks: authority.clocks.map((one) => ({ ...one })),
    clauses: appendix.clauses.map(({ number, title, text }) => ({ number, title, text })),
    certificate: end.certificate.map(({ name, party, facts }) => ({ name, party, facts: facts.map((one) => ({ ...one })) })), signers: end.lines.map((one) => ({ ...one })),
  };
}
