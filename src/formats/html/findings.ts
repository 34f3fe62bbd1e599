import { count, SEVERITIES, type Finding, type Severity } from "#core/lint/finding.ts";
import type { Rule } from "#core/lint/rule.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { namesOf, type Names } from "../remit-sheet/names.ts";
import { sayField } from "../remit-sheet/place.ts";
import { sayEach } from "./counts.ts";
import { htmlText, page } from "./page.ts";

export interface FindingsPage {
  /** Name of the file that was checked. */
  readonly file: string;
  readonly catalogue: readonly Rule[];
  /** Where the activities stand in the sheet they came from: id to `RACI!B14`. */
  readonly places?: Readonly<Record<string, string>>;
}

const HEADINGS: Readonly<Record<Severity, readonly [string, string]>> = {
  error: ["Errors", "the row cannot work, or breaks an agreed limit"],
  warning: ["Warnings", "this will be disputed sooner or later"],
  note: ["Notes", "worth a look"],
};

/** The findings as one page to read and print: what is wrong, why it matters, what to do, where it is. */
export function writeFindingsHtml(document: MatrixDocument, findings: readonly Finding[], { file, catalogue, places = {} }: FindingsPage): string {
  const names = namesOf(document);
  const rules = new Map(catalogue.map((rule) => [rule.id, rule]));
  const open = findings.filter(({ waived }) => !waived);
  const accepted = findings.filter(({ waived }) => waived);
  const areaOf = new Map(document.activities.map(({ id, area }) => [id as string, area === undefined ? "Activities without an area" : names.say("area", area)]));
  const areas = (document.areas ?? []).map(({ id }) => names.say("area", id));
  const place = (finding: Finding): string => (finding.at.kind === "activity" ? (areaOf.get(finding.at.id ?? "") ?? "Activities without an area") : finding.at.kind === "matrix" ? "The whole matrix" : "Roles, people and scope");
  const rank = (area: string): number => (area === "The whole matrix" ? -1 : areas.includes(area) ? areas.indexOf(area) : areas.length + (area.startsWith("Roles") ? 1 : 0));

  const sections = SEVERITIES.map((severity) => {
    const found = open.filter((finding) => finding.severity === severity);
    if (found.length === 0) return "";
    const byArea = [...Map.groupBy(found, place)].sort(([a], [b]) => rank(a) - rank(b));
    const [heading, means] = HEADINGS[severity];
    return `<section class="${severity}" aria-labelledby="${severity}"><h2 id="${severity}">${heading} <span class="quiet">${found.length} · ${means}</span></h2>
${byArea.map(([area, here]) => table(area, here, rules, names, places)).join("\n")}</section>`;
  });
  return page(
    `${document.title}: findings`,
    STYLE,
    `<main><header><h1>${htmlText(document.title)}</h1>
<p class="quiet">Findings in <b>${htmlText(file)}</b> · ${document.activities.length} activities, ${document.roles.length} roles</p>
${bars(findings)}</header>
${open.length === 0 ? `<p class="good">Nothing found: every rule is content with this matrix.</p>` : sections.join("\n")}
${accepted.length === 0 ? "" : waived(accepted, rules)}</main>`,
  );
}

/** Counts as numbers and as bars whose lengths compare. */
function bars(findings: readonly Finding[]): string {
  const counts = count(findings);
  const most = Math.max(1, counts.error, counts.warning, counts.note);
  const rows = SEVERITIES.map((severity) => `<tr class="${severity}"><th scope="row">${HEADINGS[severity][0]}</th><td class="number">${counts[severity]}</td><td class="bar"><i style="width:${Math.round((counts[severity] / most) * 100)}%"></i></td></tr>`);
  return `<table class="sum" aria-label="${htmlText(sayEach(counts))}"><tbody>${rows.join("")}</tbody></table>`;
}

