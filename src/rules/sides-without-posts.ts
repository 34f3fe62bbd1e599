import { sayNames } from "#core/lint/say.ts";
import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "sides-without-posts",
  reads: "register",
  severity: "note",
  summary: "The matrix names organisations, and no post in them",
  because: "It settles whose work it is, which is what a contract needs. It cannot settle whom to call, and nothing can be routed to a company.",
  remedy: "Let each side name, for each area, the post that does the work and the post that answers for it.",
  source: "product B2: roles are posts, held by people; T2: vague labels",
  avoid: { rows: [{ title: "Patch the servers", cells: { "Client (client)": "I", "Provider (provider)": "R A" } }, { title: "Approve the patch plan", cells: { "Client (client)": "R A", "Provider (provider)": "C" } }] },
  prefer: {
    rows: [
      { title: "Patch the servers", cells: { "Infrastructure Manager (client)": "I", "System Administrator (provider)": "R A" } },
      { title: "Approve the patch plan", cells: { "Infrastructure Manager (client)": "R A", "System Administrator (provider)": "C" } },
    ],
  },
  checkRegister(register, report) {
    if (!register.sidesOnly || register.roles.size < 2) return;
    report({ message: `the matrix says which side acts (${sayNames([...register.roles.values()])}), and no assignment which post on that side` });
  },
} satisfies RegisterRule;
