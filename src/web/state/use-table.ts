import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Fix } from "#core/lint/finding.ts";
import type { Edit } from "#core/model/edit.ts";
import type { Party, Role } from "#core/model/party.ts";
import { Desk, OrderCancelled, OrderFailed } from "../work/desk.ts";
import type { Answers, ExportFormat, Failure, Step } from "../work/order.ts";
import { say } from "../words.ts";
import { saveFile } from "./download.ts";
import { keep, type Kept } from "./keep.ts";
import { nameOf } from "./name.ts";
import { EMPTY_TABLE, putDown, setAside, stepBack, stepForward, type Sitting, type Source, type Table } from "./sitting.ts";

/** What the page is doing besides showing the table. */
export type Business =
  | { readonly at: "rest" }
  | { readonly at: "work"; readonly name: string; readonly step: Step; readonly quiet: boolean }
  | { readonly at: "failed"; readonly name: string; readonly failure: Failure; readonly exporting: boolean };

/** A sentence about what just happened, read out and shown for a while. */
export interface Notice {
  readonly text: string;
  readonly undoable: boolean;
  /** Said to a screen reader only: whoever sees the page sees it anyway. */
  readonly unseen: boolean;
  readonly number: number;
}

const hire = (): Worker => new Worker(new URL("../work/worker.ts", import.meta.url), { type: "module" });

/** The reader's day, for waivers and expiries. */
const today = (): string => {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;
};

/** The table with everything one can do to it. All computing happens in the worker behind the desk. */
export function useTable(kept: Kept) {
  const desk = useMemo(() => new Desk(hire), []);
  const [table, setTable] = useState<Table>(() => ({ ...EMPTY_TABLE, now: kept.now, past: kept.aside ? [kept.aside] : [] }));
  const [business, setBusiness] = useState<Business>({ at: "rest" });
  const [notice, setNotice] = useState<Notice>();
  const warned = useRef(false);
  const number = useRef(0);
  const current = useRef(table);
  current.current = table;

  const tell = useCallback((text: string, how: "plain" | "undoable" | "unseen" = "plain") => setNotice({ text, undoable: how === "undoable", unseen: how === "unseen", number: ++number.current }), []);
  const put = useCallback((next: Sitting | undefined) => setTable((before) => putDown(before, next)), []);

  const first = useRef(true);
  useEffect(() => {
    if (first.current) return void (first.current = false);
    const aside = setAside(table);
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
      return run(name, false, false, async (onStep) => {
        const answer: Answers["import"] =
          source.kind === "file"
            ? await desk.ask({ do: "import", name: source.name, bytes: source.bytes, choices: {}, today: today() }, onStep)
            : source.kind === "example"
              ? await desk.ask({ do: "example", today: today() }, onStep)
              : await desk.ask({ do: "template", id: source.id, today: today() }, onStep);
        put({ source, choices: {}, ...(answer.report ? { report: answer.report } : {}), checked: answer.checked, fixed: 0 });
        tell(say("done.read", { name, findings: answer.checked.findings.length }), "unseen");
      });
    },
    [desk, put, run, tell],
  );

  const choose = useCallback(
    (question: string, value: string) => {
      const sitting = current.current.now;
      if (sitting?.source.kind !== "file") return;
      const { source, fixed } = sitting;
      const choices = { ...sitting.choices, [question]: value };
      void run(nameOf(source), true, false, async (onStep) => {
        const answer = await desk.ask({ do: "import", name: source.name, bytes: source.bytes, choices, today: today() }, onStep);
        put({ source, choices, ...(answer.report ? { report: answer.report } : {}), checked: answer.checked, fixed: 0 });
        tell(fixed > 0 ? say("done.again.fixes", { n: fixed }) : say("done.again", { findings: answer.checked.findings.length }), "undoable");
      });
    },
    [desk, put, run, tell],
  );

  const amend = useCallback(
    (batches: readonly (readonly Edit[])[], told: (applied: number, left: number) => string) => {
      const sitting = current.current.now;
      if (!sitting) return;
      void run(nameOf(sitting.source), true, false, async () => {
        const { checked, applied } = await desk.ask({ do: "edit", document: sitting.checked.document, edits: batches, today: today() });
        if (applied === 0) return tell(say("fix.none"));
        put({ ...sitting, checked, fixed: sitting.fixed + applied });
        tell(told(applied, checked.findings.length), "undoable");
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
  const redo = useCallback(() => {
    if (current.current.future.length === 0) return;
    setTable(stepForward);
    tell(say("done.redone"));
  }, [tell]);
  const startOver = useCallback(() => {
    const { now } = current.current;
    setBusiness({ at: "rest" });
    if (!now) return;
    put(undefined);
    tell(say("done.over", { name: nameOf(now.source) }), "undoable");
  }, [put, tell]);
  const forget = useCallback(() => setTable(EMPTY_TABLE), []);
  const cancel = useCallback(() => {
    desk.cancel();
    tell(say("done.cancelled"));
  }, [desk, tell]);
  const dismissFailure = useCallback(() => setBusiness({ at: "rest" }), []);
  const dismissNotice = useCallback(() => setNotice(undefined), []);

  return { table, aside: setAside(table), business, notice, open, choose, fix, moveRole, exportAs, undo, redo, startOver, forget, cancel, dismissFailure, dismissNotice, tell };
}

export type TableActions = ReturnType<typeof useTable>;
