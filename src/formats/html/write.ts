import { count, type Finding } from "#core/lint/finding.ts";
import { LETTERS, type Activity, type Assignment } from "#core/model/activity.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { activityFields } from "../remit-sheet/activity-fields.ts";
import { matrixLayout, type MatrixLayout } from "../remit-sheet/layout.ts";
import { sayLetters } from "../remit-sheet/letters.ts";
import { sayEach } from "./counts.ts";
import { htmlText, page, paragraphText } from "./page.ts";

/** The matrix as one page to read and print: areas, lanes, coloured letters, SLA and evidence. */
export function writeHtml(document: MatrixDocument, findings: readonly Finding[]): string {
  const layout = matrixLayout(document);
  const open = findings.filter(({ waived }) => !waived);
  const worst = worstByRow(open);
  const areas = [...Map.groupBy(layout.rows, ({ area }) => area ?? "")];
  const roles = layout.columns.slice(layout.grid.first, layout.grid.last + 1);
  const terms = activityFields(document).after.filter(({ key, show }) => ["secondary", "sla", "cadence", "evidence"].includes(key) && document.activities.some((row) => show(row, layout.names) !== ""));
  const upright = roles.length > 10;
  const bodies = areas.map(
    ([area, rows]) => `<tbody>
<tr class="area"><th colspan="${2 + roles.length + terms.length}" scope="rowgroup">${htmlText(area === "" ? (areas.length > 1 ? "Other activities" : "Activities") : layout.names.say("area", area))} <span class="quiet">${rows.length} ${rows.length === 1 ? "activity" : "activities"}</span></th></tr>
${rows.map((row) => matrixRow(row, document, layout, roles, terms, worst)).join("\n")}
</tbody>`,
  );
  const about = document.about === undefined ? "" : `<p class="about">${paragraphText(document.about)}</p>`;
  return page(
    document.title,
    STYLE,
    `<header><h1>${htmlText(document.title)}</h1>
<p class="quiet">${htmlText(document.parties.map(({ name }) => name).join(" · "))}${document.validFrom ? ` · from ${document.validFrom}` : ""}${document.validUntil ? ` until ${document.validUntil}` : ""}</p>
${about}
<p>${layout.rows.length} activities, ${document.roles.length} roles; ${htmlText(sayEach(count(findings)))}</p></header>
<main><table class="${upright ? "upright" : ""}">
<thead>
<tr class="bands"><td colspan="2"></td>${bands(layout, document)}${terms.length > 0 ? `<td colspan="${terms.length}"></td>` : ""}</tr>
<tr><th scope="col" class="title">Activity</th><th scope="col">Lane</th>${roles.map(({ header }) => `<th scope="col" class="role"><span>${htmlText(header)}</span></th>`).join("")}${terms.map(({ header }) => `<th scope="col" class="term">${htmlText(header)}</th>`).join("")}</tr>
</thead>
${bodies.join("\n")}
</table></main>
<footer class="legend">${LETTERS.map((letter) => `<span><b class="${letter}">${letter}</b> ${MEANS[letter]}</span>`).join("")}<span class="quiet">R? undecided performer</span></footer>`,
  );
}

const MEANS = { R: "responsible, does the work", A: "accountable, answers for it", C: "consulted before", I: "informed after", S: "supports" } as const;

function bands(layout: MatrixLayout, document: MatrixDocument): string {
  const kinds = new Map(document.parties.map(({ id, kind }) => [layout.names.say("party", id), kind]));
  const runs: { party: string; size: number }[] = [];
  for (const { party } of layout.columns.slice(layout.grid.first, layout.grid.last + 1)) {
    const run = runs.at(-1);
    if (run?.party === party) run.size++;
    else runs.push({ party, size: 1 });
  }
  const side = (party: string): string => (kinds.get(party) === "client" ? "client" : kinds.get(party) === "provider" ? "provider" : "shared");
  return runs.map(({ party, size }) => `<th colspan="${size}" scope="colgroup" class="${side(party)}">${htmlText(party)}</th>`).join("");
}

