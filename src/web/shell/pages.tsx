import { useNavigate } from "@tanstack/react-router";
import { useEffect, useMemo, useState, type ReactNode } from "react";
import type { Finding } from "#core/lint/finding.ts";
import type { MatrixDocument } from "#core/model/document.ts";
import { Button } from "react-aria-components";
import buttons from "../parts/controls.module.css";
import { DialogBox } from "../parts/dialog-box.tsx";
import { FindingsPage } from "../registers/findings-page.tsx";
import { PeoplePage } from "../registers/people-page.tsx";
import { PrintPage } from "../registers/print-page.tsx";
import { ScopePage } from "../registers/scope-page.tsx";
import { TemplatesPage } from "../registers/templates-page.tsx";
import { useUpkeep } from "../contacts/use-upkeep.ts";
import { say } from "../words.ts";
import { useBeside, useHere } from "./here.ts";
import { pageOf, within } from "./places.ts";
import { useArrival } from "./use-arrival.ts";
import style from "./dialog-form.module.css";

/** The register pages, each told the open draft. */
export function People() {
  const { store, beside, workspace } = useHere();
  const { contacts } = useBeside();
  const sealed = useMemo(() => ({ party: workspace.party, values: contacts, onWritten: () => beside.look("contacts", 800) }), [beside, workspace.party, contacts]);
  useEffect(() => {
    if (workspace.role !== "guest") beside.look("contacts", 0);
  }, [beside, workspace.role]);
  const upkeep = useUpkeep(workspace, store);
  useArrival();
  return (
    <Room>
      <PeoplePage store={store} sealed={sealed} {...(upkeep ? { upkeep } : {})} />
    </Room>
  );
}
export const Scope = () => <Room><ScopePage store={useHere().store} /></Room>;
export const Print = () => <Room><PrintPage store={useHere().store} /></Room>;

/** Air around a page, which knows nothing of what it stands in. */
const Room = ({ children }: { readonly children: ReactNode }) => <div className={style.room}>{children}</div>;

export function Findings() {
  const { store, workspace } = useHere();
  const go = useNavigate();
  const open = ({ at, rule }: Finding): void => {
    const page = pageOf(at.kind) ?? (rule.startsWith("proof-") ? "coverage" : "matrix");
    void go({ to: `/w/$workspace/${page}`, params: { workspace: workspace.id }, ...(within(at) as object) });
  };
  return (
    <Room>
      <FindingsPage store={store} onOpen={open} />
    </Room>
  );
}

export function Templates() {
  const { store, workspace } = useHere();
  const go = useNavigate();
  const [waiting, setWaiting] = useState<MatrixDocument>();
  const put = (document: MatrixDocument): void => {
    store.edit([{ do: "replace", document }], say("templates.what", { title: document.title }));
    void go({ to: "/w/$workspace/matrix", params: { workspace: workspace.id } });
  };
  const rows = store.snapshot().document.activities.length;
  // What is there is not thrown away without a word, though undo would bring it back.
  const offer = (document: MatrixDocument): void => (rows === 0 ? put(document) : setWaiting(document));
  return (
    <Room>
      <TemplatesPage
        onChoose={(id, client, provider) => void import("#library/templates.ts").then(({ template }) => offer(template(id, { ...(client ? { client } : {}), ...(provider ? { provider } : {}) })))}
        onBuild={offer}
      />
      {waiting ? (
        <DialogBox title={say("templates.replace", { rows })} onClose={() => setWaiting(undefined)}>
          <div className={style.naming}>
            <p>{say("templates.replace.why")}</p>
            <div className={style.deeds}>
              <Button className={buttons.button ?? ""} onPress={() => setWaiting(undefined)}>
                {say("cancel")}
              </Button>
              <Button autoFocus className={`${buttons.button} ${buttons.main}`} onPress={() => put(waiting)}>
                {say("templates.replace.go")}
              </Button>
            </div>
          </div>
        </DialogBox>
      ) : null}
    </Room>
  );
}
