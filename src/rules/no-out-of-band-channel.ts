import { callees, casesOf, nameOfPerson, waysTo } from "#core/lint/callees.ts";
import { sayNames } from "#core/lint/say.ts";
import type { RegisterRule } from "#core/lint/rule.ts";
import { groupOf } from "#core/who/reach.ts";

export default {
  id: "no-out-of-band-channel",
  reads: "register",
  severity: "warning",
  summary: "An event takes the only way to reach somebody with it",
  because: "Ransomware stops the mail and the sign-in, and with them the very channels by which help is called. The attacker may read them too.",
  remedy: "Add a number that does not depend on the mail system or the sign-in, and keep a printed list.",
  source: "NIST SP 800-61r2 3.1.1; semantics: events that compromise mail or SSO exclude it",
  avoid: {
    people: { "Ana Ortiz": ["Security Lead"] },
    matrix: {
      events: [{ id: "ransomware", name: "Ransomware", compromises: ["corporate-mail", "sso"] }],
      severities: [{ id: "s2", name: "S2 high", rank: 2 }],
      escalationPaths: [{ id: "severe", name: "Severe incidents", steps: [{ after: "PT0M", roles: ["security-lead"] }] }],
      directory: { contacts: [{ id: "c1", person: "ana-ortiz", kind: "email", value: "ana.ortiz@client.example" }] },
    },
  },
  prefer: {
    people: { "Ana Ortiz": ["Security Lead"] },
    matrix: {
      events: [{ id: "ransomware", name: "Ransomware", compromises: ["corporate-mail", "sso"] }],
      severities: [{ id: "s2", name: "S2 high", rank: 2 }],
      escalationPaths: [{ id: "severe", name: "Severe incidents", steps: [{ after: "PT0M", roles: ["security-lead"] }] }],
      directory: { contacts: [{ id: "c1", person: "ana-ortiz", kind: "email", value: "ana.ortiz@client.example" }, { id: "c2", person: "ana-ortiz", kind: "voice", value: "+1 555 0100", outOfBandGroup: "mobile" }] },
    },
  },
  checkRegister(register, report) {
    const cases = casesOf(register);
    for (const event of register.document.events ?? []) {
      const groups = event.compromises ?? [];
      if (groups.length === 0) continue;
      const called = callees(register, [...new Set(cases.filter((one) => one.event === event).flatMap(({ path }) => path ?? []))]);
      const lost = [...called.keys()].filter((human) => {
        const ways = waysTo(register, human);
        return ways.length > 0 && ways.every((way) => groups.includes(groupOf(way) ?? ""));
      });
      if (lost.length > 0) report({ message: `\`${event.name}\` may take ${sayNames(groups.map((name) => ({ name: `\`${name}\`` })))} with it, and there is no other way to ${sayNames(lost.map((id) => ({ name: nameOfPerson(register, id) })))}`, at: { kind: "event", id: event.id } });
    }
  },
} satisfies RegisterRule;
