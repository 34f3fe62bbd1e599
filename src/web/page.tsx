import { lazy, Suspense, useCallback, useEffect, useState } from "react";
import { Busy } from "./parts/busy.tsx";
import { Failure } from "./parts/failure.tsx";
import { MergeDialog } from "./parts/merge-dialog.tsx";
import { PageHeader } from "./parts/page-header.tsx";
import { Toast } from "./parts/toast.tsx";
import { Welcome } from "./parts/welcome.tsx";
import { Working } from "./parts/working.tsx";
import { move } from "./state/address.ts";
import type { Kept } from "./state/keep.ts";
import { nameOf, titleOf } from "./state/name.ts";
import { sourceFromPaste } from "./state/pasted.ts";
import type { FileSource, Source } from "./state/sitting.ts";
import { useDrop } from "./state/use-drop.ts";
import { useTable } from "./state/use-table.ts";
import type { Comparison } from "./work/order.ts";
import { learn, say } from "./words.ts";
import { Workplace } from "./workplace.tsx";
import style from "./page.module.css";

// Seldom wanted, and its words are not among those of the first page.
const ComparisonDialog = lazy(async () => {
  await learn();
  return import("./compare/comparison-dialog.tsx");
});

const NO_FILTERS = { section: "findings", finding: undefined, severities: [], area: undefined, rule: undefined, search: "" } as const;

/** Where keys belong to what is written, or to a question that must be answered first. */
const keepsKeys = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.closest("[role=dialog]") !== null);

/** The whole first page: one table, and what lies on it. */
export function Page({ kept }: { readonly kept: Kept }) {
  const actions = useTable(kept);
  const { table, aside, business, notice, open, compare, amend, startOver, undo, redo, takeBack, tell } = actions;
  const sitting = table.now;

  const begin = useCallback(
    (source: Source) => {
      move(NO_FILTERS);
      void open(source);
    },
    [open],
  );
  const [offer, setOffer] = useState<{ readonly source: FileSource; readonly comparison: Comparison }>();
  const [shown, setShown] = useState<{ readonly name: string; readonly comparison: Comparison }>();
  const laid = sitting !== undefined;
  /** Onto an open matrix a sheet may be merged: what that would change is shown first. */
  const bring = useCallback(
    (source: FileSource) => (laid ? compare(source, (comparison) => setOffer({ source, comparison })) : begin(source)),
    [laid, compare, begin],
  );
  const beginFile = useCallback(async (file: File) => bring({ kind: "file", name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }), [bring]);
  const dragging = useDrop(beginFile);

  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      if (keepsKeys(event.target) || !event.clipboardData) return;
      const [file] = event.clipboardData.files;
      const text = event.clipboardData.getData("text/plain");
      const source = text ? sourceFromPaste(text, say("name.pasted")) : undefined;
      if (source) bring(source);
      else if (file && !file.type.startsWith("image/")) void beginFile(file);
      else tell(say("done.nothing-pasted"));
    };
    const key = (event: KeyboardEvent): void => {
      if (keepsKeys(event.target) || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      const pressed = event.key.toLowerCase();
      if (pressed === "z" && !event.shiftKey) (laid ? undo : takeBack)();
      else if (pressed === "y" || (pressed === "z" && event.shiftKey)) redo();
      else return;
      event.preventDefault();
    };
    document.addEventListener("paste", paste);
    document.addEventListener("keydown", key);
    return () => {
      document.removeEventListener("paste", paste);
      document.removeEventListener("keydown", key);
    };
  }, [bring, beginFile, laid, undo, redo, takeBack, tell]);

  useEffect(() => {
    document.title = sitting ? `${titleOf(sitting)} – Remit` : "Remit";
  }, [sitting]);

  return (
    <>
      <a className={style.skip} href="#content" onClick={skip}>
        {say("skip")}
      </a>
      <PageHeader
        actions={actions}
        onNew={() => {
          move(NO_FILTERS);
          startOver();
        }}
      />
      {business.at === "work" && !business.quiet ? (
        <Working key={business.name} name={business.name} step={business.step} onCancel={actions.cancel} />
      ) : business.at === "failed" ? (
        <Failure {...business} sitting={sitting} onBack={actions.dismissFailure} />
      ) : sitting ? (
        <Workplace sitting={sitting} actions={actions} onFile={beginFile} />
      ) : (
        <Welcome dragging={dragging} aside={aside} onFile={beginFile} onOpen={begin} onBringBack={takeBack} onForget={actions.forget} />
      )}
      {dragging && (sitting || business.at !== "rest") ? (
        <div className={style.dropping}>
          <p>{say("welcome.drop.now")}</p>
        </div>
      ) : null}
      {offer && sitting ? (
        <MergeDialog
          name={offer.source.name}
          open={nameOf(sitting.source)}
          rows={sitting.checked.document.activities.length}
          comparison={offer.comparison}
          onMerge={() => {
            setOffer(undefined);
            amend(offer.comparison.edits, (_, left) => say("done.merged", { name: offer.source.name, left }));
          }}
          onOpen={() => {
            setOffer(undefined);
            begin(offer.source);
          }}
          onCompare={() => {
            setShown({ name: offer.source.name, comparison: offer.comparison });
            setOffer(undefined);
          }}
          onClose={() => setOffer(undefined)}
        />
      ) : null}
      {shown && sitting ? (
        <Suspense>
          <ComparisonDialog before={sitting.checked.document} after={shown.comparison.newer} labels={{ before: nameOf(sitting.source), after: shown.name }} onClose={() => setShown(undefined)} />
        </Suspense>
      ) : null}
      {business.at === "work" && business.quiet ? <Busy step={business.step} onCancel={actions.cancel} /> : null}
      <Toast notice={notice} onUndo={undo} onTakeBack={takeBack} onDismiss={actions.dismissNotice} />
    </>
  );
}

/** The address after # is the page's state, so the jump is made by hand. */
function skip(event: { preventDefault(): void }): void {
  event.preventDefault();
  document.getElementById("content")?.focus();
}
