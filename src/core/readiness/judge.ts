import type { Finding } from "../lint/finding.ts";
import type { Row } from "../lint/row.ts";
import { about, guardsSecurity, TOPIC } from "../lint/topics.ts";
import { count, foundBy, whereRow, type Known, type Where } from "./facts.ts";
import type { StatementId } from "./statements.ts";

/** What the matrix shows about one statement. */
export interface Shown {
  readonly answer: "yes" | "partly" | "no" | "unknown";
  /** The answer in a sentence: what is there, or what is missing. */
  readonly says: string;
  /** The items that answer. */
  readonly places: readonly Where[];
  /** What stands in the way of a yes. */
  readonly findings: readonly Finding[];
  /** What no matrix shows, so that a named person's word is wanted for it. */
  readonly beyond?: string;
}

const shown = (answer: Shown["answer"], says: string, places: readonly Where[] = [], findings: readonly Finding[] = []): Shown => ({ answer, says, places, findings });
const done = (row: Row): boolean => row.responsible.length > 0 || row.accountable.length > 0;

function owner(known: Known): Shown {
  const { rows, facts } = known;
  const rules = ["no-accountable", "two-accountable", "accountable-only-sometimes", "no-letters", "performer-undecided"];
  const findings = foundBy(known, rules);
  const accepted = new Set(facts.findings.filter(({ rule, waived }) => waived && rules.includes(rule)).map(({ at }) => at.id));
  const found = new Set(findings.map(({ at }) => at.id));
  const wrong = rows.filter((row) => found.has(row.id) || (row.accountable.length !== 1 && !accepted.has(row.id)));
  const all = rows.length;
  if (all === 0) return shown("no", "there is no row yet");
  if (wrong.length === 0) return shown("yes", all === 1 ? "the one row has one accountable role" : `each of the ${all} rows has one accountable role`);
  return shown(wrong.length < all ? "partly" : "no", `${wrong.length} of ${count(all, "row")} ${wrong.length === 1 ? "has" : "have"} none, several, or one that is not settled`, wrong.slice(0, 50).map(whereRow), findings);
}

const disputeRights = ({ document, register }: Known) =>
  (document.decisionRights ?? []).filter(({ verb, deny, role, person }) => verb === "dispute.decide" && deny !== true && (person !== undefined || (role !== undefined && register.roles.has(role))));

function decider(known: Known): Shown {
  const findings = foundBy(known, ["dispute-decider-missing"]);
  const rights = disputeRights(known).map(({ id }): Where => ({ kind: "decision-right", id, name: "right to decide a dispute" }));
  const rows = known.rows.filter(({ activity }) => activity.disputes !== undefined);
  const places = [...rights, ...rows.map(whereRow)];
  if (rights.length > 0) return shown("yes", "somebody has the right to decide a dispute", places);
  if (rows.length === 0) return shown("no", "no row and no decision right names who decides a dispute", places, findings);
  const words = `${count(rows.length, "row names", "rows name")} who decides a dispute`;
  return findings.length > 0 ? shown("partly", `${words}, ${findings.length} more would need it`, places, findings) : shown("yes", words, places);
}

function escalation(known: Known): Shown {
  const { document, rows } = known;
  const findings = foundBy(known, ["event-without-path", "severity-without-path", "no-escalation-path", "critical-without-escalation", "stage-row-without-escalation"]);
  const paths = (document.escalationPaths ?? []).filter(({ steps }) => steps.length > 0);
  const timed = rows.filter(({ activity }) => activity.escalation !== undefined || activity.handOff?.escalateAfter !== undefined || activity.handOff?.escalation !== undefined);
  const stages = (document.stages ?? []).filter(({ escalation: text, escalateAfter }) => text !== undefined || escalateAfter !== undefined);
  const urgent = paths.length > 0 || timed.length > 0 || stages.length > 0;
  const disputed = decider(known).places;
  const places: Where[] = [
    ...paths.map(({ id, name }): Where => ({ kind: "path", id, name })), ...timed.map(whereRow), ...stages.map(({ id, name }): Where => ({ kind: "stage", id, name })), ...disputed,
  ];
  if (!urgent && disputed.length === 0) return shown("no", "there is no way of calls, no row that is escalated, and nobody who decides a dispute", places, findings);
  if (!urgent) return shown("partly", "a dispute has somebody who decides it; what is urgent has no way of escalation", places, findings);
  if (disputed.length === 0) return shown("partly", "what is urgent has a way of escalation; a dispute has nobody who decides it", places, findings);
  return findings.length > 0 ? shown("partly", `both have one, with ${count(findings.length, "gap")}`, places, findings) : shown("yes", "both have one", places);
}

