import { lazy, Suspense, useState } from "react";
import { Button } from "react-aria-components";
import buttons from "../parts/controls.module.css";
import { say } from "../words.ts";
import { found } from "./account.ts";
import { NameDialog } from "./name-dialog.tsx";
import style from "./shell.module.css";

const BringDialog = lazy(() => import("../transfer/bring-dialog.tsx").then(({ BringDialog }) => ({ default: BringDialog })));
const DeletedList = lazy(() => import("../transfer/deleted-list.tsx").then(({ DeletedList }) => ({ default: DeletedList })));

/** Signed in, and no workspace: the first step is the only thing here. */
export function NoWorkspace() {
  const [naming, setNaming] = useState(false);
  const [bringing, setBringing] = useState(false);
  return (
    <main className={style.nothing}>
      <h1>{say("shell.none")}</h1>
      <p>{say("shell.none.why")}</p>
      <Button className={`${buttons.button} ${buttons.main} ${buttons.large}`} onPress={() => setNaming(true)}>
        {say("shell.new")}
      </Button>
      <Button className={buttons.link ?? ""} onPress={() => void found({ name: say("example.name"), example: true }).then(({ id }) => location.assign(`/w/${id}/matrix`))}>
        {say("shell.none.example")}
      </Button>
      <Button className={buttons.link ?? ""} onPress={() => setBringing(true)}>
        {say("bring.open")}
      </Button>
      <Suspense>
        <DeletedList />
        {bringing ? <BringDialog onClose={() => setBringing(false)} /> : null}
      </Suspense>
      {naming ? (
        <NameDialog title={say("shell.new")} lead={say("shell.new.lead")} action={say("shell.new.go")} onClose={() => setNaming(false)} onName={async (name) => location.assign(`/w/${(await found({ name })).id}/import`)} />
      ) : null}
    </main>
  );
}
