import { say } from "../words.ts";
import { sayDay } from "../state/calendar-day.ts";
import { dayOf } from "../account/moments.ts";
import type { Versions } from "./versions.ts";

/** What is in force, in one line, and how loudly it has to be said. */
export interface InOneLine {
  readonly tone: "good" | "draft" | "bad";
  readonly words: string;
  /** As short as a sign. */
  readonly brief: string;
}

const differs = ({ rows, others }: Versions["draft"]): boolean => (rows ?? 0) + (others ?? 0) > 0;
/** How far the draft is from what serves. */
export const draftWords = ({ rows, others }: Versions["draft"]): string => ((rows ?? 0) > 0 ? say("versions.draft.rows", { n: rows ?? 0 }) : say("versions.draft.others", { n: others ?? 0 }));

export function inOneLine({ serving, altered, draft, versions }: Versions): InOneLine {
  const open = versions.find(({ state }) => state === "offered");
  const waits = open && say("versions.line.waits", { n: open.number, signed: open.seats.filter(({ signed }) => signed !== null).length, of: open.seats.length });
  if (altered.length > 0) return { tone: "bad", words: say("versions.line.altered", { n: altered[0] ?? 0 }), brief: say("versions.sign.altered") };
  if (serving?.expired) return { tone: "bad", words: say("versions.line.expired", { n: serving.number, day: sayDay(serving.until ?? "") }), brief: say("versions.sign.expired", { n: serving.number }) };
  if (serving) {
    const since = say("versions.line.in-force", { n: serving.number, day: dayOf(serving.since) });
    if (differs(draft)) return { tone: "draft", words: `${since} ${waits ?? draftWords(draft)}`, brief: say("versions.sign.not-signed", { n: serving.number }) };
    return { tone: "good", words: `${since} ${waits ?? say("versions.draft.same")}`, brief: say("versions.sign.in-force", { n: serving.number }) };
  }
  const coming = versions.find(({ state }) => state === "signed");
  if (coming) return { tone: "draft", words: say("versions.line.coming", { n: coming.number, day: sayDay(coming.validFrom ?? "") }), brief: say("versions.sign.coming", { n: coming.number }) };
  return { tone: "draft", words: waits ?? say("versions.line.none"), brief: say(open ? "versions.sign.waits" : "versions.sign.none") };
}
