import { sayNames } from "#core/lint/say.ts";
import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "partner-accepts-itself",
  reads: "register",
  severity: "warning",
  summary: "One partner owns several stages, and nobody accepts between them",
  because: "The partner hands over to itself: a fault of the delivery becomes extra work of the installation, and nobody else has seen it.",
  remedy: "Name for each of these stages who accepts it on the client's side.",
  source: "T12 one partner in several stages: who accepts each stage",
  avoid: {
    rows: [{ title: "Install servers", stage: "installation", cells: { "Integration Engineer (integrator)": "R A" } }],
    matrix: {
      stages: [
        { id: "delivery", name: "Delivery", owner: "integration-engineer" },
        { id: "installation", name: "Installation", owner: "integration-engineer" },
      ],
    },
  },
  prefer: {
    rows: [{ title: "Install servers", stage: "installation", cells: { "Integration Engineer (integrator)": "R", "Infrastructure Manager (client)": "A" } }],
    matrix: {
      stages: [
        { id: "delivery", name: "Delivery", owner: "integration-engineer", acceptor: "infrastructure-manager" },
        { id: "installation", name: "Installation", owner: "integration-engineer", acceptor: "infrastructure-manager" },
      ],
    },
  },
  checkRegister(register, report) {
    for (const party of register.parties.values()) {
      if (party.kind === "client") continue;
      const own = [...register.stages.values()].filter(({ owner }) => owner !== undefined && register.roles.get(owner)?.party === party.id);
      const open = own.filter(({ acceptor }) => acceptor === undefined || register.roles.get(acceptor)?.party === party.id);
      if (own.length > 1 && open.length > 1)
        report({ message: `${party.name} owns ${sayNames(own)}, and nobody of another party accepts ${sayNames(open)}`, at: { kind: "party", id: party.id } });
    }
  },
} satisfies RegisterRule;
