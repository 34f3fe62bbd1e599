import { VERBS } from "#core/model/decision.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { roleLabels } from "#core/model/told-apart.ts";
import { VERB_WORDS } from "#core/model/verb-words.ts";
import type { Choice } from "../registers/inline-choice.tsx";
import { say, type WordId } from "../words.ts";

/** What a field may name. */
export type Source = "role" | "person" | "calendar" | "event" | "severity" | "scope" | "party" | "path" | "clock" | "verb" | "channel" | "mode" | "when" | "clock-kind";

const WORDS = { channel: ["voice", "sms", "push", "chat", "email"], mode: ["sole", "n-of-m", "one-per-party"], when: ["always", "outside-business-hours", "after-all-tried"], "clock-kind": ["contract", "regulatory"] } as const;

/** Everything there is to choose from, by its name. */
export function choicesOf(document: MatrixDocument, source: Source): readonly Choice[] {
  const named = (list: readonly { readonly id: string; readonly name: string }[] | undefined): Choice[] => (list ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const parties = new Map(document.parties.map(({ id, name }) => [id as string, name]));
  const group = (party: string | undefined) => (party === undefined ? {} : { group: parties.get(party) ?? party });
  switch (source) {
    case "role": {
      const labels = roleLabels({ roles: document.roles, parties: document.parties });
      return document.roles.map(({ id, name, party }) => ({ value: id, label: labels.get(id) ?? name, ...group(party) }));
    }
    case "person": return (document.people ?? []).map(({ id, name, party }) => ({ value: id, label: name, ...group(party) }));
    case "calendar": return named(document.calendars);
    case "event": return named(document.events);
    case "severity": return named((document.severities ?? []).toSorted((a, b) => a.rank - b.rank));
    case "scope": return named(document.scope);
    case "party": return named(document.parties);
    case "path": return named(document.escalationPaths);
    case "clock": return named(document.clocks);
    case "verb": return VERBS.map((verb) => ({ value: verb, label: VERB_WORDS[verb] }));
    case "clock-kind": return WORDS[source].map((value) => ({ value, label: say(`authority.kind.${value}`) }));
    default: return WORDS[source].map((value) => ({ value, label: say(`authority.${source}.${value}` as WordId) }));
  }
}
