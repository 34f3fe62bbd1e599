import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Fix } from "#core/lint/finding.ts";
import type { Party, Role } from "#core/model/party.ts";
import { Desk, OrderCancelled, OrderFailed } from "../work/desk.ts";
import type { Answers, Batches, Checked, Comparison, ExportFormat, Failure, Step } from "../work/order.ts";
import { say } from "../words.ts";
import { today } from "./calendar-day.ts";
import { saveFile } from "./download.ts";
import { keep, type Kept } from "./keep.ts";
import { nameOf } from "./name.ts";
import { begin, bringBack, clear, EMPTY_TABLE, putDown, recalled, stepBack, stepForward, type FileSource, type Sitting, type Source, type Table } from "./sitting.ts";

/** What the page is doing besides showing the table. */
export type Business =
  | { readonly at: "rest" }
  | { readonly at: "work"; readonly name: string; readonly step: Step; readonly quiet: boolean }
  | { readonly at: "failed"; readonly name: string; readonly failure: Failure; readonly exporting: boolean };

/** A sentence about what just happened, read out and shown for a while. */
export interface Notice {
  readonly text: string;
  /** What its button takes back: the last change, or the matrix that was set aside. */
  readonly back: "change" | "aside" | undefined;
  /** Said to a screen reader only: whoever sees the page sees it anyway. */
  readonly unseen: boolean;
  readonly number: number;
}

const hire = (): Worker => new Worker(new URL("../work/worker.ts", import.meta.url), { type: "module" });

