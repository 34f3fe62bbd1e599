import { REMARKS, type Column } from "./column.ts";
import { controlKey, readControls } from "./controls.ts";
import { readLetters } from "./letters.ts";
import { keep, LONGEST_TEXT, type RowDraft } from "./row-draft.ts";
import { readSla } from "./service-levels.ts";
import { readCadence, sayLimit } from "./spans.ts";

/** Fields in which `N/A` and a dash say nothing. */
const TERMS = new Set<Column["kind"]>(["sla", "cadence", "evidence", "criticality", "escalation"]);

/** Columns that say something of the activity itself. @returns why a part of the text could not be taken, or nothing. */
export function readAbout(column: Column, text: string, header: string, row: RowDraft): string | undefined {
  if (TERMS.has(column.kind) && readLetters(text).kind === "nothing") return undefined;
  switch (column.kind) {
    case "id":
      if (/^(?=.*[A-Za-z])(?=.*\d)[A-Za-z0-9][A-Za-z0-9._-]{2,39}$/.test(text)) row.code = text;
      keep(row, header, text);
      return undefined;
    case "area":
      return undefined;
    case "control": {
      const controls = readControls(text, header);
      if (controls) row.controls.push(...controls.map(controlKey));
      else keep(row, header, text);
      return;
    }
    case "goal":
      row.fields.goal = text.slice(0, LONGEST_TEXT);
      return;
    case "result":
      row.fields.result = text.slice(0, LONGEST_TEXT);
      return;
    case "note":
      row.notes.push(text);
      return;
    case "sla":
      return promise(row, text, header);
    case "cadence":
      if (sayLimit(text)) return promise(row, text, header);
      row.fields.cadence = readCadence(text);
      if (text.length > 1_000) keep(row, header, text);
      return;
    case "evidence":
      for (const part of text.split(/\s*[;\n]\s*/).filter(Boolean))
        if (readsAsArtifact(part, header)) row.fields.evidence = [...(row.fields.evidence ?? []), { artifact: part.slice(0, 1_000) }];
        else row.notes.push(part);
      return;
    case "procedure":
      row.fields.procedure = /^https?:\/\/\S+$/.test(text) && text.length <= 1_000 ? { link: text } : { steps: [text.slice(0, LONGEST_TEXT)] };
      return;
    case "escalation":
      row.fields.escalation = { text: text.slice(0, LONGEST_TEXT) };
      return;
    case "criticality": {
      const level = /^(critical|high|low|normal|medium|moderate)\b/i.exec(text)?.[1]?.toLowerCase();
      if (level) row.fields.criticality = level === "medium" || level === "moderate" ? "normal" : (level as "critical" | "high" | "low" | "normal");
      if (!level || !/^\w+$/.test(text)) keep(row, header, text);
      return;
    }
    default:
      keep(row, header, text);
      return;
  }
}

/** Takes the promises of a cell; words that promise nothing stay with the row, and the cell is listed. */
function promise(row: RowDraft, text: string, header: string): string | undefined {
  const { rest, sla, cadence } = readSla(text, header, row.title);
  if (sla) row.fields.sla = [...(row.fields.sla ?? []), ...sla];
  if (cadence) row.fields.cadence ??= cadence;
  if (REMARKS.test(header)) row.notes.push(text);
  else if (rest) {
    keep(row, header, text);
    return rest.why;
  }
  return undefined;
}

const ARTIFACT = /\b(?:reports?|records?|logs?|tickets?|registers?|minutes|certificates?|lists?|forms?|screenshots?|plans?|checklists?|sign-?offs?|approvals?|exports?|ledgers?|protocols?|evidence|documents?|documentation|reviews?|statements?|scans?|e-?mails?|inventor(?:y|ies)|diagrams?|contracts?|attestations?|summar(?:y|ies)|dashboards?|results?|polic(?:y|ies)|procedures?|agreements?|matri(?:x|ces)|tracker|backlog|audits?)\b/i;

/** Whether a text under evidence names a thing one can show; a length of time and an open question do not. */
const readsAsArtifact = (text: string, header: string): boolean =>
  !/^\W*\d+\s*[a-z]+\W*$/i.test(text) && (!REMARKS.test(header) || (text.length <= 120 && !/\?|\bTB[DCA]\b|\b(?:to be|not yet)\b/i.test(text) && ARTIFACT.test(text)));
