import type { RegisterRule } from "#core/lint/rule.ts";
import { sayNames } from "#core/lint/say.ts";

export default {
  id: "inform-list-without-limit",
  reads: "register",
  severity: "note",
  summary: "People have to be told, and by when is not said",
  because: "They are told when somebody finds the time, which is after they heard it from a customer.",
  remedy: "Say within which time they are told.",
  source: "T17 communication timelines agreed; T6 contact to business stakeholders",
  avoid: { people: { "Ana Ortiz": ["Executive Sponsor"] }, matrix: { informLists: [{ id: "severe", name: "Told of every severe incident", roles: ["executive-sponsor"] }] } },
  prefer: { people: { "Ana Ortiz": ["Executive Sponsor"] }, matrix: { informLists: [{ id: "severe", name: "Told of every severe incident", roles: ["executive-sponsor"], within: "PT2H" }] } },
  checkRegister({ document }, report) {
    const open = (document.informLists ?? []).filter(({ within }) => within === undefined);
    const [first] = open;
    if (first !== undefined) report({ message: `no time is set for ${sayNames(open.map(({ name }) => ({ name: `\`${name}\`` })))}`, at: { kind: "inform-list", id: first.id, field: "within" } });
  },
} satisfies RegisterRule;
