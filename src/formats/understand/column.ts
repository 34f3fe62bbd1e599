import type { Letter } from "#core/model/activity.ts";
import type { Content } from "./content.ts";
import { readLane, sideOfWord, type LaneReading } from "./sides.ts";

/** What a column of a sheet carries. */
export type Kind =
  | "title" | "id" | "area" | "control" | "goal" | "note" | "sla" | "cadence" | "evidence" | "procedure" | "criticality" | "result"
  | "role" | "names" | "lane" | "lane-mark" | "inherited" | "prose" | "owner" | "primary" | "secondary"
  | "approver" | "initiator" | "acceptor" | "validator" | "escalation" | "kept" | "blank";

export interface Column {
  readonly index: number;
  readonly header: string;
  readonly group?: string;
  readonly kind: Kind;
  /** How sure the header's words make it; also chooses between rivals for the title. */
  readonly weight: number;
  readonly letter?: Letter;
  readonly lane?: LaneReading;
  readonly content: Content;
}

/** Kinds that say who does what; a sheet without one is no matrix. */
export const WHO: ReadonlySet<Kind> = new Set(["role", "names", "lane", "lane-mark", "inherited", "prose", "owner", "primary", "secondary"]);

const TITLES: readonly (readonly [RegExp, number])[] = [
  [/^(?:activity|activities|tasks?|activity ?\/ ?function|task ?\/ ?activity|raci activity|work item|action|key activit(?:y|ies)|process ?\/ ?activity)\b/i, 14],
  [/^(?:process step|steps?|decisions?|functions?|process(?:es)?|deliverables?|milestones?|capabilit(?:y|ies)|work package|milestone|security function|control activity|responsibility area)$/i, 12],
  [/^(?:(?:.*\b)?requirement(?: statement| description| text)?s?|(?:control|safeguard|practice|requirement|subcategory) (?:name|title|statement|description|text)|controls?|safeguards?|practices?)$/i, 10],
  [/^(?:name|title|item|topic|subject|services?|what|duty|duties|responsibilit(?:y|ies)|obligation|scope item|work)$/i, 8],
  [/^(?:description|details?|summary)$/i, 5],
];

