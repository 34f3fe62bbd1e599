import { AtSign, Lock, Send, X } from "lucide-react";
import { useId, useState, type KeyboardEvent } from "react";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import buttons from "../parts/controls.module.css";
import { useHere } from "../shell/here.ts";
import { useSnapshot } from "../shell/use-draft.ts";
import { say } from "../words.ts";
import { MentionField } from "./mention-field.tsx";
import { useMentionable } from "./mentionable.ts";
import style from "./row-beside.module.css";
import { useEntitled, partyName } from "./who.ts";

export interface Composed {
  readonly text: string;
  readonly own: boolean;
  readonly mentions: readonly string[];
}

interface Props {
  readonly label: string;
  readonly start?: string;
  /** An answer is seen by whoever sees what it answers. */
  readonly answer?: { readonly own: boolean };
  /** Whether somebody may be named: whoever changes a remark tells nobody anew. */
  readonly names?: boolean;
  readonly go: string;
  readonly busy: boolean;
  readonly onSend: (composed: Composed) => void;
  readonly onClose: () => void;
}

/** Where one writes a remark: to both sides or to one's own, and to whom in particular. */
export function Composer({ label, start = "", answer, names = true, go, busy, onSend, onClose }: Props) {
  const { store } = useHere();
  const { document: matrix } = useSnapshot(store);
  const { party } = useEntitled();
  const [text, setText] = useState(start);
  const [own, setOwn] = useState(answer?.own ?? false);
  const [mentions, setMentions] = useState<readonly string[]>([]);
  const id = useId();
  const all = useMentionable(own);
  const others = names ? all : [];
  const named = others.filter(({ account }) => mentions.includes(account));
  const send = (): void => {
    if (text.trim() !== "" && !busy) onSend({ text: text.trim(), own, mentions: named.map(({ account }) => account) });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send();
    // What was written is not thrown away by a key, here or in the panel around it.
    else if (event.key === "Escape") text.trim() === start.trim() && onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <form
      className={style.form}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label htmlFor={id} className="unseen">
        {label}
      </label>
      <MentionField id={id} label={label} value={text} people={others} about={({ party: side }) => (side === null ? undefined : partyName(matrix, side))} onChange={setText} onName={({ account }) => setMentions((now) => [...new Set([...now, account])])} />
      {named.length === 0 ? null : (
        <p className={style.mentions}>
          {named.map(({ account, name }) => (
            <button key={account} type="button" onClick={() => setMentions(mentions.filter((one) => one !== account))}>
              @{name} <X aria-hidden size={12} />
            </button>
          ))}
        </p>
      )}
      <div className={style.deeds}>
        <Button type="submit" className={`${buttons.button} ${buttons.main}`} isDisabled={busy || text.trim() === ""}>
          <Send aria-hidden />
          {go}
        </Button>
        {others.length === 0 ? null : (
          <MenuTrigger>
            <Button className={buttons.button ?? ""} aria-label={say("talk.mention.of")}>
              <AtSign aria-hidden />
              {say("talk.mention")}
            </Button>
            <Popover className={buttons.popover}>
              <Menu className={buttons.items} aria-label={say("talk.mention.of")} onAction={(actor) => setMentions([...new Set([...mentions, String(actor)])])}>
                {others.map((one) => (
                  <MenuItem key={one.account} id={one.account} textValue={one.name} className={buttons.item}>
                    <span>{one.name}</span>
                    <small>{one.party === null ? null : partyName(matrix, one.party)}</small>
                  </MenuItem>
                ))}
              </Menu>
            </Popover>
          </MenuTrigger>
        )}
        <Button className={`${buttons.button} ${buttons.quiet}`} onPress={onClose}>
          {say("cancel")}
        </Button>
      </div>
      {party === null ? null : answer ? (
        <small className={style.eyes}>{own ? say("talk.own", { party: partyName(matrix, party) }) : say("talk.everybody")}</small>
      ) : (
        <label className={style.eyes}>
          <input type="checkbox" checked={own} onChange={(event) => setOwn(event.target.checked)} /> <Lock aria-hidden size={12} /> {say("talk.own", { party: partyName(matrix, party) })}
        </label>
      )}
    </form>
  );
}
