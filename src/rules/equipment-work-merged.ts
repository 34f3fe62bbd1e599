import type { RowRule } from "#core/lint/rule.ts";

const JOINED = /\band\b|&|\/|\+|,/;

export default {
  id: "equipment-work-merged",
  reads: "row",
  severity: "warning",
  summary: "Replacing, configuring and restoring a device are one row",
  because: "The technician swaps the disk and leaves; that the server still has to be set up and the data restored is nobody's order.",
  remedy: "Make a row for each: physical replacement, configuration, restoring the service.",
  source: "T10 per equipment class: replacement, configuration, restoring separately",
  avoid: { rows: [{ title: "Replace and configure servers", kind: "service", cells: { "Service Engineer (vendor)": "R", "Infrastructure Manager (client)": "A" } }] },
  prefer: {
    rows: [
      { title: "Replace servers", kind: "service", cells: { "Service Engineer (vendor)": "R", "Infrastructure Manager (client)": "A" } },
      { title: "Configure replaced servers", kind: "service", cells: { "Systems Administrator (client)": "R", "Infrastructure Manager (client)": "A" } },
    ],
  },
  checkRow(row, { covers }, report) {
    const { kind, equipmentClass, stage } = row.activity;
    if (equipmentClass === undefined && stage === undefined && kind !== "delivery" && kind !== "service" && !covers.has("delivery")) return;
    const replaced = /\breplace(?:s|ment|ments)?\b|\breplacing\b|\bswap\w*/.test(row.words);
    const configured = /\b(?:re)?configur(?:e|es|ing|ation)\b/.test(row.words);
    const restored = /\brestor(?:e|es|ing|ation)\b/.test(row.words);
    if (Number(replaced) + Number(configured) + Number(restored) < 2 || !JOINED.test(row.words)) return;
    const deeds = [replaced && "replacing", configured && "configuring", restored && "restoring"].filter(Boolean).join(" and ");
    report({ message: `${row.title} puts ${deeds} into one row`, field: "title" });
  },
} satisfies RowRule;
