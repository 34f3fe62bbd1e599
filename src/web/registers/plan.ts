import { FORMAT, type Coverage, type MatrixDocument } from "#core/model/document.ts";
import { applyEdits } from "#core/model/edit.ts";
import { idFrom } from "#core/model/id.ts";
import type { PartyKind, Person } from "#core/model/party.ts";
import type { ScopeItem } from "#core/model/scope.ts";
import { ACTIVITIES } from "#library/activities.ts";
import type { LibraryActivity } from "#library/activity.ts";
import { insertFromLibrary } from "#library/insert.ts";
import { SYSTEMS } from "#library/templates/scope-basics.ts";
import { ROLES } from "#library/roles.ts";
import type { SaidRole } from "./assumed.ts";
import { approved } from "./plan-approvals.ts";
import { decided, type Verb } from "./plan-decisions.ts";
import { inStages, staged, type SaidStage } from "./plan-stages.ts";
import { departure } from "#core/leaving/departure.ts";

export interface PlannedItem {
  readonly key: string;
  readonly name: string;
  readonly kind: ScopeItem["kind"];
  readonly chosen: boolean;
  readonly critical: boolean;
}

/** What somebody has said so far while building a matrix step by step. */
export interface Plan {
  readonly title: string;
  readonly about: string;
  readonly covers: readonly Coverage[];
  readonly parties: readonly { readonly name: string; readonly kind: PartyKind }[];
  readonly scope: readonly PlannedItem[];
  /** Ids of library activities. */
  readonly work: ReadonlySet<string>;
  /** Owners by the name of the area, as role ids. */
  readonly owners: Readonly<Record<string, { readonly primary?: string | undefined; readonly secondary?: string | undefined }>>;
  /** Names of people by role id. */
  readonly people: Readonly<Record<string, string>>;
  /** What was said of the stages of a delivery, by stage; the rest is assumed and marked so. */
  readonly stages: Readonly<Record<string, SaidStage>>;
  /** Who may decide what; a decision not in here is assumed to lie where it usually does. */
  readonly decisions: Readonly<Partial<Record<Verb, SaidRole>>>;
  /** Who approves, by library activity; likewise. */
  readonly approvers: Readonly<Record<string, SaidRole>>;
}

/** The areas of the library, in the order in which a reader would build a matrix. */
export const AREAS: readonly { readonly name: string; readonly activities: readonly LibraryActivity[] }[] = [...Map.groupBy(ACTIVITIES, ({ area }) => area)].map(([name, activities]) => ({ name, activities }));

/** Kinds of work that each purpose usually brings. */
const EXPECTED: Readonly<Record<Coverage, readonly LibraryActivity["kind"][]>> = {
  outsourcing: ["governance", "operation", "security", "incident"],
  mssp: ["security", "incident", "compliance"],
  delivery: ["delivery", "service"],
  "co-managed": ["governance", "operation", "security", "incident", "compliance"],
  "incident-authority": ["incident", "decision"],
};

/** The work that some purposes usually bring: ids of library activities. */
export function expectedWork(covers: readonly Coverage[]): ReadonlySet<string> {
  const kinds = new Set(covers.flatMap((each) => EXPECTED[each]));
  return new Set(ACTIVITIES.filter(({ kind }) => kinds.has(kind)).map(({ id }) => id));
}

/** A plan in which nothing was said, with the systems that most companies have to tick. */
export const emptyPlan = (): Plan => ({
  title: "", about: "", covers: [],
  parties: [{ name: "", kind: "client" }, { name: "", kind: "provider" }],
  scope: Object.values(SYSTEMS).map(({ id, name, kind }) => ({ key: id, name: name.replace(/ \(.*\)$/, ""), kind, chosen: false, critical: false })),
  work: new Set(), owners: {}, people: {}, stages: {}, decisions: {}, approvers: {},
});

/** What a step of the building shows and may change. */
export interface StepProps {
  readonly plan: Plan;
  readonly change: (to: Partial<Plan>) => void;
}

/** Names of parties that nobody has given, so that a matrix can be built before they are known. */
export interface Placeholders {
  readonly title: string;
  readonly party: Readonly<Record<PartyKind, string>>;
}

