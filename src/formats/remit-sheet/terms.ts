import type { Activity, Evidence, Sla, Split } from "#core/model/activity.ts";
import { sayDuration } from "#core/model/measure.ts";
import { readCadence } from "#formats/understand/spans.ts";
import { readDuration, readEvery, sayEvery } from "./durations.ts";
import { lines, put, Unreadable, type Field } from "./field.ts";
import { oneLine } from "./names.ts";

/** Columns whose cell holds a small list of its own: SLA, cadence, evidence, split, controls. */

const MEASURES: readonly Sla["measure"][] = ["detect", "acknowledge", "respond", "contain", "restore", "complete", "helpdesk-response", "rpo", "rto", "notify"];
const SAMPLE = "sample, not negotiated";
const acronym = (measure: string): string => (/^r[pt]o$/.test(measure) ? measure.toUpperCase() : measure);

/** `respond: 15 min (24x7), sample, not negotiated`, one target to a line. */
export const sla: Field<Activity> = {
  key: "sla", header: "SLA", width: 26,
  show: ({ sla: targets = [] }, names) =>
    targets
      .map(({ measure, target, calendar, negotiated, note }) =>
        [
          `${acronym(measure)}: ${sayDuration(target)}${calendar ? ` (${names.say("calendar", calendar)})` : ""}`,
          ...(negotiated ? [] : [SAMPLE]),
          ...(note ? [oneLine(note)] : []),
        ].join(", "),
      )
      .join("\n"),
  read: (text, item, names) => {
    const before = new Map((item.sla ?? []).map((one) => [sla.show({ ...item, sla: [one] }, names), one]));
    const read: Sla[] = [];
    for (const line of lines(text)) {
      const same = before.get(line);
      const match = /^([a-z-]+)\s*:?\s+((?:P[0-9A-Z]+)|(?:\d+\s*[a-z]+\s*)+?)\s*(?:\(([^)]*)\))?\s*(?:,\s*(.*))?$/i.exec(line);
      const measure = MEASURES.find((m) => m === match?.[1]?.toLowerCase());
      const target = readDuration(match?.[2] ?? "");
      if (!same && (!measure || !target)) return new Unreadable("an SLA is written like `respond: 15 min`, one to a line");
      const calendar = match?.[3] === undefined ? undefined : names.find("calendar", match[3]);
      if (!same && match?.[3] !== undefined && calendar === undefined) return new Unreadable(`no calendar is called \`${match[3]}\``);
      const rest = match?.[4] ?? "";
      const note = rest.replace(SAMPLE, "").replace(/^[\s,]+|[\s,]+$/g, "");
      if (same) read.push(same);
      else if (measure && target) read.push({ measure, target, ...(calendar ? { calendar } : {}), negotiated: !rest.includes(SAMPLE), ...(note ? { note } : {}) });
    }
    return put(item, "sla", read.length > 0 ? read : undefined);
  },
};

/** What the sheet said, or `monthly`; triggers on a line of their own. */
export const cadence: Field<Activity> = {
  key: "cadence", header: "Cadence", width: 16,
  show: ({ cadence: how }) =>
    how === undefined ? "" : [how.text === undefined ? (how.every ? sayEvery(how.every) : "") : oneLine(how.text), how.on?.length ? `on: ${how.on.map(oneLine).join("; ")}` : ""].filter(Boolean).join("\n"),
  read: (text, item) => {
    const said = lines(text);
    const triggers = said.filter((line) => /^on: /i.test(line)).flatMap((line) => line.slice(4).split(";").map(oneLine).filter(Boolean));
    const how = said.filter((line) => !/^on: /i.test(line)).join(" ");
    const every = readEvery(how) ?? readCadence(how).every;
    const value = {
      ...(every ? { every } : {}),
      ...(triggers.length > 0 ? { on: triggers } : {}),
      ...(how !== "" && !(every && sayEvery(every) === how) ? { text: how } : {}),
    };
    return put(item, "cadence", Object.keys(value).length > 0 ? value : undefined);
  },
};

/** Artifacts by name; who collects and where it is kept stays with the artifact of the same name. */
export const evidence: Field<Activity> = {
  key: "evidence", header: "Evidence", width: 28,
  show: ({ evidence: artifacts = [] }) => artifacts.map(({ artifact }) => oneLine(artifact)).join("\n"),
  read: (text, item) => {
    const said = lines(text);
    const before = item.evidence ?? [];
    const gone = before.filter(({ artifact }) => !said.includes(oneLine(artifact)));
    const read = said.map((artifact): Evidence => {
      const same = before.find((known) => oneLine(known.artifact) === artifact);
      // One artifact went and one came: it was renamed, and its keeper stays.
      return same ?? (gone.length === 1 && said.length === before.length ? { ...gone[0], artifact } : { artifact });
    });
    return put(item, "evidence", read.length > 0 ? read : undefined);
  },
};

/** `Client: approves the window`, one party to a line. */
export const split: Field<Activity> = {
  key: "split", header: "Split", width: 40,
  show: ({ split: shares }, names) => (shares?.parts ?? []).map(({ party, does }) => `${names.say("party", party)}: ${oneLine(does)}`).join("\n"),
  read: (text, item, names) => {
    const parts: Split["parts"] = [];
    for (const line of lines(text)) {
      const colon = [...line.matchAll(/:\s/g)].map(({ index }) => index).find((index) => names.find("party", line.slice(0, index)));
      const party = colon === undefined ? undefined : names.find("party", line.slice(0, colon));
      if (colon === undefined || party === undefined) return new Unreadable("a split is written `Party: what it does`, one party to a line");
      const does = line.slice(colon + 1).trim();
      if (does === "") return new Unreadable("a split says what each party does");
      parts.push({ ...item.split?.parts.find((part) => part.party === party), party, does });
    }
    const { validator, validation } = item.split ?? {};
    const rest = { ...(validator === undefined ? {} : { validator }), ...(validation === undefined ? {} : { validation }) };
    return put(item, "split", parts.length > 0 || Object.keys(rest).length > 0 ? { parts, ...rest } : undefined);
  },
};

/** `framework:id`, one to a line or parted by commas. */
export const controls: Field<Activity> = {
  key: "controls", header: "Controls", width: 20,
  show: ({ controls: list = [] }) => list.map(oneLine).join("\n"),
  read: (text, item) => {
    const list = text.split(/[\n,;]/).map(oneLine).filter(Boolean);
    return put(item, "controls", list.length > 0 ? list : undefined);
  },
};

/** A link on the first line, steps below. */
export const procedure: Field<Activity> = {
  key: "procedure", header: "Procedure", width: 44,
  show: ({ procedure: how }) => [...(how?.link === undefined ? [] : [oneLine(how.link)]), ...(how?.steps ?? []).map((step, i) => `${i + 1}. ${oneLine(step)}`)].join("\n"),
  read: (text, item) => {
    const said = lines(text);
    const link = said[0] !== undefined && /^(https?:|file:|\/|[\w.-]+\/)\S*$/i.test(said[0]) ? said.shift() : oneLine(item.procedure?.link ?? "") === said[0] ? said.shift() : undefined;
    const steps = said.map((step) => step.replace(/^\d+[.)]\s*/, ""));
    const value = { ...(link === undefined ? {} : { link }), ...(steps.length > 0 ? { steps } : {}) };
    return put(item, "procedure", Object.keys(value).length > 0 ? value : undefined);
  },
};