function matrixRow(row: Activity, document: MatrixDocument, layout: MatrixLayout, roles: MatrixLayout["columns"], terms: ReturnType<typeof activityFields>["after"], worst: ReadonlyMap<string, Finding>): string {
  const lane = activityFields(document).after[0]?.show(row, layout.names) ?? "";
  const fault = worst.get(row.id);
  const mark = fault ? ` <span class="mark ${fault.severity}" title="${htmlText(fault.message)}">${fault.severity}</span>` : "";
  const cells = roles.map(({ role }) => letterCell(row.assignments.filter((a) => a.role === role)));
  const rest = terms.map(({ show }) => `<td class="term">${paragraphText(show(row, layout.names))}</td>`);
  return `<tr><th scope="row" class="title">${htmlText(row.title)}${row.criticality === "critical" ? ` <span class="mark critical">critical</span>` : ""}${mark}</th><td><span class="lane ${lane.toLowerCase()}">${lane}</span></td>${cells.join("")}${rest.join("")}</tr>`;
}

function letterCell(held: readonly Assignment[]): string {
  if (held.length === 0) return `<td class="cell"></td>`;
  return `<td class="cell">${held.toSorted((a, b) => Number(b.letter === "A") - Number(a.letter === "A")).map((one) => {
    const [letters = "", condition] = sayLetters([one]).split(/ (?=\()/);
    return `<b class="${one.letter}">${htmlText(letters)}</b>${condition === undefined ? "" : `<small>${htmlText(condition)}</small>`}`;
  }).join(" ")}</td>`;
}

function worstByRow(findings: readonly Finding[]): Map<string, Finding> {
  const order = ["error", "warning", "note"];
  const worst = new Map<string, Finding>();
  for (const finding of findings) {
    const { kind, id } = finding.at;
    if (kind !== "activity" || id === undefined) continue;
    const known = worst.get(id);
    if (!known || order.indexOf(finding.severity) < order.indexOf(known.severity)) worst.set(id, finding);
  }
  return worst;
}

const STYLE = `header,footer{padding:24px 28px}.about{margin:8px 0;max-width:80ch}
main{overflow-x:auto;padding:0 28px}
table{border-collapse:collapse;background:var(--paper);border:1px solid var(--line);min-width:100%;font-size:13px}
td,th{border:1px solid var(--line);padding:5px 8px;text-align:left;vertical-align:top;font-weight:400}
thead th{font-weight:600;vertical-align:bottom}thead td{border-color:transparent}
.bands th{text-align:center}.client{background:var(--client-soft);color:var(--client)}.provider{background:var(--provider-soft);color:var(--provider)}.shared{background:var(--shared-soft);color:var(--shared)}.nobody{background:var(--bad-soft);color:var(--bad)}
tbody th.title{min-width:220px;font-weight:500}th.role{text-align:center;min-width:72px;max-width:130px;overflow-wrap:normal}.upright th.role{min-width:34px;max-width:40px;height:200px}.upright th.role span{writing-mode:vertical-rl;transform:rotate(180deg);display:inline-block;font-size:12px;white-space:nowrap;max-height:190px;overflow:hidden;text-overflow:ellipsis}
tr.area th{background:var(--ground);font-weight:650}
.lane{display:inline-block;border-radius:5px;padding:1px 8px;font-weight:600;font-size:12px}
.cell{text-align:center}.cell b,.legend b{display:inline-block;min-width:24px;border-radius:4px;padding:1px 6px;text-align:center}.cell small{display:block;color:var(--quiet)}
.A{background:var(--a);color:var(--a-ink)}.R{background:var(--r);color:var(--r-ink)}.C{background:var(--c);color:var(--c-ink)}.I{background:var(--i);color:var(--i-ink)}.S{background:var(--s);color:var(--s-ink)}
td.term{min-width:110px;max-width:240px}
.mark{font-size:11px;font-weight:650;border-radius:4px;padding:0 5px;margin-left:4px;white-space:nowrap}.mark.error,.mark.critical{background:var(--bad-soft);color:var(--bad)}.mark.warning{background:var(--warn-soft);color:var(--warn)}.mark.note{background:var(--hint-soft);color:var(--hint)}
.legend{display:flex;flex-wrap:wrap;gap:6px 20px}
@page{size:A4 landscape;margin:12mm}
@media print{header,footer,main{padding:0;overflow:visible}header{margin-bottom:5mm}footer{margin-top:4mm}table{font-size:8pt}td,th{padding:2px 4px}th.title{min-width:150px}td.term{min-width:70px}thead{display:table-header-group}tr{break-inside:avoid}tr.area{break-after:avoid}th.role{min-width:0}}`;