function afterLaunch(known: Known): Shown {
  const { document, rows } = known;
  const findings = foundBy(known, ["service-start-open"]);
  const start = (document.stages ?? []).filter(({ serviceStarts }) => serviceStarts === true);
  const ordered = document.stages ?? [];
  const last = ordered.findLastIndex(({ serviceStarts }) => serviceStarts === true);
  const after = new Set(ordered.slice(last + 1).map(({ id }) => id as string));
  const rules = rows.filter((row) => about(row, TOPIC.incident) && done(row) && (row.activity.stage === undefined || after.has(row.activity.stage)));
  const events = (document.events ?? []).length > 0 && (document.escalationPaths ?? []).length > 0;
  const places: Where[] = [...start.map(({ id, name }): Where => ({ kind: "stage", id, name })), ...rules.map(whereRow)];
  const ruled = rules.length > 0 || events;
  if (start.length > 0 && ruled) return shown("yes", `service owns incidents from the end of ${start.map(({ name }) => name).join(" and ")}, and ${rules.length > 0 ? count(rules.length, "row says", "rows say") : "events with their ways of calls say"} how they run`, places);
  if (start.length > 0) return shown("partly", "it is said from when service owns incidents, and no row after that says how they run", places, findings);
  if (ruled) return shown("partly", "incidents have rules, and nobody can say from when service owns them", places, findings);
  return shown("no", "no stage says from when service owns incidents, and no row says how they run", places, findings);
}

function approved({ facts: { agreement }, rows, delivery }: Known): Shown {
  const all = rows.length;
  const schedule = "that the project schedule was approved with it";
  if (agreement === undefined || agreement.deciding.length < 2) return { ...shown("unknown", "a matrix by itself does not show who approved it"), beyond: delivery ? "that everybody approved it, together with the project schedule" : "that everybody approved it" };
  const agreed = new Set(agreement.agreed);
  const open = rows.filter(({ id }) => !agreed.has(id));
  const places = open.slice(0, 50).map(whereRow);
  if (all === 0) return shown("no", "there is no row to approve");
  if (open.length === all) return shown("no", "no row is agreed by all parties yet", places);
  if (open.length > 0) return shown("partly", `${all - open.length} of ${all} rows are agreed by all parties`, places);
  return delivery ? { ...shown("partly", "all rows are agreed by all parties; the schedule is not part of a matrix"), beyond: schedule } : shown("yes", "all rows are agreed by all parties");
}

function result(known: Known): Shown {
  const { rows } = known;
  const findings = foundBy(known, ["acceptor-not-a-person", "critical-without-result", "stage-row-without-result", "title-is-a-block", "role-without-holder"]);
  const all = rows.length;
  const held = rows.filter(({ accountable }) => accountable.length === 1 && (accountable[0]?.humans.length ?? 0) > 0);
  if (all === 0) return shown("no", "there is no row yet");
  if (held.length === 0) return shown("no", "no accountable role is held by a named person", [], findings);
  if (held.length < all) return shown("partly", `${held.length} of ${count(all, "row")} ${held.length === 1 ? "has" : "have"} one accountable role with a named person behind it`, rows.filter((row) => !held.includes(row)).slice(0, 50).map(whereRow), findings);
  return findings.length > 0 ? shown("partly", `every row has one, and ${count(findings.length, "result is", "results are")} left open`, [], findings) : shown("yes", "every row has one accountable role with a named person behind it");
}

function acceptance(known: Known): Shown {
  const findings = foundBy(known, ["acceptance-with-commissioning", "acceptance-incomplete", "acceptance-kinds-merged", "acceptor-not-a-person", "partner-accepts-itself"]);
  const accepting = known.rows.filter((row) => about(row, TOPIC.acceptance) && done(row));
  const launching = known.rows.filter((row) => about(row, TOPIC.commissioning) && done(row));
  const places = [...new Set([...accepting, ...launching])].map(whereRow);
  const merged = findings.some(({ rule }) => rule === "acceptance-with-commissioning");
  if (merged) return shown("no", "one row is both acceptance and commissioning", places, findings);
  if (accepting.length === 0 && launching.length === 0) return shown("no", "no row is about acceptance, and none about commissioning", places, findings);
  if (accepting.length === 0 || launching.length === 0) return shown("partly", `there is a row about ${accepting.length > 0 ? "acceptance, and none about commissioning" : "commissioning, and none about acceptance"}`, places, findings);
  return findings.length > 0 ? shown("partly", "they are apart, and not all of it is settled", places, findings) : shown("yes", "they are rows of their own", places);
}

const EARLY = /requirement|specif|procure|purchas|contract|configur/i;

