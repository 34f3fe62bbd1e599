import { useMemo, useState } from "react";
import { Button } from "react-aria-components";
import buttons from "../parts/controls.module.css";
import { DialogBox } from "../parts/dialog-box.tsx";
import box from "../parts/dialog-box.module.css";
import { say, type WordId } from "../words.ts";
import { InlineChoice, type Choice } from "./inline-choice.tsx";
import { departure, type Listed, type Mention } from "#core/leaving/departure.ts";
import style from "./removal-dialog.module.css";
import type { Pen } from "./use-pen.ts";

/** Names said of each kind before the rest is counted. */
const NAMED = 3;

interface Props {
  readonly kind: Listed;
  readonly id: string;
  readonly name: string;
  readonly pen: Pen;
  /** What could stand in its place. */
  readonly others: readonly Choice[];
  /** Of somebody who holds things: the way to hand them over. */
  readonly onHandOver?: () => void;
  readonly onClose: () => void;
}

/** Before something goes: what names it, and whether another takes its place. */
export function RemovalDialog({ kind, id, name, pen, others, onHandOver, onClose }: Props) {
  const [by, setBy] = useState<string>();
  const { mentions, edits } = useMemo(() => departure(pen.document, kind, id, by), [pen.document, kind, id, by]);
  return (
    <DialogBox title={say("removal.title", { name })} onClose={onClose}>
      {mentions.length === 0 ? <p className={box.lead}>{say("removal.free")}</p> : <Mentioned mentions={mentions} />}
      {mentions.length > 0 && others.length > 0 ? (
        <div className={style.instead}>
          <span>{say("removal.instead")}</span>
          <InlineChoice label={say("removal.instead")} value={by} choices={others} onChoose={setBy} mayWrite none={say(kind === "party" ? "removal.instead.party" : "removal.instead.nobody")} />
        </div>
      ) : null}
      {onHandOver === undefined || mentions.length === 0 ? null : <p><Button className={buttons.link} onPress={onHandOver}>{say("leaving.open.hint")}</Button></p>}
      <div className={box.actions}>
        <Button
          className={`${buttons.button} ${buttons.main}`}
          onPress={() => {
            pen.write(edits, say("removal.what", { name }), say("register.removed", { name }));
            onClose();
          }}
        >
          {say(by === undefined ? "removal.do" : "removal.replace")}
        </Button>
        <Button className={buttons.button} onPress={onClose}>
          {say("cancel")}
        </Button>
        <span className={style.undo}>{say("removal.undo")}</span>
      </div>
    </DialogBox>
  );
}

function Mentioned({ mentions }: { readonly mentions: readonly Mention[] }) {
  const kinds = Map.groupBy(mentions, ({ kind, goes }) => `${kind} ${goes}`);
  return (
    <>
      <p className={box.lead}>{say("removal.lead")}</p>
      <ul className={style.mentions}>
        {[...kinds].map(([key, those]) => {
          const [first] = those;
          if (!first) return null;
          const names = [...new Set(those.map(({ name }) => name))].filter(Boolean);
          const rest = names.length - NAMED;
          return (
            <li key={key}>
              <b>{say(KIND_WORDS[first.kind] ?? "removal.kind.activity", { n: new Set(those.map(({ id }) => id)).size })}</b>
              {first.goes ? <em>{say("removal.goes")}</em> : null}
              {names.length > 0 ? <span>{[...names.slice(0, NAMED), ...(rest > 0 ? [say("removal.more", { n: rest })] : [])].join(", ")}</span> : null}
            </li>
          );
        })}
      </ul>
    </>
  );
}

const KIND_WORDS: Readonly<Partial<Record<Mention["kind"], WordId>>> = {
  activity: "removal.kind.activity", area: "removal.kind.area", stage: "removal.kind.stage", scope: "removal.kind.scope", role: "removal.kind.role", person: "removal.kind.person",
  rotation: "removal.kind.rotation", waiver: "removal.kind.waiver", event: "removal.kind.event", "decision-right": "removal.kind.decision-right", "pre-authorisation": "removal.kind.pre-authorisation",
  path: "removal.kind.path", clock: "removal.kind.clock", "inform-list": "removal.kind.inform-list", kept: "removal.kind.kept", party: "removal.kind.party", directory: "removal.kind.directory",
};
