import { useCallback, useEffect } from "react";
import { Busy } from "./parts/busy.tsx";
import { Failure } from "./parts/failure.tsx";
import { PageHeader } from "./parts/page-header.tsx";
import { Toast } from "./parts/toast.tsx";
import { Welcome } from "./parts/welcome.tsx";
import { Working } from "./parts/working.tsx";
import { move } from "./state/address.ts";
import type { Kept } from "./state/keep.ts";
import { titleOf } from "./state/name.ts";
import { sourceFromPaste } from "./state/pasted.ts";
import type { Source } from "./state/sitting.ts";
import { useDrop } from "./state/use-drop.ts";
import { useTable } from "./state/use-table.ts";
import { say } from "./words.ts";
import { Workplace } from "./workplace.tsx";
import style from "./page.module.css";

const NO_FILTERS = { section: "findings", finding: undefined, severities: [], area: undefined, rule: undefined, search: "" } as const;

const writes = (target: EventTarget | null): boolean => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** The whole first page: one table, and what lies on it. */
export function Page({ kept }: { readonly kept: Kept }) {
  const actions = useTable(kept);
  const { table, aside, business, notice, open, startOver, undo, redo, tell } = actions;
  const sitting = table.now;

  const begin = useCallback(
    (source: Source) => {
      move(NO_FILTERS);
      void open(source);
    },
    [open],
  );
  const beginFile = useCallback(
    async (file: File) => begin({ kind: "file", name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }),
    [begin],
  );
  const dragging = useDrop(beginFile);

  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      if (writes(event.target) || !event.clipboardData) return;
      const [file] = event.clipboardData.files;
      const text = event.clipboardData.getData("text/plain");
      const source = text ? sourceFromPaste(text, say("name.pasted")) : undefined;
      if (source) begin(source);
      else if (file && !file.type.startsWith("image/")) void beginFile(file);
      else tell(say("done.nothing-pasted"));
    };
    const key = (event: KeyboardEvent): void => {
      if (writes(event.target) || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      const pressed = event.key.toLowerCase();
      if (pressed === "z" && !event.shiftKey) undo();
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
  }, [begin, beginFile, undo, redo, tell]);

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
        <Workplace sitting={sitting} actions={actions} />
      ) : (
        <Welcome dragging={dragging} aside={aside} onFile={beginFile} onOpen={begin} onBringBack={undo} onForget={actions.forget} />
      )}
      {dragging && (sitting || business.at !== "rest") ? (
        <div className={style.dropping}>
          <p>{say("welcome.drop.now")}</p>
        </div>
      ) : null}
      {business.at === "work" && business.quiet ? <Busy step={business.step} onCancel={actions.cancel} /> : null}
      <Toast notice={notice} onUndo={undo} onDismiss={actions.dismissNotice} />
    </>
  );
}

/** The address after # is the page's state, so the jump is made by hand. */
function skip(event: { preventDefault(): void }): void {
  event.preventDefault();
  document.getElementById("content")?.focus();
}