function security(known: Known): Shown {
  const { document, register, rows } = known;
  const findings = foundBy(known, ["infosec-late", "infosec-only-informed"]);
  const stages = new Set((document.stages ?? []).filter(({ name }) => EARLY.test(name)).map(({ id }) => id as string));
  const early = rows.filter(({ activity, words }) => (activity.stage === undefined ? EARLY.test(words) : stages.has(activity.stage)));
  const heard = early.filter(({ activity, responsible, accountable, consulted }) => [...responsible, ...accountable, ...consulted, ...(activity.approvers ?? []).flatMap((id) => register.roles.get(id) ?? [])].some(guardsSecurity));
  const places = heard.map(whereRow);
  if (early.length === 0 && stages.size === 0) return { ...shown("unknown", "the matrix has no stage and no row of procurement or configuration"), beyond: "that security was heard before procurement and configuration" };
  if (findings.length > 0) return shown(heard.length > 0 ? "partly" : "no", heard.length > 0 ? `${count(heard.length, "row asks", "rows ask")} security early, and not everywhere` : "no row asks security before procurement and configuration", places, findings);
  return heard.length > 0 || stages.size > 0 ? shown("yes", heard.length > 0 ? `${count(heard.length, "row asks", "rows ask")} security early` : "the stages ask for it", places) : shown("no", "no row asks security before procurement and configuration", places);
}

/** The way of an incident, by the words of rows; some steps are decisions, too. */
const STEPS = [
  { name: "being taken up", known: /\bdetect|\bmonitor|\balert|\bincident (?:intake|requests?)|\baccept\w* (?:the |an )?(?:incident|request)|\bservice desk|\blog\w* (?:the )?(?:incident|request|ticket)/, verbs: ["event.validate"] },
  { name: "diagnosis", known: /\btriag|\bdiagnos|\binvestigat|\bclassif|\bconfirm\w* (?:the |an )?incident/, verbs: ["triage.confirm", "severity.set", "incident.declare", "investigation.lead"] },
  { name: "containment or a way around", known: /\bcontain(?:ment|s|ing)?\b|\bisolat|\bquarantin|\bworkaround|\brestor\w+|\brecover\w*|\bincident response|\brespond/, verbs: ["containment.authorise"] },
  { name: "its end", known: /\bclos(?:e|es|ing|ure)\b|\bpost-?incident|\blessons|\bincident report|\bdocument\w*\b.*\bincident/, verbs: ["incident.close", "report.write"] },
] as const;

function incident(known: Known): Shown {
  const { document, rows } = known;
  const findings = foundBy(known, ["incident-path-incomplete"]);
  const rights = (document.decisionRights ?? []).filter(({ deny }) => deny !== true);
  const steps = STEPS.map((step) => ({ ...step, rows: rows.filter((row) => step.known.test(row.words) && done(row)), rights: rights.filter(({ verb }) => (step.verbs as readonly string[]).includes(verb)) }));
  const missing = steps.filter((step) => step.rows.length === 0 && step.rights.length === 0).map(({ name }) => name);
  const places: Where[] = steps.flatMap((step) => [...step.rows.map(whereRow), ...step.rights.map(({ id, verb }): Where => ({ kind: "decision-right", id, name: verb }))].slice(0, 2));
  const unique = [...new Map(places.map((place) => [`${place.kind} ${place.id}`, place])).values()];
  if (missing.length === STEPS.length) return shown("no", "no row and no right is about an incident", [], findings);
  if (missing.length > 0) return shown("partly", `nobody is named for ${missing.join(", ")}`, unique, findings);
  return findings.length > 0 ? shown("partly", "every step has somebody, and the linter misses one", unique, findings) : shown("yes", "every step has somebody", unique);
}

function warranty(known: Known): Shown {
  const findings = foundBy(known, ["warranty-with-billable", "billable-work-unlisted"]);
  const under = known.rows.filter((row) => row.activity.cost === "warranty" || (row.activity.cost === undefined && about(row, TOPIC.warranty)));
  const paid = known.rows.filter(({ activity }) => activity.cost === "billable");
  const places = [...under, ...paid].map(whereRow);
  if (findings.some(({ rule }) => rule === "warranty-with-billable")) return shown("no", "one row is both warranty and paid work", places, findings);
  if (under.length > 0 && paid.length > 0) return shown(findings.length > 0 ? "partly" : "yes", "both are rows of their own", places, findings);
  if (under.length + paid.length === 0) return shown("no", "no row says what is warranty and what is paid", places, findings);
  return shown("partly", under.length > 0 ? "warranty is listed, what is paid apart is not" : "what is paid apart is listed, warranty is not", places, findings);
}

export const JUDGES: Readonly<Record<StatementId, (known: Known) => Shown>> = {
  "readiness-owner": owner, "readiness-decider": decider, "readiness-escalation": escalation, "readiness-after-launch": afterLaunch, "readiness-approved": approved,
  "readiness-result": result, "readiness-acceptance": acceptance, "readiness-security": security, "readiness-incident": incident, "readiness-warranty": warranty,
};