const OTHERS: readonly (readonly [RegExp, Kind])[] = [
  [/^(?:#|no\.?|nr\.?|id|ids|number|ref(?:erence)?\.?(?: no\.?| id| #)?|index|item (?:no\.?|#|id|number)|(?:step|task|activity|row|process|req) (?:id|no\.?|#|number)|s(?:l|r)?\.? ?no\.?|wbs)$/i, "id"],
  [/control (?:id|ids|no\.?|number|ref(?:erence)?s?|#|mapping)|^controls?$|^(?:framework|compliance|regulatory|standard)s?(?: (?:control|mapping|reference|ref|requirement|id)s?)?$|^(?:nist|csf|pci|iso|hipaa|cmmc|nycrr|nydfs|soc ?2|cis|cpg|annex a)\b|unique .*identifier|^(?:requirement|safeguard|practice|citation) (?:id|no\.?|number|ref|#)|^citation$|subcategory id/i, "control"],
  [/^(?:area|domain|categor(?:y|ies)|phase|section|group|process area|family|workstream|work stream|pillar|stage|theme|tower|service (?:area|line|category|tower)|function(?:al)? area|(?:key )?management area|discipline|(?:control |security )?(?:domain|family|area)(?: name)?|lifecycle phase|sub-?categor(?:y|ies)|department)$/i, "area"],
  [/\b(?:area|domain|category) name$|^key .* area$/i, "area"],
  [/^(?:objective|goal|purpose|outcome|control goal|aim|description|details?|task description|activity description)s?$/i, "goal"],
  [/\bsla\b|service level|(?:response|reaction|resolution|target|restore|restoration|recovery|fix|notification) (?:times?|targets?|windows?)\b|time to (?:respond|restore|resolve|recover|fix)|turnaround|time ?frame|time limit|^targets?$|\brto\b|\brpo\b/i, "sla"],
  [/cadence|frequenc|how often|recurrence|periodicit|^timing$|^interval$|^when$/i, "cadence"],
  [/evidence|artifact|artefact|^proof/i, "evidence"],
  [/^procedure|runbook|playbook|\bsop\b|^(?:work ?)?instructions?$/i, "procedure"],
  [/^(?:criticality|priority|importance)$/i, "criticality"],
  [/^(?:output|result|expected result|deliverable)s?$/i, "result"],
  [/^(?:primary|main)(?: (?:owner|responsible|contact|party|responsibility))?$/i, "primary"],
  [/^(?:secondary|backup|back-up|deputy|alternate|failover|delegate|fallback)(?: (?:owner|responsible|contact|party|responsibility))?$/i, "secondary"],
  [/^(?:(?:mandatory )?approv(?:er|al|ed by|als|ers)|sign-?off(?: by)?|authori[sz]ed by)$/i, "approver"],
  [/^(?:initiat(?:or|ed by)|request(?:or|er|ed by))$/i, "initiator"],
  [/^(?:accept(?:or|er|ed by|ance(?: owner| by)?))$/i, "acceptor"],
  [/^(?:validat(?:or|ed by|ion by|ion owner)|verified by)$/i, "validator"],
  [/^escalat(?:ion|e to|es to|ion path|ion contact|ion to)/i, "escalation"],
  [/^(?:comments?|notes?|remarks?|note ?\/ ?comments?)$/i, "note"],
  [/^(?:owner|task owner|activity owner|process owner|control owner|result owner|owned by|ownership|owner ?\(.*\))$/i, "owner"],
  [/inherit/i, "inherited"],
];

/** Headers under which an SLA or an artifact stands among remarks: `Sample SLA / notes`, `Evidence / Comments`. */
export const REMARKS = /\b(?:notes?|comments?|remarks?)\b/i;

const LETTER_HEADERS: readonly (readonly [RegExp, Letter])[] = [
  [/^(?:r|responsible(?: (?:party|role|person|team|parties|roles))?|(?:r\s*[-–=:(]\s*)responsible\)?|responsible\s*\(\s*r\s*\)|who is responsible\??|performer|performed by|executor|assignee|assigned to|done by)$/i, "R"],
  [/^(?:a|accountable(?: (?:party|role|person|owner))?|(?:a\s*[-–=:(]\s*)accountable\)?|accountable\s*\(\s*a\s*\)|who is accountable\??|accountable owner)$/i, "A"],
  [/^(?:c|consult(?:ed)?(?: (?:party|role|roles|parties))?|(?:c\s*[-–=:(]\s*)consulted\)?|consulted\s*\(\s*c\s*\))$/i, "C"],
  [/^(?:i|inform(?:ed)?(?: (?:party|role|roles|parties))?|(?:i\s*[-–=:(]\s*)informed\)?|informed\s*\(\s*i\s*\))$/i, "I"],
  [/^(?:s|support(?:s|ing|ed by)?(?: (?:party|role|roles))?|(?:s\s*[-–=:(]\s*)support(?:ing)?\)?|support(?:ing)?\s*\(\s*s\s*\))$/i, "S"],
];

/** Headers whose letters, marks or answers are about the row, not about who does it. */
const ABOUT = /\bpriorit|\bseverit|\brisks?\b|\bsize\b|\bimpact|\bcritical|^type\b|\bclass\b|\blevel\b|\bgrade\b|\brating\b|\bcomplex|\beffort\b|\bversion\b|\bstatus\b|\bimplement|\bplanned\b|\balternative|\bapplicab|\bin scope\b|\bautomat|\brequired\b|\benabled\b|\bcomplian|^yes$|^no$|^n\/a$|\bexists?\b|\bdocument|\bdone\b|\bcompleted?\b|\bnist\b|\bcsf\b|\bpci\b|\biso\b|\bhipaa\b|\bcmmc\b|\bsoc ?2\b|\bfedramp\b|\bfrequency\b|\bcadence\b|\bevidence\b|^reviewed$|^phase$|^date$/i;
/** The few of them under which single letters are usual: `H M L`, `S M L`, `A B C`. */
const GRADED = /^(?:.*\b)?(?:priority|severity|size|impact|criticality|class|level|grade|rating|complexity|effort|type|status|version|risk level)$/i;
const WHOSE = /responsib|owner|origination|party|lane|managed by|performed by|provided by|operated by|delivered by|who\b|raci|allocation|side|accountab|provider|customer/i;

/** What the header's words and the cells beneath make of a column. */
export function recognised(index: number, header: string, group: string | undefined, content: Content): Column {
  const found = judged(header, group, content);
  return { index, header, content, ...(group === undefined ? {} : { group }), ...found };
}

type Judged = { readonly kind: Kind; readonly weight: number; readonly letter?: Letter; readonly lane?: LaneReading };

function judged(header: string, group: string | undefined, content: Content): Judged {
  if (header === "" && content.filled === 0) return { kind: "blank", weight: 0 };
  const letter = LETTER_HEADERS.find(([spelling]) => spelling.test(header))?.[1];
  const title = TITLES.find(([spelling]) => spelling.test(header))?.[1];
  const other = OTHERS.find(([spelling]) => spelling.test(header))?.[1];
  const about = ABOUT.test(header) || (group !== undefined && ABOUT.test(group));
  const words = readLane(header);
  const lane = words.unknown.length === 0 && (words.sides.length > 0 || words.shared) ? words : undefined;

  if (letter && content.letters < 0.6 && content.marks < 0.6) return content.lane >= 0.6 && letter === "R" ? { kind: "lane", weight: 9, letter } : { kind: "names", weight: 9, letter };
  if (other === "inherited" && (content.answers >= 0.6 || content.filled === 0)) return { kind: "inherited", weight: 8 };
  if (content.answers >= 0.6) return whose(header, about, lane) ? { kind: lane ? "lane-mark" : "role", weight: 6, ...(lane ? { lane } : {}) } : { kind: "kept", weight: 0.5 };
  if (content.marks >= 0.6 && content.marks >= content.letters) {
    if (lane) return { kind: "lane-mark", weight: 7, lane };
    return about ? { kind: "kept", weight: 0.5 } : { kind: "role", weight: 6 };
  }
  if (content.letters + content.marks >= 0.6 && !GRADED.test(header) && header !== "" && other !== "id" && content.length < 120)
    return content.usual > 0 || content.letters >= 0.9 ? { kind: "role", weight: 6 } : { kind: "kept", weight: 0.2 };
  if (other === "primary" || other === "secondary") return { kind: other, weight: 8 };
  if (content.lane >= 0.9 && content.filled >= 3 && title === undefined && header !== "") return { kind: "lane", weight: 9 };
  if (content.lane >= 0.6 && WHOSE.test(header)) return { kind: "lane", weight: 9 };
  if (title !== undefined && other === "control" && content.controls >= 0.4) return { kind: "control", weight: 4 };
  if (title !== undefined && content.numbers < 0.8) return { kind: "title", weight: title };
  if (other === "control") return content.controls >= 0.2 || /\b(?:ids?|no|number|refs?|references?|identifier)\b|#/i.test(header) ? { kind: "control", weight: 4 } : { kind: "kept", weight: 1 };
  if (other === "criticality") return { kind: content.filled > 0 ? "criticality" : "kept", weight: 2 };
  if (other !== undefined && other !== "inherited") return { kind: other, weight: other === "owner" ? 6 : 3 };
  if (content.filled >= 3 && content.controls >= 0.6) return { kind: "control", weight: 4 };
  const prose = proseSide(header);
  if (prose && content.length > 10 && content.filled > 0) return { kind: "prose", weight: 5, lane: prose };
  if (content.filled === 0 && lane && !about) return { kind: "lane-mark", weight: 3, lane };
  return { kind: "kept", weight: header === "" ? 0 : 0.3 };
}

/** A Yes or No under `IT` or `MSP` says who; under `Automated?` it says something of the row. */
const whose = (header: string, about: boolean, lane: LaneReading | undefined): boolean =>
  !about && header !== "" && !/\?$/.test(header) && (lane !== undefined || header.split(" ").length <= 4);

function proseSide(header: string): LaneReading | undefined {
  const side = sideOfWord(header) ?? sideOfWord(/^(?:what )?(?:the )?(.+?) (?:does|provides|performs|delivers|actions?|part)$/i.exec(header)?.[1] ?? "");
  if (side) return { sides: [side], shared: false, unknown: [] };
  const lane = readLane(header);
  return lane.shared && lane.sides.length === 0 && lane.unknown.length === 0 ? lane : undefined;
}
