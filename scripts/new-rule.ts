import { existsSync, writeFileSync } from "node:fs";
import { writeRules } from "./rules.ts";

const [id] = process.argv.slice(2);
if (id === undefined || !/^[a-z]+(-[a-z0-9]+)+$/.test(id)) {
  console.error("say the id of the rule: npm run new:rule -- words-with-dashes");
  process.exit(2);
}
const file = new URL(`../src/rules/${id}.ts`, import.meta.url);
if (existsSync(file)) {
  console.error(`there is already a rule \`${id}\``);
  process.exit(2);
}

writeFileSync(
  file,
  `import type { RowRule } from "#core/lint/rule.ts";

export default {
  id: "${id}",
  reads: "row",
  severity: "warning",
  summary: "A headline that a manager understands",
  because: "What goes wrong when it is left so.",
  remedy: "How one mends it.",
  source: "where the demand comes from",
  avoid: { rows: [{ title: "Isolate a host", cells: { "SOC Analyst (provider)": "R" } }] },
  prefer: { rows: [{ title: "Isolate a host", cells: { "SOC Analyst (provider)": "R", "Security Lead": "A" } }] },
  checkRow(row, _register, report) {
    if (row.accountable.length > 0) return;
    report({ message: \`say here what is wrong with \${row.title}\`, field: "assignments" });
  },
} satisfies RowRule;
`,
);
await writeRules();
console.log(`src/rules/${id}.ts is there; write what it finds, then: npm run rules`);
