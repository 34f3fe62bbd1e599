import { MatrixDocument } from "../src/core/model/document.ts";

/** Names that try to leave the place they are put in, run from right to left, or are simply very long. */
export const NASTY = [
  "</script><script>document.title='broken out'</script>",
  "<!--<script><img src=x onerror=\"document.title='broken out'\">",
  "\" onmouseover=\"document.title='broken out'\" x='`${1}`",
  "<!--card:contents--><!--build:script--> $& $1 $$",
  "عبد الرحمن الخطيب",
  "יעל בן־דוד",
  "अनुराधा शर्मा",
  "Ελένη Παπαδοπούλου",
  "Владимир Константинопольский",
  "李明",
  "\u202eevil\u202c \u2028 \u0007",
  "#set page(width: 1mm) *bold* _it_ $x^2$ @ref #read(\"/etc/passwd\") \\",
  `Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft${"x".repeat(300)}`,
  "W".repeat(1_000),
] as const;

/** A matrix in which everything is called that, with far more people and events than a card has room for. */
export function nastyMatrix(): MatrixDocument {
  const said = (i: number): string => NASTY[i % NASTY.length] as string;
  const many = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i));
  return MatrixDocument.parse({
    remit: 1,
    title: said(0),
    parties: many(2, (i) => ({ id: `party${i}`, name: said(i + 1), kind: i === 0 ? "client" : "provider" })),
    people: many(60, (i) => ({ id: `person${i}`, name: said(i), party: `party${i % 2}`, timeZone: "Asia/Kathmandu", ...(i % 3 === 0 ? { dutyHours: [{ days: ["mon", "wed", "fri"], from: "22:00", until: "06:00" }] } : {}) })),
    roles: many(14, (i) => ({ id: `role${i}`, name: said(i + 3), party: `party${i % 2}`, holders: many(8, (n) => `person${(i * 4 + n) % 60}`) })),
    rotations: [{ id: "turns", name: said(2), role: "role1", timeZone: "America/St_Johns", layers: [{ people: many(9, (i) => `person${i}`), from: "2026-01-05T08:00", turn: "PT12H" }] }],
    activities: many(5, (i) => ({ id: `row${i}`, title: said(i), decision: "containment.authorise", assignments: [{ role: "role2", letter: "C", condition: said(i + 1) }, { role: "role3", letter: "I" }] })),
    severities: many(5, (i) => ({ id: `s${i}`, name: said(i + 5), rank: i + 1, criteria: said(i) })),
    events: many(14, (i) => ({ id: `event${i}`, name: said(i), verbs: ["containment.authorise", "notify.regulator", "severity.set"] })),
    decisionRights: many(20, (i) => ({ id: `right${i}`, verb: i % 2 ? "containment.authorise" : "severity.set", role: `role${i % 14}`, limits: { blastRadius: said(i), reversibleOnly: true } })),
    preAuthorisations: many(4, (i) => ({ id: `grant${i}`, verb: "containment.authorise", actions: [said(i), said(i + 1)], trigger: said(i + 2), performers: ["role1", "role4"], when: "always", limits: said(i + 3), rollback: said(i + 4), authorityHolder: "role5" })),
    escalationPaths: many(3, (i) => ({ id: `path${i}`, name: said(i), ...(i === 0 ? {} : { severities: [`s${i}`] }), steps: many(5, (n) => ({ after: `PT${n * 15}M`, roles: [`role${n + i}`, `role${n + i + 1}`], channels: ["voice", "sms"] })), lastResort: ["person7", "person9"] })),
    clocks: many(4, (i) => ({ id: `clock${i}`, name: said(i), kind: "regulatory", anchor: said(i + 1), limit: "PT72H", determiner: "role1", submitter: "role2", source: said(i) })),
    informLists: [{ id: "told", name: said(1), roles: ["role1", "role2"], within: "PT2H" }],
    directory: { contacts: many(90, (i) => ({ id: `contact${i}`, person: `person${i % 60}`, kind: i % 4 === 0 ? "email" : "voice", value: i % 7 === 0 ? said(i) : i % 4 === 0 ? `person${i}@example.org` : `+44 20 7946 0${100 + i}`, ...(i % 5 === 0 ? { private: true } : {}) })) },
  });
}
