import type { RegisterRule } from "#core/lint/rule.ts";
import { sayNames } from "#core/lint/say.ts";

export default {
  id: "regulatory-clock-for-every-event",
  reads: "register",
  severity: "note",
  summary: "A regulator's clock starts for every event, whatever it is",
  because: "A clock that seems to start when the VPN stops is soon ignored, also on the day it counts.",
  remedy: "Limit the clock to the events that can be what the law means.",
  source: "GDPR 33: a personal data breach; 23 NYCRR 500.17",
  avoid: {
    people: { "Ana Ortiz": ["Legal Counsel"] },
    matrix: {
      events: [{ id: "data-breach", name: "Data breach" }, { id: "vpn-down", name: "VPN stops working" }, { id: "backup-failure", name: "Backup fails" }],
      clocks: [{ id: "dpa", name: "Notice to the data protection authority", kind: "regulatory", anchor: "awareness of a personal data breach", limit: "PT72H", determiner: "legal-counsel", submitter: "legal-counsel" }],
    },
  },
  prefer: {
    people: { "Ana Ortiz": ["Legal Counsel"] },
    matrix: {
      events: [{ id: "data-breach", name: "Data breach" }, { id: "vpn-down", name: "VPN stops working" }, { id: "backup-failure", name: "Backup fails" }],
      clocks: [{ id: "dpa", name: "Notice to the data protection authority", kind: "regulatory", anchor: "awareness of a personal data breach", limit: "PT72H", determiner: "legal-counsel", submitter: "legal-counsel", events: ["data-breach"] }],
    },
  },
  checkRegister({ document }, report) {
    const events = document.events?.length ?? 0;
    if (events < 3) return;
    const open = (document.clocks ?? []).filter((clock) => clock.kind === "regulatory" && clock.after === undefined && [clock.events, clock.severities, clock.scope].every((list) => (list?.length ?? 0) === 0));
    const [first] = open;
    if (first !== undefined) report({ message: `${sayNames(open.map(({ name }) => ({ name: `\`${name}\`` })))} ${open.length === 1 ? "starts" : "start"} for all ${events} events`, at: { kind: "clock", id: first.id, field: "events" } });
  },
} satisfies RegisterRule;
