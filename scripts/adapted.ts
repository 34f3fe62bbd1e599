import type { MatrixDocument } from "#core/model/document.ts";
import { idFrom } from "#core/model/id.ts";
import type { Contact, Person } from "#core/model/party.ts";
import { template } from "#library/templates.ts";

/** What somebody answered who adapted a template: names, people, choices. */
export interface Adaptation {
  readonly template: string;
  readonly title: string;
  readonly about: string;
  /** Name of each party by its id. */
  readonly parties: Readonly<Record<string, string>>;
  readonly timeZone: string;
  /** The holder of each role, in the order of the template's roles. */
  readonly holders: readonly string[];
  /** Which of several performers it shall be, by row. */
  readonly performers?: Readonly<Record<string, string>>;
  /** What the template's groups of systems are called here. */
  readonly systems: Readonly<Record<string, string>>;
  /** The first digits of everybody's number; the rest counts up from `start`. Numbers no network gives out. */
  readonly phone: { readonly prefix: string; readonly start: number };
  /** The frameworks the company answers to; controls of others are left out where a row keeps one. */
  readonly frameworks: readonly string[];
}

/** The template with every row confirmed, every target negotiated and every role held by a person. */
export function adapted(answers: Adaptation): MatrixDocument {
  const draft = template(answers.template, { title: answers.title });
  if (draft.roles.length !== answers.holders.length)
    throw new RangeError(`${answers.template} has ${draft.roles.length} roles, and ${answers.holders.length} holders were named`);
  const taken = new Set<string>();
  const people: Person[] = draft.roles.map((role, index) => {
    const name = answers.holders[index] ?? role.name;
    return { id: idFrom(name, taken), name, party: role.party, timeZone: answers.timeZone };
  });
  const { activities, roles, parties, scope, calendars, escalationPaths, ...rest } = draft;
  const lastResort = roles.flatMap(({ id }, index) => (id === "executive-sponsor" || id === "service-delivery-manager" ? (people[index]?.id ?? []) : []));
  return {
    ...rest,
    about: answers.about,
    parties: parties.map((party) => ({ ...party, name: answers.parties[party.id] ?? party.name })),
    people,
    roles: roles.map((role, index) => ({ ...role, holders: people.slice(index, index + 1).map((person) => person.id) })),
    ...(escalationPaths ? { escalationPaths: escalationPaths.map((path) => ({ ...path, lastResort })) } : {}),
    scope: (scope ?? []).map((item) => ({ ...item, name: answers.systems[item.id] ?? item.name })),
    calendars: (calendars ?? []).map((calendar) => (calendar.timeZone ? { ...calendar, timeZone: answers.timeZone } : calendar)),
    activities: activities.map(({ notYetAdapted: _, ...row }) => ({
      ...row,
      assignments: row.assignments
        .filter((a) => !a.alternative || a.role === answers.performers?.[row.id])
        .map(({ alternative: __, ...assignment }) => assignment),
      ...(row.evidence ? { evidence: row.evidence.map((item) => producedBy(item, answers.performers?.[row.id])) } : {}),
      ...(row.controls ? { controls: ofFrameworks(row.controls, answers.frameworks) } : {}),
      ...(row.sla ? { sla: row.sla.map((target) => ({ ...target, negotiated: true })) } : {}),
    })),
    directory: { contacts: people.map(({ id }, index) => numberOf(id, `${answers.phone.prefix}${String(answers.phone.start + index).padStart(2, "0")}`)) },
  };
}

const numberOf = (person: string, value: string): Contact => ({ id: `${person}-mobile`, person, kind: "voice", value, verifiedAt: "2026-11-02T09:00Z", maximumAge: "P6M", outOfBandGroup: "mobile" });

function ofFrameworks(controls: readonly string[], frameworks: readonly string[]): string[] {
  const ours = controls.filter((control) => frameworks.includes(control.slice(0, control.indexOf(":"))));
  return ours.length > 0 ? ours : [...controls];
}

const producedBy = <T extends object>(item: T, producer: string | undefined): T => (producer === undefined ? item : { ...item, producer });
