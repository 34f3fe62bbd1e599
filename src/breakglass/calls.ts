import type { Severity } from "#core/model/decision.ts";
import { wayOf } from "#core/who/path.ts";
import type { Contents } from "./contents.ts";
import { fitted, type Entry, type Room } from "./entries.ts";
import { KINDS, listed, roleWithHolders } from "#core/model/spoken.ts";
import { bySeverity } from "./paper.ts";
import { worldOf } from "./world.ts";

/** So many signs of events stand in one heading of the wallet card. */
const POCKET_EVENTS = 110;

/** The way of calls of every event, the most severe first; events and severities that share one stand together. */
export function waysOf(contents: Contents, room: Room): readonly Entry[] {
  const { document } = contents;
  const world = worldOf(contents);
  const ways = new Map<string, { readonly asked: Map<string, string[]>; readonly lines: readonly string[] }>();
  const client = document.parties.find(({ kind }) => kind === "client")?.id;
  for (const severity of bySeverity(contents))
    for (const event of document.events ?? []) {
      const lines = wayOf(world, { event, severity, party: client }).steps.map(({ after, roles, channels }) => `${after === 0 ? "at once" : `after ${sayLength(after)}`}: ${listed(fitted(roles.map((role) => roleWithHolders(document, role, room.holders)), room.list))}${channels?.length ? `, ${listed(channels.map((one) => KINDS[one].toLowerCase()), "or")}` : ""}`);
      const key = JSON.stringify(lines);
      const way = ways.get(key) ?? { asked: new Map<string, string[]>(), lines };
      way.asked.set(severity.id, [...(way.asked.get(severity.id) ?? []), event.name]);
      ways.set(key, way);
    }
  return [...ways.values()].map(({ asked, lines }) => ({ head: headOf(contents, asked, room), body: lines.length === 0 ? "no way of calls is written down: use the last resort" : "", lines }));
}

/**
 * `S1 critical or S2 high: Ransomware or Data breach; S3 moderate: Ransomware`. No event is asked about at one severity
 * in two headings, so that the severities and the first event of each tell any two headings apart, however they are cut.
 */
function headOf(contents: Contents, asked: ReadonlyMap<Severity["id"], readonly string[]>, { brief }: Room): string {
  const all = contents.document.events?.length ?? 0;
  const alike = Map.groupBy(bySeverity(contents).filter(({ id }) => asked.has(id)), ({ id }) => JSON.stringify(asked.get(id)));
  return [...alike.values()].map((severities) => {
    const events = asked.get(severities[0]?.id ?? "") ?? [];
    return `${listed(severities.map(({ name }) => name), "or")}: ${brief && events.length === all && all > 1 ? "any event" : listed(fitted(events, brief ? POCKET_EVENTS : Infinity), "or")}`;
  }).join("; ");
}

const sayLength = (minutes: number): string => (minutes % 60 === 0 ? `${minutes / 60} h` : minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`);
