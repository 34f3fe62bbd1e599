import type { MatrixDocument } from "#core/model/document.ts";
import { sayDuration } from "#core/model/measure.ts";
import { limitsOf, listed, obligationsOf, rightInWords, roleWithHolders, stepInWords, whenInWords } from "#core/model/spoken.ts";
import { VERB_WORDS } from "#core/model/verb-words.ts";

/** Who decides, what may be done at once, who is called, and by when something is due. */
export interface Authority {
  readonly rights: readonly { readonly decision: string; readonly who: readonly string[] }[];
  readonly kept: readonly { readonly what: string; readonly role: string; readonly delegated: string }[];
  readonly preAuthorised: readonly { readonly actions: string; readonly facts: readonly { readonly word: string; readonly text: string }[] }[];
  readonly severities: readonly { readonly name: string; readonly criteria: string; readonly acknowledge: string; readonly decide: string }[];
  readonly paths: readonly { readonly name: string; readonly holds: string; readonly steps: readonly string[]; readonly last: string }[];
  readonly told: readonly { readonly name: string; readonly who: string; readonly within: string }[];
  readonly clocks: readonly { readonly name: string; readonly kind: string; readonly limit: string; readonly starts: string; readonly who: string; readonly source: string }[];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export function authorityOf(document: MatrixDocument): Authority {
  const named = (list: readonly { readonly id: string; readonly name: string }[] | undefined, id: string): string => list?.find((item) => item.id === id)?.name ?? id;
  const role = (id: string | undefined): string => (id === undefined ? "" : roleWithHolders(document, id));
  const verbs = [...new Set((document.decisionRights ?? []).map(({ verb }) => verb))];
  return {
    rights: verbs.map((verb) => ({
      decision: capital(VERB_WORDS[verb]),
      who: (document.decisionRights ?? []).filter((right) => right.verb === verb).map((right) => capital(rightInWords(document, right).replace(` may ${right.deny === true ? "not " : ""}${VERB_WORDS[verb]}`, right.deny === true ? " may not" : ""))),
    })),
    kept: (document.kept ?? []).map(({ what, role: keeper, delegatedTo, exceptionUntil }) => ({ what, role: role(keeper), delegated: [role(delegatedTo), exceptionUntil === undefined ? "" : `until ${exceptionUntil}`].filter(Boolean).join(", ") })),
    preAuthorised: (document.preAuthorisations ?? []).map((grant) => ({
      actions: capital(grant.actions.join("; ")),
      facts: [
        { word: "If", text: grant.trigger }, { word: "May be done by", text: listed(grant.performers.map(role), "or") }, { word: "When", text: [whenInWords(document, grant), limitsOf(document, grant)].filter(Boolean).join(", ") },
        { word: "For at most", text: grant.longest === undefined ? "" : sayDuration(grant.longest) }, { word: "Limits", text: grant.limits ?? "" }, { word: "To undo it", text: grant.rollback ?? "" },
        { word: "Then", text: obligationsOf(document, grant).join("; ") },
      ].filter(({ text }) => text !== ""),
    })),
    severities: [...(document.severities ?? [])].sort((a, b) => a.rank - b.rank).map(({ name, criteria = "", acknowledgeWithin, decideWithin }) => ({ name, criteria, acknowledge: acknowledgeWithin === undefined ? "" : sayDuration(acknowledgeWithin), decide: decideWithin === undefined ? "" : sayDuration(decideWithin) })),
    paths: (document.escalationPaths ?? []).map((path) => ({
      name: path.name, holds: limitsOf(document, path), steps: path.steps.map((step) => capital(stepInWords(document, step))),
      last: [(path.lastResort ?? []).length === 0 ? "" : `Last resort: ${listed((path.lastResort ?? []).map((id) => named(document.people, id)))}`, path.then === undefined ? "" : `Then: ${named(document.escalationPaths, path.then)}`].filter(Boolean).join(". "),
    })),
    told: (document.informLists ?? []).map((list) => ({ name: [list.name, limitsOf(document, list)].filter(Boolean).join(", "), who: listed(list.roles.map(role)), within: list.within === undefined ? "" : sayDuration(list.within) })),
    clocks: (document.clocks ?? []).map((clock) => ({
      name: clock.name, kind: clock.kind === "regulatory" ? "Regulatory" : "Contract",
      limit: clock.limit === undefined ? "without unreasonable delay" : `${sayDuration(clock.limit)}${clock.calendar === undefined ? "" : `, ${named(document.calendars, clock.calendar)}`}`,
      starts: [clock.anchor, clock.after === undefined ? "" : `once ${named(document.clocks, clock.after)} is submitted`, limitsOf(document, clock)].filter(Boolean).join(", "),
      who: [clock.determiner === undefined ? "" : `${role(clock.determiner)} determines`, clock.submitter === undefined ? "" : `${role(clock.submitter)} submits`].filter(Boolean).join("; "), source: clock.source ?? "",
    })),
  };
}
