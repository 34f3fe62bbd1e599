import { about, TOPIC } from "#core/lint/topics.ts";
import type { GroupRule } from "#core/lint/rule.ts";

// What is left of a title without these words is the thing that gets patched.
const DEED = /\b(?:patch(?:es|ing|ed)?|deploy(?:ment|ing|s)?|appl(?:y|ies|ication of|ying)|install(?:ation|ing|s)?|manag(?:e|ement|ing)|updat(?:e|es|ing)|security|the|on|of|for|to|in|and|all|our)\b|[^a-z0-9 ]/g;

const NONE: readonly string[] = [];

export default {
  id: "patching-claimed-by-both",
  reads: "groups",
  severity: "warning",
  summary: "Two rows give the same patching to both sides",
  because: "Each side assumes that the other one patches, and the critical system is patched by neither.",
  remedy: "Leave the deployment with one side, and give the other the test window or the sign-off.",
  source: "T15 red flags: each side assumes the other patches critical systems",
  avoid: {
    rows: [
      { title: "Patch servers", cells: { "Systems Engineer (provider)": "R", "Infrastructure Manager (client)": "A" } },
      { title: "Server patching", cells: { "Infrastructure Manager (client)": "R A" } },
    ],
  },
  prefer: {
    rows: [
      { title: "Patch servers", cells: { "Systems Engineer (provider)": "R", "Infrastructure Manager (client)": "A" } },
      { title: "Approve server patches", cells: { "Infrastructure Manager (client)": "R A" } },
    ],
  },
  keysOf(row) {
    if (!about(row, TOPIC.patching) || row.lane === "nobody" || row.activity.scope !== undefined) return NONE;
    const thing = row.words.replace(DEED, " ").split(" ").filter(Boolean).map((word) => word.replace(/s$/, "")).sort().join(" ");
    return [`${row.activity.area ?? ""}|${row.activity.stage ?? ""}|${thing}`];
  },
  checkGroup(_key, rows, _register, report) {
    const ours = rows.find((row) => row.lane === "client");
    const theirs = rows.find((row) => row.lane === "provider");
    if (ours && theirs)
      report({ message: `${ours.title} is the client's work, and ${theirs.title} gives the same to the provider`, at: { kind: "activity", id: ours.id, field: "assignments" } });
  },
} satisfies GroupRule;
