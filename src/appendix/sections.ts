import { activityTable } from "./activity-table.ts";
import type { Appendix } from "./appendix.ts";
import { lines, table, type Block, type Cell, type Line, type Section, type Table } from "./block.ts";

const text = (words: string, as?: Line["as"]): Block => ({ is: "text", lines: lines(words, as) });

/** Rows with a line for each group in front of its own. */
const grouped = <T>(items: readonly T[], groupOf: (item: T) => string, cells: (item: T) => readonly Cell[]): Table["rows"] =>
  [...Map.groupBy(items, groupOf)].flatMap(([group, list]) => [{ group }, ...list.map((item) => ({ cells: cells(item) }))]);

/** The numbered parts of an appendix, as paper and a word processor show them; a part with nothing in it is left out. */
export function sectionsOf(appendix: Appendix): readonly Section[] {
  const { authority: a } = appendix;
  const parts: readonly { readonly title: string; readonly wide?: boolean; readonly fresh?: boolean; readonly blocks: readonly (Block | false)[] }[] = [
    {
      title: "Parties",
      blocks: [table([{ title: "Party", share: 30 }, { title: "Is the", share: 18 }, { title: "Functions and notes", share: 52 }], appendix.parties.map(({ name, kind, functions, note }) => ({ cells: [lines(name, "strong"), lines(kind), [...lines(functions), ...lines(note, "soft")]] })))],
    },
    {
      title: appendix.personal ? "Roles and who holds them" : "Roles",
      blocks: [
        text(appendix.personal ? "Holders are named as they were when this appendix was made; the first is the usual one." : "This copy names posts and no people. Who holds a post is kept by its party.", "soft"),
        appendix.roles.length > 0 && table([{ title: "Role", share: 40 }, { title: "Function", share: 22 }, { title: appendix.personal ? "Held by" : "Notes", share: 38 }],
          grouped(appendix.roles, ({ party }) => party, (role) => [lines(role.name, "strong"), lines(role.function), [...(!appendix.personal ? [] : role.holders === "" ? lines("nobody named", "open") : lines(role.holders)), ...lines(role.note, "soft")]])),
      ],
    },
    {
      title: "Scope",
      blocks: [
        appendix.scope.length > 0 && table([{ title: "Item", share: 30 }, { title: "Owner", share: 20 }, { title: "Who looks after it", share: 30 }, { title: "Notes", share: 20 }],
          grouped(appendix.scope, ({ kind }) => kind, (item) => [lines(item.name, "strong"), lines(item.owner), lines(item.care), lines(item.marks)])),
        appendix.notMonitored.length > 0 && { is: "facts", head: "Not monitored", facts: [{ word: "Nobody watches", text: appendix.notMonitored.join(", ") }] },
      ],
    },
    { title: "Activities", wide: true, blocks: appendix.groups.length === 0 ? [] : [text("The owner answers for the result; the performer does the work or sees to it that it is done.", "soft"), activityTable(appendix)] },
    {
      title: "Decision rights",
      blocks: [
        a.rights.length > 0 && table([{ title: "Decision", share: 30 }, { title: "Who may take it", share: 70 }], a.rights.map(({ decision, who }) => ({ cells: [lines(decision, "strong"), who.map((one) => ({ text: one }))] }))),
        a.kept.length > 0 && table([{ title: "Kept by the client", share: 40 }, { title: "With", share: 30 }, { title: "Delegated to", share: 30 }], a.kept.map(({ what, role, delegated }) => ({ cells: [lines(what, "strong"), lines(role), lines(delegated)] }))),
      ],
    },
    { title: "Actions agreed in advance", blocks: a.preAuthorised.map(({ actions, facts }) => ({ is: "facts", head: actions, facts })) },
    {
      title: "Escalation",
      blocks: [
        a.severities.length > 0 && table([{ title: "Severity", share: 20 }, { title: "Criteria", share: 46 }, { title: "Somebody takes charge within", share: 17 }, { title: "Decider reached within", share: 17 }], a.severities.map((one) => ({ cells: [lines(one.name, "strong"), lines(one.criteria), lines(one.acknowledge), lines(one.decide)] }))),
        ...a.paths.map(({ name, holds, steps, last }): Block => ({ is: "facts", head: holds === "" ? name : `${name}: ${holds}`, facts: [...steps.map((step, i) => ({ word: `Step ${i + 1}`, text: step })), ...(last === "" ? [] : [{ word: "In the end", text: last }])] })),
        a.told.length > 0 && table([{ title: "Occasion", share: 42 }, { title: "Who is told", share: 40 }, { title: "Within", share: 18 }], a.told.map((one) => ({ cells: [lines(one.name, "strong"), lines(one.who), one.within === "" ? lines("no time agreed", "open") : lines(one.within)] }))),
      ],
    },
    {
      title: "Clocks",
      blocks: a.clocks.length === 0 ? [] : [
        text("Regulatory limits stand here to plan by. They are not legal advice; what the law demands, the law says.", "soft"),
        table([{ title: "Clock", share: 24 }, { title: "Limit", share: 16 }, { title: "Starts with", share: 34 }, { title: "Who", share: 26 }], a.clocks.map((one) => ({ cells: [[...lines(one.name, "strong"), ...lines([one.kind, one.source].filter(Boolean).join(", "), "soft")], lines(one.limit), lines(one.starts), lines(one.who)] }))),
      ],
    },
    { title: "Clauses", blocks: appendix.clauses.map(({ title, text: words, open }) => ({ is: "clause", head: title, lines: [...lines(words), ...(open.length === 0 ? [] : lines(open.length === 1 ? "One point of this clause is still open." : `${open.length} points of this clause are still open.`, "open"))] })) },
    {
      title: appendix.end.certificate.length > 0 ? "Signature certificate" : "Signatures", fresh: true,
      blocks: [
        text(appendix.end.certificate.length > 0 ? "What was signed has the fingerprint that stands at the foot of every page. A signature here says what was recorded: intent, identity as shown, time, fingerprint and address." : `With their signature the parties agree to the matrix whose fingerprint stands at the foot of every page.${appendix.draft ? " This copy is a draft: the matrix can still change, and then its fingerprint does." : ""}`),
        { is: "facts", head: "", facts: [{ word: "Fingerprint (SHA-256)", text: appendix.fingerprint }] },
        ...appendix.end.certificate.map(({ name, party, facts }): Block => ({ is: "facts", head: `${name}, for ${party}`, facts })),
        ...appendix.end.lines.map(({ party, name }): Block => ({ is: "sign", party, name })),
      ],
    },
  ];
  return parts.flatMap(({ title, wide = false, fresh = false, blocks }) => {
    const filled = blocks.filter((block) => block !== false);
    return filled.length === 0 || (filled.length === 1 && filled[0]?.is === "text") ? [] : [{ title, wide, fresh, blocks: filled }];
  });
}
