import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "pre-authorisation-hours-unknown",
  reads: "register",
  severity: "error",
  summary: "An emergency action is allowed outside business hours that nobody wrote down",
  because: "Without hours there is no outside: the action may never be used, and it looks as if it might.",
  remedy: "Name a calendar with hours for the action, or for the party of its authority holder.",
  source: "semantics: a missing calendar is an error, pre-authorised outside business hours",
  avoid: {
    people: { "Ana Ortiz": ["Security Lead"], "Ben Okafor": ["SOC Analyst (provider)"] },
    matrix: { preAuthorisations: [{ id: "isolate", verb: "containment.authorise", actions: ["isolate one workstation"], trigger: "malware confirmed", performers: ["soc-analyst"], when: "outside-business-hours", authorityHolder: "security-lead" }] },
  },
  prefer: {
    people: { "Ana Ortiz": ["Security Lead"], "Ben Okafor": ["SOC Analyst (provider)"] },
    matrix: {
      calendars: [{ id: "office", name: "Office hours", timeZone: "Europe/London", hours: [{ days: ["mon", "tue", "wed", "thu", "fri"], from: "08:00", until: "17:00" }] }],
      preAuthorisations: [{ id: "isolate", verb: "containment.authorise", actions: ["isolate one workstation"], trigger: "malware confirmed", performers: ["soc-analyst"], when: "outside-business-hours", calendar: "office", authorityHolder: "security-lead" }],
    },
  },
  checkRegister({ document, roles, parties }, report) {
    for (const { id, actions, when, calendar, authorityHolder } of document.preAuthorisations ?? []) {
      if (when !== "outside-business-hours") continue;
      const own = document.parties.find(({ kind }) => kind === "client");
      const named = calendar ?? (parties.get(roles.get(authorityHolder ?? "")?.party ?? "") ?? own)?.calendar;
      const found = document.calendars?.find((one) => one.id === named);
      if (found?.always === true) report({ message: `to ${actions[0] ?? id} is allowed outside \`${found.name}\`, which never closes`, at: { kind: "pre-authorisation", id, field: "calendar" } });
      else if (found === undefined || (found.hours?.length ?? 0) === 0) report({ message: `to ${actions[0] ?? id} is allowed outside business hours, and ${found === undefined ? "no calendar says" : `\`${found.name}\` does not say`} when those are`, at: { kind: "pre-authorisation", id, field: "calendar" } });
    }
  },
} satisfies RegisterRule;
