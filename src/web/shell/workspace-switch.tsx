import { useNavigate } from "@tanstack/react-router";
import { Check, ChevronDown, FileArchive, FlaskConical, Plus } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { Button, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from "react-aria-components";
import buttons from "../parts/controls.module.css";
import { say } from "../words.ts";
import { found, type Me, type WorkspaceAbout } from "./account.ts";
import { NameDialog } from "./name-dialog.tsx";
import style from "./workspace-switch.module.css";

const BringDialog = lazy(() => import("../transfer/bring-dialog.tsx").then(({ BringDialog }) => ({ default: BringDialog })));

/** Which workspace this is, the others, and a new one. */
export function WorkspaceSwitch({ me, workspace }: { readonly me: Me; readonly workspace: WorkspaceAbout }) {
  const go = useNavigate();
  const [naming, setNaming] = useState(false);
  const [bringing, setBringing] = useState(false);
  // A guest has this one, and founds none.
  if (me.guest)
    return (
      <p className={style.only}>
        <span>{workspace.name}</span>
      </p>
    );
  const act = (key: string): void => {
    if (key === "*new") setNaming(true);
    else if (key === "*bring") setBringing(true);
    else void go({ to: "/w/$workspace/matrix", params: { workspace: key } });
  };
  return (
    <>
      <MenuTrigger>
        <Button className={`${buttons.button} ${buttons.quiet} ${style.name}`}>
          {workspace.example ? <FlaskConical aria-hidden /> : null}
          <span>{workspace.name}</span>
          <ChevronDown aria-hidden />
        </Button>
        <Popover className={buttons.popover ?? ""} placement="bottom start">
          <Menu className={buttons.items ?? ""} onAction={(key) => act(String(key))}>
            <MenuSection>
              {me.workspaces.map(({ id, name }) => (
                <MenuItem key={id} id={id} textValue={name} className={buttons.item ?? ""}>
                  {id === workspace.id ? <Check aria-hidden /> : <span className={style.blank} />}
                  <span>{name}</span>
                </MenuItem>
              ))}
            </MenuSection>
            <MenuItem id="*new" textValue={say("shell.new")} className={buttons.item ?? ""}>
              <Plus aria-hidden />
              <span>{say("shell.new")}</span>
            </MenuItem>
            <MenuItem id="*bring" textValue={say("bring.open")} className={buttons.item ?? ""}>
              <FileArchive aria-hidden />
              <span>{say("bring.open")}</span>
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      <Suspense>{bringing ? <BringDialog onClose={() => setBringing(false)} /> : null}</Suspense>
      {naming ? (
        <NameDialog
          title={say("shell.new")}
          lead={say("shell.new.lead")}
          action={say("shell.new.go")}
          onClose={() => setNaming(false)}
          onName={async (name) => {
            const { id } = await found({ name });
            location.assign(`/w/${id}/import`);
          }}
        />
      ) : null}
    </>
  );
}