/** The table with everything one can do to it. All computing happens in the worker behind the desk. */
export function useTable(kept: Kept) {
  const desk = useMemo(() => new Desk(hire), []);
  const [table, setTable] = useState<Table>(() => recalled(kept.now, kept.aside));
  const [business, setBusiness] = useState<Business>({ at: "rest" });
  const [notice, setNotice] = useState<Notice>();
  const warned = useRef(false);
  const number = useRef(0);
  const current = useRef(table);
  current.current = table;

  const tell = useCallback(
    (text: string, how: "plain" | "unseen" | "change" | "aside" = "plain") =>
      setNotice({ text, back: how === "change" || how === "aside" ? how : undefined, unseen: how === "unseen", number: ++number.current }),
    [],
  );
  const put = useCallback((next: Sitting) => setTable((before) => putDown(before, next)), []);

  const first = useRef(true);
  useEffect(() => {
    if (first.current) return void (first.current = false);
    const aside = table.aside?.now;
    // A moment later, so that several quick fixes are written once.
    const timer = setTimeout(() => void keep({ ...(table.now ? { now: table.now } : {}), ...(aside ? { aside } : {}) }).then((could) => {
      if (could || warned.current) return;
      warned.current = true;
      tell(say("local.not-kept"));
    }), 200);
    return () => clearTimeout(timer);
  }, [table, tell]);

  /** Runs an order with its progress shown; failures and cancelling end here. */
  const run = useCallback(
    async (name: string, quiet: boolean, exporting: boolean, order: (onStep: (step: Step) => void) => Promise<void>) => {
      setBusiness({ at: "work", name, step: exporting ? "writing" : quiet ? "checking" : "reading", quiet });
      try {
        await order((step) => setBusiness({ at: "work", name, step, quiet }));
        setBusiness({ at: "rest" });
      } catch (error) {
        if (error instanceof OrderCancelled) setBusiness((now) => (now.at === "work" && now.name === name ? { at: "rest" } : now));
        else if (error instanceof OrderFailed) setBusiness({ at: "failed", name, failure: error.failure, exporting });
        else throw error;
      }
    },
    [],
  );

  const open = useCallback(
    (source: Source) => {
      const name = nameOf(source);
      const before = current.current.now;
      return run(name, false, false, async (onStep) => {
        const answer: Omit<Answers["import"], "kept"> =
          source.kind === "file"
            ? await desk.ask({ do: "import", name: source.name, bytes: source.bytes, choices: {}, edits: [], today: today() }, onStep)
            : source.kind === "example"
              ? await desk.ask({ do: "example", today: today() }, onStep)
              : await desk.ask({ do: "template", id: source.id, today: today() }, onStep);
        setTable((table) => begin(table, { source, choices: {}, ...(answer.report ? { report: answer.report } : {}), checked: answer.checked, edits: [] }));
        if (before) tell(say("done.over", { name: nameOf(before.source) }), "aside");
        else tell(say("done.read", { name, findings: count(answer.checked.findings) }), "unseen");
      });
    },
    [desk, run, tell],
  );

  /** What a newer sheet would change in the open matrix. A sheet that cannot be read ends as a failure. */
  const compare = useCallback(
    (source: FileSource, then: (comparison: Comparison) => void) => {
      const sitting = current.current.now;
      if (!sitting) return;
      void run(source.name, true, false, async (onStep) => then(await desk.ask({ do: "compare", document: sitting.checked.document, name: source.name, bytes: source.bytes }, onStep)));
    },
    [desk, run],
  );

  const choose = useCallback(
    (question: string, value: string) => {
      const sitting = current.current.now;
      if (sitting?.source.kind !== "file") return;
      const { source, edits } = sitting;
      const choices = { ...sitting.choices, [question]: value };
      void run(nameOf(source), true, false, async (onStep) => {
        const answer = await desk.ask({ do: "import", name: source.name, bytes: source.bytes, choices, edits, today: today() }, onStep);
        put({ source, choices, ...(answer.report ? { report: answer.report } : {}), checked: answer.checked, edits: answer.kept });
        const lost = edits.length - answer.kept.length;
        tell(lost > 0 ? say("done.again.lost", { n: lost }) : say("done.again", { findings: count(answer.checked.findings) }), "change");
      });
    },
    [desk, put, run, tell],
  );

  const amend = useCallback(
    (batches: Batches, told: (applied: number, left: number) => string, then?: (checked: Checked) => void) => {
      const sitting = current.current.now;
      if (!sitting) return;
      void run(nameOf(sitting.source), true, false, async () => {
        const { checked, kept } = await desk.ask({ do: "edit", document: sitting.checked.document, edits: batches, today: today() });
        if (kept.length === 0) return tell(say("fix.none"));
        put({ ...sitting, checked, edits: [...sitting.edits, ...kept] });
        tell(told(kept.length, count(checked.findings)), "change");
        then?.(checked);
      });
    },
    [desk, put, run, tell],
  );
  const fix = useCallback(
    (fixes: readonly Fix[]) => amend(fixes.map(({ edits }) => edits), (n, left) => say("fix.done", { n, left })),
    [amend],
  );
  const moveRole = useCallback(
    (role: Role, to: Party, isNew: boolean) =>
      amend(
        [[...(isNew ? [{ do: "add", kind: "party", item: to } as const] : []), { do: "set", at: { kind: "role", id: role.id }, field: "party", value: to.id }]],
        (_, left) => say("done.moved", { role: role.name, party: to.name, left }),
      ),
    [amend],
  );

  const exportAs = useCallback(
    (format: ExportFormat) => {
      const sitting = current.current.now;
      if (!sitting) return;
      void run(nameOf(sitting.source), true, true, async () => {
        const { document, findings } = sitting.checked;
        const written = await desk.ask({ do: "export", document, findings, format, name: nameOf(sitting.source) });
        tell(say("done.export", { name: saveFile(written, nameOf(sitting.source)) }));
      });
    },
    [desk, run, tell],
  );

  const undo = useCallback(() => {
    if (current.current.past.length === 0) return;
    setTable(stepBack);
    tell(say("done.undone"));
  }, [tell]);
  const takeBack = useCallback(() => {
    const { aside } = current.current;
    if (!aside) return;
    setTable(bringBack);
    tell(say("done.back", { name: nameOf(aside.now.source) }), "unseen");
  }, [tell]);
  const redo = useCallback(() => {
    if (current.current.future.length === 0) return;
    setTable(stepForward);
    tell(say("done.redone"));
  }, [tell]);
  const startOver = useCallback(() => {
    const { now } = current.current;
    setBusiness({ at: "rest" });
    if (!now) return;
    setTable(clear);
    tell(say("done.over", { name: nameOf(now.source) }), "aside");
  }, [tell]);
  const forget = useCallback(() => setTable(EMPTY_TABLE), []);
  const cancel = useCallback(() => {
    desk.cancel();
    tell(say("done.cancelled"));
  }, [desk, tell]);
  const dismissFailure = useCallback(() => setBusiness({ at: "rest" }), []);
  const dismissNotice = useCallback(() => setNotice(undefined), []);

  return { table, aside: table.aside?.now, business, notice, open, compare, choose, amend, fix, moveRole, exportAs, undo, redo, takeBack, startOver, forget, cancel, dismissFailure, dismissNotice, tell };
}

/** Findings nobody accepted on purpose. */
const count = (findings: Checked["findings"]): number => findings.reduce((sum, { waived }) => sum + (waived ? 0 : 1), 0);

export type TableActions = ReturnType<typeof useTable>;
