import type { Activity, Assignment, Letter, Sla } from "#core/model/activity.ts";
import { FORMAT, type Coverage, type MatrixDocument } from "#core/model/document.ts";
import type { Party } from "#core/model/party.ts";
import { libraryActivity } from "../activities.ts";
import type { LibraryActivity } from "../activity.ts";
import { ROLES, type LibraryRole } from "../roles.ts";

/**
 * A row of a template in few words. Roles are written by key everywhere (`c.sec`); `who` is like
 * `R p.eng; A c.infra; C c.app, c.sec; I c.users if downtime is expected`, and `R?` marks one of several
 * performers between whom the adapter has to choose. `like` takes from the library what the row leaves out.
 */
export interface RowWords extends Omit<Partial<Activity>, "id" | "title" | "assignments" | "origin" | "notYetAdapted" | "evidence" | "sla" | "split" | "escalation" | "result"> {
  readonly id: string;
  readonly like?: string;
  readonly title?: string;
  readonly who?: string;
  readonly result: string;
  readonly evidence?: string;
  readonly sla?: readonly Sla[];
  /** What each side does; needed where both perform. */
  readonly split?: { readonly client: string; readonly provider: string; readonly validator: string };
  /** The evidence is signed by whoever validates. */
  readonly signed?: boolean;
  /** How long the evidence is kept, where its kind of work does not say. */
  readonly keep?: string;
  /** After which time to whom: `PT4H c.sec`. */
  readonly escalate: string;
}

/** A post of a template's own. */
export type Post = Pick<LibraryRole, "key" | "id" | "name" | "side" | "function"> & { readonly coordinator?: boolean };

/** A template in words; `parts` is any other section of the document, roles by key there too. */
export interface TemplateWords {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly covers: Coverage;
  /** Posts in the order of the columns: keys of the library, or posts of the template's own. */
  readonly cast: readonly (string | Post)[];
  /** Parties beside client and provider, by the side of their roles. */
  readonly others?: readonly Party[];
  readonly rows: readonly RowWords[];
  /** Which scope items the rows of an area or stage apply to. */
  readonly appliesTo: Readonly<Record<string, readonly string[]>>;
  readonly parts: Partial<MatrixDocument>;
}

/** What the reader may say at once; the rest stays a placeholder. */
export interface Names {
  readonly client?: string;
  readonly provider?: string;
  readonly title?: string;
}

/** A sample target that nobody has negotiated. */
export const sample = (measure: Sla["measure"], target: string, calendar: "around-the-clock" | "office-hours", note?: string): Sla => ({
  measure, target, calendar, negotiated: false, ...(note ? { note } : {}),
});

/** The document a template stands for, every row "not yet adapted". */
export function written(words: TemplateWords, names: Names): MatrixDocument {
  const parties: Party[] = [
    { id: "client", name: names.client ?? "Your company", kind: "client", calendar: "office-hours" },
    { id: "provider", name: names.provider ?? "Your provider", kind: "provider", calendar: "around-the-clock" },
    ...(words.others ?? []),
  ];
  const posts: readonly Post[] = words.cast.map((post) => (typeof post === "string" ? roleWithKey(post) : post));
  const ids = new Map<string, string>(posts.map(({ key, id }) => [key, id]));
  const partyOf = (side: string): string => parties.find(({ id, kind }) => id === side || kind === side)?.id ?? "provider";
  const document: MatrixDocument = {
    remit: FORMAT,
    title: names.title ?? words.title,
    about: words.about,
    covers: [words.covers],
    reviewEvery: "P3M",
    parties,
    roles: posts.map((post) => ({ id: post.id, name: post.name, party: partyOf(post.side), function: post.function, ...(post.coordinator ? { coordinator: true } : {}) })),
    ...words.parts,
    activities: words.rows.map((row) => activityOf(row, words, (key) => partyOf(posts.find((post) => post.key === key)?.side ?? "provider"))),
  };
  return withIds(document, ids) as MatrixDocument;
}

function roleWithKey(key: string): LibraryRole {
  const role = ROLES.find((known) => known.key === key);
  if (role === undefined) throw new RangeError(`the library has no role \`${key}\``);
  return role;
}

