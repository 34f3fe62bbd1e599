import { useNavigate } from "@tanstack/react-router";
import { FileUp } from "lucide-react";
import { useCallback, useEffect, useMemo, useState } from "react";
import { Button, FileTrigger } from "react-aria-components";
import { count } from "#core/lint/finding.ts";
import { changeRoleSide } from "./role-side.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import type { Choices, ImportReport } from "#formats/understand/report.ts";
import buttons from "../parts/controls.module.css";
import { MergeDialog } from "../parts/merge-dialog.tsx";
import { today } from "../state/calendar-day.ts";
import { sourceFromPaste } from "../state/pasted.ts";
import { FILE_TYPES, type FileSource } from "../state/sitting.ts";
import { useDrop } from "../state/use-drop.ts";
import { Understood } from "../understood/understood.tsx";
import { Unread } from "../understood/unread.tsx";
import { Desk, OrderCancelled, OrderFailed } from "../work/desk.ts";
import type { Checked, Comparison } from "../work/order.ts";
import { say } from "../words.ts";
import { sayDone } from "./done.ts";
import { useHere } from "./here.ts";
import { useSnapshot } from "./use-draft.ts";
import style from "./import-page.module.css";

interface Read {
  readonly source: FileSource;
  readonly choices: Choices;
  readonly checked: Checked;
  readonly report?: ImportReport;
}

/** A spreadsheet on its way into the workspace: read here, looked at, its questions answered, and only then put in. */
export function ImportPage() {
  const { store, workspace } = useHere();
  const { document: open, saving } = useSnapshot(store);
  const go = useNavigate();
  const desk = useMemo(() => new Desk(() => new Worker(new URL("../work/worker.ts", import.meta.url), { type: "module" })), []);
  const [read, setRead] = useState<Read>();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  // Answers nobody gave are shown once before they go into the workspace.
  const [warned, setWarned] = useState(false);
  const [comparison, setComparison] = useState<Comparison>();

  const work = useCallback(async (what: () => Promise<void>) => {
    setBusy(true);
    setTrouble(undefined);
    try {
      await what();
    } catch (thrown) {
      if (thrown instanceof OrderFailed) setTrouble(`${thrown.failure.message}; ${thrown.failure.remedy}`);
      else if (!(thrown instanceof OrderCancelled)) throw thrown;
    } finally {
      setBusy(false);
    }
  }, []);
  const bring = useCallback(
    (source: FileSource, choices: Choices = {}) =>
      void work(async () => {
        const { checked, report } = await desk.ask({ do: "import", name: source.name, bytes: source.bytes, choices, edits: [], today: today(), known: store.snapshot().document });
        setWarned(false);
        setRead({ source, choices, checked, ...(report ? { report } : {}) });
      }),
    [desk, work, store],
  );
  const file = useCallback(async (picked: File) => bring({ kind: "file", name: picked.name, bytes: new Uint8Array(await picked.arrayBuffer()) }), [bring]);
  const dragging = useDrop(file);
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const text = event.clipboardData?.getData("text/plain");
      const source = text ? sourceFromPaste(text, say("name.pasted")) : undefined;
      if (source) bring(source);
    };
    document.addEventListener("paste", paste);
    return () => document.removeEventListener("paste", paste);
  }, [bring]);

  const rows = open.activities.length;
  const arrive = (): void => void go({ to: "/w/$workspace/matrix", params: { workspace: workspace.id } });
  const replace = (matrix: MatrixDocument, name: string): void => {
    store.edit([{ do: "replace", document: matrix }], say("import.what", { name }));
    sayDone(say(rows > 0 ? "import.done" : "import.done.first", { name, rows: matrix.activities.length }));
    arrive();
  };
  const reading = saving.at === "reading";

  if (!read)
    return (
      <div className={style.page}>
        <h1>{say("import.title")}</h1>
        <p className={style.lead}>{say("import.lead")}</p>
        <div className={style.drop} data-dragging={dragging || undefined}>
          <p>{dragging ? say("welcome.drop.now") : busy ? say("working.reading") : say("welcome.drop")}</p>
          <FileTrigger acceptedFileTypes={FILE_TYPES} onSelect={(files) => files?.[0] && void file(files[0])}>
            <Button className={`${buttons.button} ${buttons.main} ${buttons.large}`} isDisabled={busy || reading}>
              <FileUp aria-hidden />
              {say("welcome.choose")}
            </Button>
          </FileTrigger>
          <small>{say("welcome.formats")}</small>
        </div>
        {trouble ? (
          <p role="alert" className={style.trouble}>
            {trouble}
          </p>
        ) : null}
      </div>
    );

  const { checked, report, source, choices } = read;
  const found = count(checked.findings);
  const assumed = report?.questions.filter((question) => question.assumed).length ?? 0;
  const sure = (go: () => void) => (): void => {
    if (assumed === 0 || warned) return go();
    setWarned(true);
    document.getElementById("questions")?.scrollIntoView({ block: "start" });
  };
  return (
    <div className={style.read}>
      <div className={style.bar}>
        <p>
          <b>{say("import.read", { name: source.name })}</b> {say("import.sum", { rows: checked.document.activities.length, errors: found.error, warnings: found.warning })}
        </p>
        <Button className={`${buttons.button} ${buttons.quiet}`} onPress={() => setRead(undefined)}>
          {say("import.another")}
        </Button>
        {rows > 0 ? (
          <Button
            className={`${buttons.button} ${buttons.main}`}
            isDisabled={busy || reading}
            onPress={sure(() => void work(async () => setComparison(await desk.ask({ do: "compare", document: open, name: source.name, bytes: source.bytes, newer: checked.document, ...(report ? { report } : {}) }))))}
          >
            {assumed > 0 ? say("import.merge.assumed", { n: assumed }) : say("import.merge")}
          </Button>
        ) : null}
        <Button className={rows > 0 ? (buttons.button ?? "") : `${buttons.button} ${buttons.main}`} isDisabled={busy || reading} onPress={sure(() => replace(checked.document, source.name))}>
          {assumed > 0 ? (rows > 0 ? say("import.replace.assumed", { rows, n: assumed }) : say("import.put.assumed", { n: assumed })) : rows > 0 ? say("import.replace", { rows }) : say("import.put")}
        </Button>
      </div>
      {warned && assumed > 0 ? (
        <p role="alert" className={style.assumed}>
          {say("import.open-questions", { n: assumed })}
        </p>
      ) : null}
      {trouble ? (
        <p role="alert" className={style.trouble}>
          {trouble}
        </p>
      ) : null}
      <div className={style.body}>
      <Understood
        document={checked.document}
        report={report}
        choices={choices}
        busy={busy}
        findings={checked.findings}
        onChoose={(question, value) => bring(source, { ...choices, [question]: value })}
        onMove={(role, party, isNew) => setRead({ ...read, checked: { ...checked, document: changeRoleSide(checked.document, role, party, isNew) } })}
      />
      {report && report.unread.length > 0 ? <Unread cells={report.unread} /> : null}
      </div>
      {comparison ? (
        <MergeDialog
          name={source.name}
          open={open.title}
          rows={rows}
          comparison={comparison}
          onMerge={() => {
            store.edit(comparison.edits.flat(), say("import.merged", { name: source.name }));
            setComparison(undefined);
            sayDone(say("import.done.merged", { name: source.name, rows: store.snapshot().document.activities.length }));
            arrive();
          }}
          onOpen={() => replace(checked.document, source.name)}
          onClose={() => setComparison(undefined)}
        />
      ) : null}
    </div>
  );
}