function table(area: string, found: readonly Finding[], rules: ReadonlyMap<string, Rule>, names: Names, places: Readonly<Record<string, string>>): string {
  const byRule = [...Map.groupBy(found, ({ rule }) => rule)];
  const groups = byRule.map(([id, here]) => {
    const rule = rules.get(id);
    const head = `<tr class="rule"><th colspan="2" scope="rowgroup"><h3>${htmlText(rule?.summary ?? id)} <code>${htmlText(id)}</code></h3>${rule ? `<p>${sentence(rule.because)}</p><p class="remedy"><b>What to do:</b> ${sentence(rule.remedy)}</p>` : ""}</th></tr>`;
    const rows = here.map((finding) => {
      const field = [places[finding.at.id ?? ""] ?? "", sayField(finding.at.field, names)].filter(Boolean).join(" · ");
      const fix = finding.fix ? `<p class="fix">Can be mended at once: ${htmlText(finding.fix.label)}</p>` : "";
      return `<tr><td class="place"><b>${htmlText(finding.title)}</b>${field === "" ? "" : `<span class="quiet">${htmlText(field)}</span>`}</td><td>${sentence(finding.message)}${fix}</td></tr>`;
    });
    return `<tbody>${head}\n${rows.join("\n")}</tbody>`;
  });
  return `<table class="found"><thead><tr><th colspan="2" scope="colgroup">${htmlText(area)} <span class="quiet">${found.length}</span></th></tr></thead>
${groups.join("\n")}</table>`;
}

/** The user's own words, in backticks, as the page shows them. */
const sentence = (text: string): string => htmlText(text).replace(/`([^`]+)`/g, "<q>$1</q>");

function waived(findings: readonly Finding[], rules: ReadonlyMap<string, Rule>): string {
  const rows = findings.map(({ rule, title, message, waived: by }) => `<tr><td class="place"><b>${htmlText(title)}</b><span class="quiet">${htmlText(rules.get(rule)?.summary ?? rule)}</span></td><td>${sentence(message)}<p class="quiet">accepted by ${htmlText(by?.by ?? "")} until ${htmlText(by?.until ?? "")}: ${htmlText(by?.reason ?? "")}</p></td></tr>`);
  return `<section class="waived" aria-labelledby="waived"><h2 id="waived">Accepted on purpose <span class="quiet">${findings.length}</span></h2><table class="found"><tbody>${rows.join("\n")}</tbody></table></section>`;
}

const STYLE = `main{max-width:1000px;margin:0 auto;padding:32px 24px 64px}
header{margin-bottom:8px}
.sum{border-collapse:collapse;margin-top:16px;width:min(440px,100%)}.sum th{text-align:left;font-weight:600;padding:2px 12px 2px 0;white-space:nowrap}.sum .number{text-align:right;white-space:nowrap;overflow-wrap:normal;padding-right:12px;font-weight:650}.sum .bar{width:100%}.sum i{display:block;height:10px;border-radius:3px;min-width:1px}
.error{--tone:var(--bad);--soft:var(--bad-soft)}.warning{--tone:var(--warn);--soft:var(--warn-soft)}.note{--tone:var(--hint);--soft:var(--hint-soft)}.waived{--tone:var(--quiet);--soft:var(--ground)}
.sum i{background:var(--tone)}.sum th{color:var(--tone)}
h2{color:var(--tone)}h2 .quiet{font-weight:400;font-size:13px;margin-left:6px}
.good{margin-top:24px;font-size:16px}
.found{width:100%;border-collapse:collapse;background:var(--paper);border:1px solid var(--line);margin-bottom:16px;table-layout:fixed}
.found td,.found th{overflow-wrap:anywhere;text-align:left;vertical-align:top;padding:7px 12px;border-top:1px solid var(--line);font-weight:400}
.found thead th{font-weight:650;background:var(--ground)}
.rule th{background:var(--soft);border-left:4px solid var(--tone)}.rule h3{color:var(--tone)}.rule code{font:12px ui-monospace,SFMono-Regular,Menlo,monospace;font-weight:400;color:var(--ink);opacity:.85;margin-left:6px}.remedy{margin-top:2px}
.place{width:38%}.place b{display:block;font-weight:600}.place .quiet{display:block;font-size:12px}
.found q{quotes:none;background:var(--ground);border:1px solid var(--line);border-radius:4px;padding:0 4px}
.fix{color:var(--accent);font-size:13px}
@page{size:A4;margin:14mm 12mm}
@media print{main{padding:0;max-width:none}h1{font-size:18pt}h2{font-size:13pt;margin-top:6mm;break-after:avoid}thead{display:table-header-group}.rule,tr{break-inside:avoid}.rule{break-after:avoid}.found{font-size:9.5pt}.found td,.found th{padding:4px 8px}}`;