/** The organisations and the work of a plan, each row from the library and to be confirmed: what the later steps ask about. */
export function drafted(plan: Pick<Plan, "title" | "about" | "covers" | "parties" | "work">, blank: Placeholders): MatrixDocument {
  const taken = new Set<string>();
  const parties = plan.parties
    .filter(({ name, kind }) => name.trim() !== "" || kind === "client" || kind === "provider")
    .map(({ name, kind }) => ({ id: idFrom(name.trim() || kind, taken), name: name.trim() || blank.party[kind], kind }));
  let document: MatrixDocument = {
    remit: FORMAT,
    title: plan.title.trim() || blank.title,
    ...(plan.about.trim() === "" ? {} : { about: plan.about.trim() }),
    ...(plan.covers.length > 0 ? { covers: [...plan.covers] } : {}),
    reviewEvery: "P3M",
    parties,
    roles: [],
    activities: [],
  };
  for (const { id } of ACTIVITIES) if (plan.work.has(id)) document = applyEdits(document, insertFromLibrary(document, id));
  document = withoutUninvited(document, new Set(parties.map(({ id }) => id)));
  const areas = (document.areas ?? []).map((area) => {
    const usual = usualOwner(document, area.id);
    return usual === undefined ? area : { ...area, primary: usual };
  });
  return { ...document, ...(areas.length > 0 ? { areas } : {}) };
}

/**
 * The matrix that a plan stands for: stages, decision rights and approvers beside the rows; owners, people and scope as
 * they were named. What nobody has said is assumed, and each assumption stands in the note of its row for the checks to ask.
 */
export function built(plan: Plan, blank: Placeholders): MatrixDocument {
  const delivers = inStages(plan);
  let document = approved(drafted(plan, blank), plan.approvers);
  if (delivers) document = staged(document, plan.stages);
  document = decided(document, delivers, plan.decisions);
  const roles = new Set<string>(document.roles.map(({ id }) => id));
  const real = (role: string | undefined): string | undefined => (role !== undefined && roles.has(role) ? role : undefined);
  const areas = (document.areas ?? []).map((area) => {
    const { primary, secondary } = plan.owners[area.name] ?? {};
    const [first, second] = [real(primary) ?? area.primary, real(secondary)];
    return { ...area, ...(first === undefined ? {} : { primary: first }), ...(second === undefined || second === first ? {} : { secondary: second }) };
  });
  return { ...document, ...(areas.length > 0 ? { areas } : {}), ...peopled(document, plan), ...scoped(document, plan) };
}

/** The library may bring organisations that nobody named: those leave where every row can do without them. */
function withoutUninvited(document: MatrixDocument, invited: ReadonlySet<string>): MatrixDocument {
  let now = document;
  for (const { id } of document.parties) {
    if (invited.has(id)) continue;
    const own = new Set<string>(now.roles.filter(({ party }) => party === id).map((role) => role.id));
    const needed = now.activities.some(({ assignments }) => (["R", "A"] as const).some((letter) => !assignments.some((one) => one.letter === letter && !own.has(one.role))));
    if (!needed) now = applyEdits(now, departure(now, "party", id).edits);
  }
  return now;
}

/** The post that performs most rows of an area. */
function usualOwner(document: MatrixDocument, area: string): string | undefined {
  const counts = new Map<string, number>();
  for (const row of document.activities) {
    const first = row.area === area ? row.assignments.find(({ letter }) => letter === "R") : undefined;
    if (first) counts.set(first.role, (counts.get(first.role) ?? 0) + 1);
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}

/** One name is one person, whatever posts they hold; they stand with the organisation of the first. */
function peopled(document: MatrixDocument, plan: Plan): Pick<MatrixDocument, "roles" | "people"> {
  const taken = new Set<string>();
  const people = new Map<string, Person>();
  const roles = document.roles.map((role) => {
    const name = plan.people[role.id]?.trim() ?? "";
    if (name === "") return role;
    const key = name.toLowerCase();
    const person = people.get(key) ?? { id: idFrom(name, taken), name, party: role.party };
    people.set(key, person);
    return { ...role, holders: [person.id] };
  });
  return { roles, ...(people.size > 0 ? { people: [...people.values()] } : {}) };
}

function scoped(document: MatrixDocument, plan: Plan): Pick<MatrixDocument, "scope"> {
  const roles = new Set<string>(document.roles.map(({ id }) => id));
  const keys = new Map<string, string>(ROLES.map(({ key, id }) => [key, id]));
  const taken = new Set<string>();
  const scope = plan.scope
    .filter(({ chosen, name }) => chosen && name.trim() !== "")
    .map(({ key, name, kind, critical }): ScopeItem => {
      const usual = Object.values(SYSTEMS).find(({ id }) => id === key);
      const role = (field: "owner" | "installs" | "configures" | "monitors" | "ownsTool"): Partial<ScopeItem> => {
        const id = keys.get(usual?.[field] ?? "");
        return id !== undefined && roles.has(id) ? { [field]: id } : {};
      };
      return {
        id: idFrom(name, taken), name: name.trim(), kind, ...(critical ? { businessCritical: true } : {}), ...(usual?.production ? { production: true } : {}),
        ...role("owner"), ...role("installs"), ...role("configures"), ...role("monitors"), ...role("ownsTool"),
      };
    });
  return scope.length > 0 ? { scope } : {};
}
