import { LogIn } from "lucide-react";
import { useState } from "react";
import { Button, Form, Input, Label, TextField } from "react-aria-components";
import buttons from "../parts/controls.module.css";
import { say } from "../words.ts";
import { follow, SaidNo } from "./account.ts";
import style from "./enter-page.module.css";

/** The one-time link of the first owner: a press signs in, because a link that is only opened must do nothing. */
export function EnterPage() {
  const token = location.hash.slice(1);
  const [name, setName] = useState("");
  const [trouble, setTrouble] = useState<string>();
  const [busy, setBusy] = useState(false);
  const enter = async (): Promise<void> => {
    setBusy(true);
    try {
      const { workspaces } = await follow(token, name.trim() || say("enter.owner"));
      // A used link need not stand in the history.
      location.replace(workspaces[0] ? `/w/${workspaces[0].id}/matrix` : "/w");
    } catch (thrown) {
      setTrouble(thrown instanceof SaidNo ? thrown.message : String(thrown));
      setBusy(false);
    }
  };
  return (
    <main className={style.page}>
      <div className={style.card}>
        <p className={style.brand}>
          <span aria-hidden>R</span> Remit
        </p>
        <h1>{say("enter.title")}</h1>
        <p>{say("enter.lead")}</p>
        <Form
          onSubmit={(event) => {
            event.preventDefault();
            void enter();
          }}
        >
          <TextField value={name} onChange={setName} maxLength={200} autoFocus className={style.field}>
            <Label>{say("enter.name")}</Label>
            <Input autoComplete="name" placeholder={say("enter.owner")} />
          </TextField>
          <Button type="submit" isDisabled={busy || token === ""} className={`${buttons.button} ${buttons.main} ${buttons.large}`}>
            <LogIn aria-hidden />
            {say("enter.go")}
          </Button>
        </Form>
        {token === "" || trouble ? (
          <p role="alert" className={style.trouble}>
            {trouble ?? say("enter.incomplete")}
          </p>
        ) : null}
      </div>
    </main>
  );
}
