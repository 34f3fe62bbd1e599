import type { MatrixDocument } from "../model/document.ts";
import { everyHas, performers, place, post, rowsAbout, rowShown, whoMay, type Place, type Shown } from "./found.ts";
import type { Statement } from "./statements.ts";

type Judge = (document: MatrixDocument) => Shown;

const said = (text: string | undefined): boolean => text !== undefined && text.trim() !== "";
const events = (document: MatrixDocument) => document.events ?? [];
const severities = (document: MatrixDocument) => document.severities ?? [];

/** What of the matrix answers a statement; those about a decision are answered by the rights to it. */
const JUDGES: Readonly<Record<string, Judge>> = {
  "detection-1": (document) => {
    const rows = rowsAbout(document, /\bmonitor|\bwatch|\balerts?\b.*\btriag|\btriag\w*.*\balert/);
    const turning = (document.rotations ?? []).filter(({ role }) => rows.some(({ assignments }) => assignments.some((one) => one.letter === "R" && one.role === role)));
    const always = new Set((document.calendars ?? []).filter((one) => one.always === true).map(({ id }) => id as string));
    const promised = rows.filter(({ sla }) => sla?.some(({ calendar }) => calendar !== undefined && always.has(calendar)) === true);
    const places: Place[] = [...rows.map(place), ...turning.map(({ id, name }) => ({ kind: "rotation" as const, id, name }))];
    if (rows.length === 0) return { answer: "no", says: "no row is about watching alerts", places, who: [] };
    const whole = turning.length > 0 || promised.length > 0;
    return { answer: whole ? "yes" : "partly", says: whole ? `${rows.length === 1 ? "a row" : `${rows.length} rows`} and ${turning.length > 0 ? "a rotation" : "a promise for every hour"} say so` : "there is a row, and neither a rotation nor a promise for every hour", places, who: performers(document, rows) };
  },
  "detection-3": (document) => everyHas("event", events(document), ({ criteria }) => said(criteria), { many: "event types", field: "criteria" }),
  "detection-4": (document) => everyHas("severity", severities(document), ({ acknowledgeWithin, id }) => acknowledgeWithin !== undefined || pathCovers(document, id), { many: "severities", field: "a time or a way of calls" }),
  "confirmation-2": (document) => everyHas("severity", severities(document), ({ criteria }) => said(criteria), { many: "severities", field: "criteria" }),
  "confirmation-3": (document) => {
    const shown = everyHas("severity", severities(document), ({ id }) => pathCovers(document, id), { many: "severities", field: "a way of calls" });
    return { ...shown, places: (document.escalationPaths ?? []).map(({ id, name }) => ({ kind: "path", id, name })) };
  },
  "confirmation-4": (document) => everyHas("event", events(document), ({ seniorThreshold }) => said(seniorThreshold), { many: "event types", field: "a point from which seniors join" }),
  "containment-2": (document) => everyHas("event", events(document), ({ procedure }) => said(procedure), { many: "event types", field: "a procedure" }),
  "containment-3": (document) => {
    const actions = (document.preAuthorisations ?? []).filter(({ verb, performers: roles, actions: what }) => verb === "containment.authorise" && roles.length > 0 && what.length > 0);
    const places: Place[] = actions.map((one) => ({ kind: "pre-authorisation", id: one.id, name: one.actions.join(", ") }));
    const who = [...new Set(actions.flatMap(({ performers: roles }) => roles.map((role) => post(document, role).words)))];
    if (actions.some(({ rollback }) => said(rollback))) return { answer: "yes", says: "actions, performers and the way back are named", places, who };
    const rows = rowsAbout(document, /\bisolat|\bquarantin/);
    if (actions.length === 0 && rows.length === 0) return { answer: "no", says: "no action and no row says what is isolated, and by whom", places, who };
    return { answer: "partly", says: actions.length > 0 ? "actions and performers are named, the way back is not" : "a row says who, and no action says what and how back", places: [...places, ...rows.map(place)], who: who.length > 0 ? who : performers(document, rows) };
  },
  "containment-4": (document) => {
    const granted = document.preAuthorisations ?? [];
    const rows = document.activities.filter(({ approval }) => approval?.class === "emergency");
    const places: Place[] = [...granted.map((one): Place => ({ kind: "pre-authorisation", id: one.id, name: one.actions.join(", ") })), ...rows.map(place)];
    const who = [...new Set(granted.flatMap(({ performers: roles }) => roles.map((role) => post(document, role).words)))];
    if (granted.length > 0) return { answer: "yes", says: `${granted.length === 1 ? "one action is" : `${granted.length} actions are`} allowed in advance`, places, who };
    if (rows.some(({ approval }) => said(approval?.conditions))) return { answer: "partly", says: "rows name conditions for acting first, and nothing is allowed in advance", places, who };
    return { answer: "no", says: "nothing is allowed in advance", places, who };
  },
  "communication-2": (document) => {
    const shown = everyHas("event", events(document), ({ clientUpdate }) => clientUpdate?.every !== undefined, { many: "event types", field: "a rhythm of news" });
    const clocks = (document.clocks ?? []).filter(({ kind, limit }) => kind === "contract" && limit !== undefined);
    const places: Place[] = [...shown.places, ...clocks.map(({ id, name }): Place => ({ kind: "clock", id, name }))];
    if (shown.answer === "yes" && clocks.length > 0) return { ...shown, says: `${shown.says}, and the first notice a limit`, places };
    return { ...shown, answer: shown.answer !== "no" || clocks.length > 0 ? "partly" : "no", says: clocks.length > 0 ? `the first notice has a limit, and ${shown.says}` : `${shown.says}, and no clock limits the first notice`, places };
  },
  "communication-3": (document) => everyHas("event", events(document), ({ clientUpdate }) => said(clientUpdate?.template), { many: "event types", field: "a template for updates" }),
  "communication-4": (document) => rowShown(document, /\breport/, ({ reports, evidence, decision }) => decision === "report.write" || (reports?.length ?? 0) > 0 || evidence?.some(({ artifact }) => /report/i.test(artifact)) === true, { row: "is about incident reports", lacks: "and nothing says what a report is" }),
  "investigation-2": (document) => rowShown(document, /\bevidence\b|\bforensic/, ({ procedure }) => said(procedure?.link) || (procedure?.steps?.length ?? 0) > 0, { row: "is about collecting evidence", lacks: "and it has no procedure" }),
  "investigation-3": (document) => rowShown(document, /\bcorrelat|\btimeline\b/, () => true, { row: "is about putting events together", lacks: "" }),
  "investigation-4": (document) => {
    const severe = severities(document).filter(({ rank }) => rank <= 2).map(({ id }) => id);
    const shown = everyHas("event", events(document), ({ rootCauseFor }) => severe.length > 0 && severe.every((id) => rootCauseFor?.includes(id) === true), { many: "event types", field: "a duty to find the root cause of what is severe" });
    const rows = rowsAbout(document, /\broot[- ]cause|\blessons\b|\bpost-?(?:incident|mortem)/);
    return { ...shown, answer: rows.length > 0 && shown.answer === "no" ? "partly" : shown.answer, says: rows.length > 0 ? `a row is about it; ${shown.says}` : shown.says, places: [...shown.places, ...rows.map(place)], who: performers(document, rows) };
  },
  "documentation-2": (document) => everyHas("event", events(document), ({ recordRetention }) => recordRetention !== undefined, { many: "event types", field: "a time its records are kept" }),
  "documentation-3": (document) => {
    const may = whoMay(document, "notify.regulator");
    const clocks = (document.clocks ?? []).filter(({ kind }) => kind === "regulatory");
    const whole = clocks.filter(({ determiner, submitter, limit }) => determiner !== undefined && submitter !== undefined && limit !== undefined);
    const places: Place[] = [...may.places, ...clocks.map(({ id, name }): Place => ({ kind: "clock", id, name }))];
    if (may.answer === "yes" && clocks.length > 0 && whole.length === clocks.length) return { ...may, says: `${may.says}, and every regulatory clock has who determines, who submits and a limit`, places };
    return { ...may, answer: may.answer === "no" && clocks.length === 0 ? "no" : "partly", says: `${may.says}; ${clocks.length === 0 ? "no regulatory clock is named" : `${whole.length} of ${clocks.length} regulatory clocks are complete`}`, places };
  },
  "documentation-4": (document) => {
    const rows = document.activities.filter(({ kind, title, evidence }) => (kind === "incident" || kind === "compliance" || /incident|record/i.test(title)) && (evidence?.length ?? 0) > 0);
    const stored = rows.filter(({ evidence }) => evidence?.some(({ store }) => said(store)) === true);
    const shown = stored.length > 0 ? stored : rows;
    if (rows.length === 0) return { answer: "no", says: "no incident row names evidence", places: [], who: [] };
    return { answer: stored.length === rows.length ? "yes" : "partly", says: `${stored.length} of ${rows.length} incident rows with evidence say where it is stored`, places: shown.slice(0, 8).map(place), who: performers(document, shown.slice(0, 3)) };
  },
};

const pathCovers = (document: MatrixDocument, severity: string): boolean =>
  (document.escalationPaths ?? []).some(({ severities: list, events: limited, steps }) => steps.length > 0 && (limited?.length ?? 0) === 0 && ((list?.length ?? 0) === 0 || list?.some((id) => id === severity) === true));

/** What the matrix shows about a statement. */
export function judge(document: MatrixDocument, { id, verb }: Statement): Shown {
  const own = JUDGES[id];
  if (own !== undefined) return own(document);
  return verb === undefined ? { answer: "no", says: "nothing in a matrix shows it", places: [], who: [] } : whoMay(document, verb);
}
