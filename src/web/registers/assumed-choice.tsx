import { Check, CheckCheck } from "lucide-react";
import { Button } from "react-aria-components";
import type { MatrixDocument } from "#core/model/document.ts";
import buttons from "../parts/controls.module.css";
import { say } from "../words.ts";
import type { Named } from "./assumed.ts";
import style from "./guided-build.module.css";

interface Props {
  readonly label: string;
  /** Said over it where there is no room for columns with a head. */
  readonly caption?: string;
  readonly named: Named;
  readonly document: MatrixDocument;
  readonly onSay: (role: string | null) => void;
}

/** A post to choose, marked as assumed until somebody chooses it or says that it is right. */
export function AssumedChoice({ label, caption, named: { role, assumed }, document, onSay }: Props) {
  const open = assumed && role !== undefined;
  return (
    <span className={style.assumed} data-assumed={open || undefined}>
      {caption === undefined ? null : <small aria-hidden>{caption}</small>}
      <select aria-label={label} value={role ?? ""} onChange={(event) => onSay(event.target.value || null)}>
        <option value="">{say("guide.nobody-yet")}</option>
        {document.parties.map((party) => {
          const own = document.roles.filter((one) => one.party === party.id);
          return own.length === 0 ? null : (
            <optgroup key={party.id} label={party.name}>
              {own.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </optgroup>
          );
        })}
      </select>
      {open ? (
        <span>
          {say("guide.assumed")}
          <button type="button" aria-label={say("guide.confirm.of", { what: label })} title={say("guide.confirm")} onClick={() => onSay(role)}>
            <Check aria-hidden size={13} />
            {say("guide.confirm.short")}
          </button>
        </span>
      ) : null}
    </span>
  );
}

/** How much of a step is only assumed, what becomes of that, and a way to say that all of it is right. */
export function AssumedSum({ n, onConfirm }: { readonly n: number; readonly onConfirm: () => void }) {
  return (
    <p className={style.sum} role="status">
      <span>{say("guide.assumed.sum", { n })}</span>
      {n > 0 ? (
        <Button className={buttons.button ?? ""} onPress={onConfirm}>
          <CheckCheck aria-hidden />
          {say("guide.confirm.all")}
        </Button>
      ) : null}
    </p>
  );
}
