import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "react-aria-components";
import type { Verb } from "#core/model/decision.ts";
import { idFrom } from "#core/model/id.ts";
import { itemsOf, type Item } from "#core/model/items.ts";
import buttons from "../parts/controls.module.css";
import { Adder } from "../registers/adder.tsx";
import { InlineChoice } from "../registers/inline-choice.tsx";
import type { Pen } from "../registers/use-pen.ts";
import { say } from "../words.ts";
import { choicesOf, type Source } from "./choices.ts";
import type { Kind } from "./kind-names.ts";
import { freshItem, titleOf } from "./kinds.ts";
import style from "./authority.module.css";

/** Adds an item: by its name, or by what it ties together. */
export function ItemAdder({ kind, pen }: { readonly kind: Kind; readonly pen: Pen }) {
  const add = (item: Item): void => {
    const told = say("authority.added", { name: titleOf(pen.document, kind, item) });
    pen.write([{ do: "add", kind, item }], told, told);
  };
  if (kind === "decision-right") return <PairAdder kind={kind} pen={pen} first="verb" second="role" onAdd={(verb, role, id) => add({ id, verb: verb as Verb, role })} />;
  if (kind === "delegation") {
    return <PairAdder kind={kind} pen={pen} first="person" second="person" onAdd={(from, to, id) => add({ id, from, to, verbs: [], ...nextWeek() })} />;
  }
  return (
    <div className={style.adder}>
      <Adder label={say(`authority.add.${kind}`)} hint={say(kind === "pre-authorisation" ? "authority.add.hint.pre-authorisation" : "authority.add.hint")} onAdd={(name) => add(freshItem(pen.document, kind, name))} />
    </div>
  );
}

/** From the full hour on, for a week. */
function nextWeek(): { starts: string; ends: string } {
  const hour = Math.floor(Date.now() / 3_600_000) * 3_600_000;
  const say_ = (at: number) => `${new Date(at).toISOString().slice(0, 16)}Z`;
  return { starts: say_(hour), ends: say_(hour + 7 * 86_400_000) };
}

interface PairProps {
  readonly kind: "decision-right" | "delegation";
  readonly pen: Pen;
  readonly first: Source;
  readonly second: Source;
  readonly onAdd: (first: string, second: string, id: string) => void;
}

/** What it is about is chosen before it is there: an authority nobody meant must not stand for a moment. */
function PairAdder({ kind, pen, first, second, onAdd }: PairProps) {
  const [one, setOne] = useState<string>();
  const [other, setOther] = useState<string>();
  const words = kind === "delegation" ? (["authority.f.lender", "authority.f.to"] as const) : (["authority.f.verb", "authority.f.holder"] as const);
  const ready = one !== undefined && other !== undefined && one !== other;
  return (
    <div className={style.adder}>
      <div className={style.pair} role="group" aria-label={say(`authority.add.${kind}`)}>
        <Plus aria-hidden size={15} />
        <span>{say(`authority.add.${kind}`)}</span>
        <InlineChoice label={say(words[0])} value={one} choices={choicesOf(pen.document, first)} none={say(words[0])} mayWrite onChoose={setOne} />
        <InlineChoice label={say(words[1])} value={other} choices={choicesOf(pen.document, second)} none={say(words[1])} mayWrite onChoose={setOther} />
        <Button
          className={buttons.button ?? ""} isDisabled={!ready}
          onPress={() => {
            if (!ready) return;
            onAdd(one, other, idFrom(`${one} ${other}`, new Set(itemsOf(pen.document, kind).map(({ id }) => id))));
            setOne(undefined);
            setOther(undefined);
          }}
        >
          {say("authority.add")}
        </Button>
      </div>
    </div>
  );
}
