import { sayNames } from "#core/lint/say.ts";
import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "stage-incomplete",
  reads: "register",
  severity: "warning",
  summary: "A stage without owner, output or escalation",
  because: "The next stage waits for something that nobody owes, in a form nobody described, and nobody is told that it is late.",
  remedy: "Write who owns the stage, what it hands over, and when it is escalated.",
  source: "T9 input, owner, output, escalation",
  avoid: { matrix: { stages: [{ id: "installation", name: "Installation", output: "equipment labelled and connected" }] } },
  prefer: {
    rows: [{ title: "Install servers", cells: { "Infrastructure Manager (client)": "R A" } }],
    matrix: { stages: [{ id: "installation", name: "Installation", owner: "infrastructure-manager", output: "equipment labelled and connected", escalateAfter: "PT4H" }] },
  },
  checkRegister({ stages }, report) {
    const all = [...stages.values()];
    // A sheet may use stages as headings only; then there is nothing half done.
    if (!all.some(({ owner, output, escalation, escalateAfter }) => owner ?? output ?? escalation ?? escalateAfter)) return;
    for (const stage of all) {
      const lacking: { name: string }[] = [];
      if (stage.owner === undefined) lacking.push({ name: "owner" });
      if (!stage.output) lacking.push({ name: "output" });
      if (!stage.escalation && stage.escalateAfter === undefined) lacking.push({ name: "escalation" });
      if (lacking.length > 0) report({ message: `stage ${stage.name} has no ${sayNames(lacking).replace(" and ", " and no ")}`, at: { kind: "stage", id: stage.id } });
    }
  },
} satisfies RegisterRule;
