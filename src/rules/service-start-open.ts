import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "service-start-open",
  reads: "register",
  severity: "warning",
  summary: "Nobody can say from when the service owns incidents",
  because: "In the first week after launch the integrator says it is in service, and service says it was never handed over.",
  remedy: "Mark the stage at whose end the service takes over.",
  source: "T12 service does not know from which day it owns incidents; T9",
  avoid: {
    matrix: { stages: [{ id: "delivery", name: "Delivery" }, { id: "installation", name: "Installation" }, { id: "launch", name: "Launch" }] },
  },
  prefer: {
    matrix: { stages: [{ id: "delivery", name: "Delivery" }, { id: "installation", name: "Installation" }, { id: "launch", name: "Launch", serviceStarts: true }] },
  },
  checkRegister({ stages }, report) {
    const all = [...stages.values()];
    // Stages of incident handling or of a year are stages too, but nothing is launched in them.
    const project = all.some(({ name }) => /deliver|install|launch|commission|go[- ]live|configur/i.test(name));
    if (all.length < 3 || !project || all.some(({ serviceStarts }) => serviceStarts === true)) return;
    report({ message: "no stage says from when the service owns incidents" });
  },
} satisfies RegisterRule;
