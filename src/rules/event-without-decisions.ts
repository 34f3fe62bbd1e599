import { sayNames } from "#core/lint/say.ts";
import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "event-without-decisions",
  reads: "register",
  severity: "note",
  summary: "An event names no decision that has to be made",
  because: "Somebody will be called, and what they may decide when they answer is open.",
  remedy: "Name the decisions the event asks for: who validates it, who authorises what is done, who tells whom.",
  source: "T6: containment decision, approval of emergency changes; T17 opening questions",
  avoid: { matrix: { events: [{ id: "vpn-down", name: "VPN stops working" }] } },
  prefer: { matrix: { events: [{ id: "vpn-down", name: "VPN stops working", verbs: ["event.validate", "change.emergency.authorise"] }] } },
  checkRegister({ document }, report) {
    // What has only a route is handed on, not decided.
    const open = (document.events ?? []).filter(({ verbs, route }) => (verbs?.length ?? 0) === 0 && (route?.length ?? 0) === 0);
    const [first] = open;
    if (first !== undefined) report({ message: `no decision is named for ${sayNames(open.map(({ name }) => ({ name: `\`${name}\`` })))}`, at: { kind: "event", id: first.id, field: "verbs" } });
  },
} satisfies RegisterRule;
