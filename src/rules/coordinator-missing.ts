import { sayNames } from "#core/lint/say.ts";
import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "coordinator-missing",
  reads: "register",
  severity: "warning",
  summary: "Several contractors, and nobody brings them together",
  because: "Each contractor is in time by its own plan, and the project is late where their plans meet.",
  remedy: "Mark one role as the coordinator of the project.",
  source: "product B5 single coordination point",
  avoid: {
    rows: [{ title: "Deliver servers", cells: { "Delivery Lead (supplier)": "R", "Integration Engineer (integrator)": "C", "Project Manager (client)": "A" } }],
    matrix: { covers: ["delivery"] },
  },
  prefer: {
    rows: [{ title: "Deliver servers", cells: { "Delivery Lead (supplier)": "R", "Project Manager (client)": "A" } }],
    matrix: {
      covers: ["delivery"],
      parties: [{ id: "client", name: "Client", kind: "client" }, { id: "supplier", name: "Supplier", kind: "supplier" }, { id: "integrator", name: "Integrator", kind: "integrator" }],
      roles: [
        { id: "delivery-lead", name: "Delivery Lead", party: "supplier" },
        { id: "integration-engineer", name: "Integration Engineer", party: "integrator" },
        { id: "project-manager", name: "Project Manager", party: "client", coordinator: true },
      ],
    },
  },
  checkRegister({ covers, parties, roles }, report) {
    if (!covers.has("delivery")) return;
    const all = [...roles.values()];
    if (all.some(({ coordinator }) => coordinator === true)) return;
    // A party without a role does no work here.
    const contractors = [...parties.values()].filter(({ id, kind }) => kind !== "client" && kind !== "regulator" && all.some(({ party }) => party === id));
    if (contractors.length > 1) report({ message: `${sayNames(contractors)} work side by side, and nobody is named to coordinate them` });
  },
} satisfies RegisterRule;
