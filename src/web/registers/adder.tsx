import { Plus } from "lucide-react";
import { useState, type ReactNode } from "react";
import { Button, Form, Input, TextField } from "react-aria-components";
import buttons from "../parts/controls.module.css";
import { say } from "../words.ts";
import style from "./adder.module.css";

interface Props {
  readonly label: string;
  readonly hint: string;
  readonly onAdd: (name: string) => void;
  /** What there is to say of the name while it stands there; `clear` empties the line. */
  readonly said?: (name: string, clear: () => void) => ReactNode;
  /** Whether a name is not just added: what is said of it offers the ways on. */
  readonly blocked?: (name: string) => boolean;
  readonly children?: ReactNode;
}

/** A line that adds by name: Enter adds, and the next name can be typed at once. */
export function Adder({ label, hint, onAdd, said, blocked, children }: Props) {
  const [name, setName] = useState("");
  const held = name.trim() !== "" && blocked?.(name.trim()) === true;
  return (
    <Form
      className={style.adder}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === "" || held) return;
        onAdd(name.trim());
        setName("");
      }}
    >
      <Plus aria-hidden size={15} />
      <TextField aria-label={label} value={name} onChange={setName} maxLength={200} autoComplete="off" className={style.name}>
        <Input placeholder={`${label}: ${hint}`} />
      </TextField>
      {children}
      {name.trim() === "" || held ? null : (
        <Button type="submit" className={buttons.button}>
          {say("register.add")}
        </Button>
      )}
      {name.trim() === "" ? null : said?.(name.trim(), () => setName(""))}
    </Form>
  );
}
