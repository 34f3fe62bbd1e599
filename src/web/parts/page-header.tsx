import { FilePlus2, Redo2, Undo2 } from "lucide-react";
import { Button } from "react-aria-components";
import { count, SEVERITIES } from "#core/lint/finding.ts";
import { titleOf } from "../state/name.ts";
import type { TableActions } from "../state/use-table.ts";
import { say } from "../words.ts";
import buttons from "./controls.module.css";
import { ExportMenu } from "./export-menu.tsx";
import style from "./page-header.module.css";
import { SeveritySign } from "./severity-sign.tsx";
import { ThemeSwitch } from "./theme-switch.tsx";

const PLURAL = { error: "severity.errors", warning: "severity.warnings", note: "severity.notes" } as const;

/** The name of the product, what lies on the table, and what one can do with it as a whole. */
export function PageHeader({ actions, onNew }: { readonly actions: TableActions; readonly onNew: () => void }) {
  const { table, undo, redo, exportAs } = actions;
  const sitting = table.now;
  const counts = sitting ? count(sitting.checked.findings) : undefined;
  return (
    <header className={style.header} data-bare={sitting ? undefined : true}>
      <a className={style.brand} href="/">
        <span className={style.mark} aria-hidden>
          R
        </span>
        Remit
      </a>
      {sitting && counts ? (
        <>
          <p className={style.file} title={titleOf(sitting)}>
            {titleOf(sitting)}
          </p>
          <p className={style.counts}>
            {SEVERITIES.every((severity) => counts[severity] === 0)
              ? say("state.clean")
              : SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => (
                  <span key={severity}>
                    <SeveritySign severity={severity} size={14} />
                    <b>{counts[severity]}</b> <i>{say(PLURAL[severity], { n: counts[severity] })}</i>
                  </span>
                ))}
          </p>
        </>
      ) : null}
      <div className={style.actions}>
        {table.past.length > 0 || table.future.length > 0 ? (
          <>
            <Button className={`${buttons.button} ${buttons.quiet} ${buttons.icon}`} aria-label={say("undo")} isDisabled={table.past.length === 0} onPress={undo}>
              <Undo2 aria-hidden />
            </Button>
            <Button className={`${buttons.button} ${buttons.quiet} ${buttons.icon} ${style.wide}`} aria-label={say("redo")} isDisabled={table.future.length === 0} onPress={redo}>
              <Redo2 aria-hidden />
            </Button>
          </>
        ) : null}
        <ThemeSwitch />
        {sitting ? (
          <>
            <Button className={`${buttons.button} ${style.shrink}`} aria-label={say("new-file")} onPress={onNew}>
              <FilePlus2 aria-hidden />
              <span>{say("new-file")}</span>
            </Button>
            <ExportMenu onExport={exportAs} className={style.shrink} />
          </>
        ) : (
          <a className={`${buttons.button} ${buttons.quiet}`} href="/enter">
            {say("sign-in")}
          </a>
        )}
      </div>
    </header>
  );
}
