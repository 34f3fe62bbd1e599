import { Plus } from "lucide-react";
import { useState, type ReactNode } from "react";
import { Button, Form, Input, TextField } from "react-aria-components";
import buttons from "../parts/controls.module.css";
import { say } from "../words.ts";
import style from "./adder.module.css";

/** A line that adds by name: Enter adds, and the next name can be typed at once. */
export function Adder({ label, hint, onAdd, said, children }: { readonly label: string; readonly hint: string; readonly onAdd: (name: string) => void; readonly said?: (name: string) => ReactNode; readonly children?: ReactNode }) {
  const [name, setName] = useState("");
  return (
    <Form
      className={style.adder}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === "") return;
        onAdd(name.trim());
        setName("");
      }}
    >
      <Plus aria-hidden size={15} />
      <TextField aria-label={label} value={name} onChange={setName} maxLength={200} autoComplete="off" className={style.name}>
        <Input placeholder={`${label}: ${hint}`} />
      </TextField>
      {children}
      {name.trim() === "" ? null : (
        <Button type="submit" className={buttons.button}>
          {say("register.add")}
        </Button>
      )}
      {name.trim() === "" ? null : said?.(name.trim())}
    </Form>
  );
}