function activityOf(row: RowWords, words: TemplateWords, partyOf: (key: string) => string): Activity {
  const { id, like, title, who, evidence, signed, keep, sla, split, escalate, ...rest } = row;
  const source = like === undefined ? undefined : libraryActivity(like);
  const assignments = who === undefined ? usual(source) : lettersOf(who);
  const performers = assignments.filter((a) => a.letter === "R").map((a) => a.role);
  const shares = split ?? (who === undefined ? source?.split : undefined);
  const [after, to] = escalate.split(" ");
  const artifact = evidence ?? source?.evidence;
  const kind = rest.kind ?? source?.kind;
  const area = words.parts.areas?.find((known) => known.id === rest.area);
  const scope = kind !== undefined && ON_SYSTEMS.has(kind) ? words.appliesTo[rest.area ?? rest.stage ?? ""] : undefined;
  return {
    id,
    title: title ?? source?.title ?? id,
    ...(source ? { kind: source.kind, cadence: source.cadence } : {}),
    ...(source?.critical ? { criticality: "critical" as const } : {}),
    ...(source?.controls.length ? { controls: [...source.controls] } : {}),
    ...(source?.approvers ? { approvers: [...source.approvers] } : {}),
    approval: { class: source?.approval ?? "none", ...(source?.approval === "formal" ? { channel: "change request" } : {}) },
    // An area's failover cannot stand in for itself: there the primary owner does.
    ...(area?.secondary !== undefined && area.secondary === performers[0] && area.primary !== undefined ? { secondary: area.primary } : {}),
    ...(scope ? { scope: [...scope] } : {}),
    communication: "ticket",
    ...rest,
    assignments,
    ...(artifact ? { evidence: [{ artifact, ...(performers[0] ? { producer: performers[0] } : {}), ...evidenceRhythm(rest.cadence ?? source?.cadence), ...kept(kind, source?.area), ...(keep ? { retention: keep } : {}), ...(signed ? { signed } : {}) }] } : {}),
    ...(sla ? { sla: [...sla] } : {}),
    ...(shares
      ? {
          split: {
            parts: (["client", "provider"] as const).flatMap((side) => {
              const responsible = performers.find((key) => (partyOf(key) === "client") === (side === "client"));
              return responsible ? [{ party: partyOf(responsible), does: shares[side], responsible }] : [];
            }),
            ...(shares.validator ? { validator: shares.validator } : {}),
          },
        }
      : {}),
    escalation: { ...(after ? { after } : {}), ...(to ? { to } : {}) },
    origin: `template:${words.id}/${id}`,
    notYetAdapted: true,
  };
}

/** Kinds of work that are done on systems; a decision or a policy has none. */
const ON_SYSTEMS: ReadonlySet<string> = new Set(["operation", "security", "incident", "delivery", "service"]);

/** How long records are kept: a common value to start from. */
const kept = (kind: Activity["kind"], area: string | undefined): { retention?: string } =>
  kind === "incident" ? { retention: "P5Y" } : area === "Logging" || area === "Detection and alerts" ? { retention: "P1Y" } : {};

const evidenceRhythm = (cadence: Activity["cadence"]) => (cadence?.every ? { cadence: cadence.every } : {});

function usual(source: LibraryActivity | undefined): Assignment[] {
  if (source === undefined) return [];
  const letters = (letter: Letter, keys: readonly string[]): Assignment[] => keys.map((role) => ({ role, letter }));
  return [...letters("R", source.responsible), ...letters("A", [source.accountable]), ...letters("C", source.consulted), ...letters("I", source.informed)];
}

/** `R? c.it; A c.app; I c.users, c.comp if needed` as assignments; a condition belongs to its own role. */
export function lettersOf(who: string): Assignment[] {
  return who.split(";").flatMap((group) => {
    const [, letter = "", undecided = "", roles = ""] = /^\s*([RACIS])(\??)\s+(.*)$/.exec(group) ?? [];
    return roles.split(",").map((cell): Assignment => {
      const [, role = "", condition] = /^\s*(\S+)(?:\s+(.+?))?\s*$/.exec(cell) ?? [];
      return { role, letter: letter as Letter, ...(condition ? { condition } : {}), ...(undecided ? { alternative: true } : {}) };
    });
  });
}

/** Every role key of the value replaced by the role's id. Keys are unlike any other word of a template. */
function withIds(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (typeof value === "string") return ids.get(value) ?? value;
  if (Array.isArray(value)) return value.map((item) => withIds(item, ids));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withIds(item, ids)]));
  return value;
}
