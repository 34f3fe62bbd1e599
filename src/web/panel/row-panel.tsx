import { Check, X } from "lucide-react";
import { useRef, useState, useSyncExternalStore, type KeyboardEvent, type ReactNode } from "react";
import { Button, Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import type { Activity } from "#core/model/activity.ts";
import type { DraftStore } from "../draft/store.ts";
import { castOf, sameCast, type Cast } from "../grid/columns.ts";
import { FindingCard } from "../grid/finding-card.tsx";
import buttons from "../parts/controls.module.css";
import { say } from "../words.ts";
import { BulkForm } from "./bulk-form.tsx";
import { RowForm } from "./row-form.tsx";
import { RowHistory } from "./row-history.tsx";
import style from "./row-panel.module.css";
import type { Write } from "./write.ts";

/** Its fields; what the sides think and say of it; what happened to it. */
export type PanelPart = "fields" | "talk" | "history";

export interface RowPanelProps {
  readonly store: DraftStore;
  /** Ids of the chosen rows: one shows all its fields, several show what can be set in all of them. */
  readonly rows: readonly string[];
  /** Absent where something around the panel closes it. */
  readonly onClose?: (() => void) | undefined;
  /** What else there is to a row: what waits for a word above its fields, the rest below them. */
  readonly part?: PanelPart;
  readonly onPart?: (part: PanelPart) => void;
  readonly lying?: ((row: string, where: "above" | "below") => ReactNode) | undefined;
}

/** All fields of a row beside the grid, and above them what is wrong with it. */
export function RowPanel({ store, rows, onClose, lying, part = "fields", onPart }: RowPanelProps) {
  const { document, findings, saving } = useSyncExternalStore(store.subscribe, store.snapshot);
  const [kept, setKept] = useState<{ readonly of: typeof document; readonly cast: Cast }>(() => ({ of: document, cast: castOf(document, () => store.snapshot().document) }));
  let { cast } = kept;
  if (!sameCast(kept.of, document)) {
    cast = castOf(document, () => store.snapshot().document);
    setKept({ of: document, cast });
  }
  // Where one came from: there the focus goes again, not to the top of the page.
  const from = useRef(window.document.activeElement);
  const close = (): void => {
    onClose?.();
    if (from.current instanceof HTMLElement && from.current.isConnected) from.current.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // A field in which something was typed has put it back first.
    if (event.key !== "Escape" || event.defaultPrevented || !onClose) return;
    event.stopPropagation();
    close();
  };
  const writable = saving.at !== "reading";
  const write: Write = (edits, what) => {
    if (edits.length > 0) store.edit(edits, what);
  };
  const wanted = new Set(rows);
  const chosen: readonly Activity[] = rows.length === 0 ? [] : document.activities.filter(({ id }) => wanted.has(id));
  const [only] = chosen;
  if (!only) return <p className={style.none}>{say("panel.none")}</p>;
  const found = chosen.length > 1 ? [] : findings.filter(({ at, waived }) => at.kind === "activity" && at.id === only.id && !waived);
  const fields = (): ReactNode => (
    <fieldset disabled={!writable} className={style.fields}>
      {chosen.length > 1 ? (
        <BulkForm rows={chosen} cast={cast} write={write} />
      ) : (
        <>
          {only.notYetAdapted ? <Unconfirmed onConfirm={() => write([{ do: "set", at: { kind: "activity", id: only.id }, field: "notYetAdapted", value: null }], say("panel.template.what", { title: only.title }))} /> : null}
          <RowForm key={only.id} row={only} document={document} cast={cast} write={write} />
        </>
      )}
    </fieldset>
  );
  const parts: readonly { readonly id: PanelPart; readonly title: string; readonly shown: () => ReactNode }[] = [
    { id: "fields", title: say("panel.fields"), shown: fields },
    ...(lying ? [{ id: "talk" as const, title: say("panel.talk"), shown: () => lying(only.id, "below") }] : []),
    ...(store.history ? [{ id: "history" as const, title: say("history.title"), shown: () => <RowHistory store={store} row={only.id} /> }] : []),
  ];
  return (
    <div className={style.panel} onKeyDown={onKeyDown}>
      <header className={onClose ? style.head : undefined}>
        <div>
          {onClose ? <p>{say(chosen.length > 1 ? "panel.over.bulk" : "panel.title")}</p> : null}
          <h2>{chosen.length > 1 ? say("panel.bulk", { n: chosen.length }) : only.title}</h2>
        </div>
        {onClose ? (
          <button type="button" className={`${buttons.button} ${style.close}`} aria-label={say("panel.close")} title={say("panel.close.hint")} onClick={close}>
            <X aria-hidden />
            <span>{say("register.close")}</span>
          </button>
        ) : null}
      </header>
      {found.length > 0 ? (
        <section className={style.findings} aria-label={say("panel.findings")}>
          {found.map((finding, i) => (
            <FindingCard key={`${finding.rule} ${finding.at.field ?? ""} ${i}`} finding={finding} hint={false} onFix={writable ? (fix) => write(fix.edits, say("grid.what.fix", { label: fix.label })) : undefined} />
          ))}
        </section>
      ) : null}
      {chosen.length > 1 ? null : lying?.(only.id, "above")}
      {chosen.length === 1 && parts.length > 1 ? (
        <Tabs className={style.tabs ?? ""} selectedKey={part} onSelectionChange={(key) => onPart?.(key as PanelPart)}>
          <TabList className={style.tabList ?? ""} aria-label={say("panel.tabs")} items={parts}>
            {({ id, title }) => <Tab id={id}>{title}</Tab>}
          </TabList>
          {parts.map(({ id, shown }) => (
            <TabPanel key={id} id={id} className={style.tabPanel ?? ""}>
              {shown()}
            </TabPanel>
          ))}
        </Tabs>
      ) : (
        fields()
      )}
    </div>
  );
}

/** A row that is still as the template has it, and the way to say that it holds. */
const Unconfirmed = ({ onConfirm }: { readonly onConfirm: () => void }) => (
  <div className={style.template}>
    <p>{say("panel.template")}</p>
    <Button className={buttons.button ?? ""} onPress={onConfirm}>
      <Check aria-hidden />
      {say("panel.template.confirm")}
    </Button>
  </div>
);
