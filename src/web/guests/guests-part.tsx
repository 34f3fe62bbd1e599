import { Link2 } from "lucide-react";
import { useState } from "react";
import { Button } from "react-aria-components";
import type { Party } from "#core/model/party.ts";
import members from "../members/members-page.module.css";
import buttons from "../parts/controls.module.css";
import { Said } from "../settings/said.tsx";
import { say } from "../words.ts";
import { EndVisitDialog } from "./end-visit-dialog.tsx";
import { GuestDialog } from "./guest-dialog.tsx";
import { GuestLine } from "./guest-line.tsx";
import style from "./guests-part.module.css";
import { useGuests } from "./use-guests.ts";
import type { Guest } from "./visits.ts";

interface Props {
  readonly workspace: string;
  /** The party one speaks for oneself: guests come for it or for none. */
  readonly own: Party | undefined;
  readonly parties: readonly Party[];
}

/** Who looks in by a link, and the way to ask another one in. */
export function GuestsPart({ workspace, own, parties }: Props) {
  const { found: guests, trouble, more, read, readMore } = useGuests(workspace);
  const [making, setMaking] = useState(false);
  const [ending, setEnding] = useState<Guest>();
  const [said, setSaid] = useState<string>();
  const line = (guest: Guest) => <GuestLine key={guest.id} guest={guest} party={parties.find(({ id }) => id === guest.party)?.name ?? guest.party} onEnd={() => setEnding(guest)} />;
  const open = (guests ?? []).filter(({ state }) => state === "open");
  const ended = (guests ?? []).filter(({ state }) => state !== "open");
  return (
    <section className={members.party} aria-labelledby="guests">
      <header className={style.head}>
        <div>
          <h2 id="guests">{say("guests.title")}</h2>
          <p>{say("guests.lead")}</p>
        </div>
        <Button className={buttons.button} onPress={() => setMaking(true)}>
          <Link2 aria-hidden />
          {say("guests.open")}
        </Button>
      </header>
      {trouble === undefined ? null : <p role="alert" className={style.words}>{`${say("guests.trouble")}: ${trouble}`}</p>}
      <div className={style.words}>
        <Said words={said} />
      </div>
      {guests === undefined && trouble === undefined ? <p role="status" className={style.words}>{say("working.reading")}</p> : null}
      {guests && open.length === 0 ? <p className={style.words}>{say(ended.length === 0 ? "guests.none" : "guests.none-open")}</p> : <ul>{open.map(line)}</ul>}
      {ended.length === 0 ? null : (
        <details className={style.ended}>
          <summary>{say("guests.ended", { n: ended.length })}</summary>
          <ul>{ended.map(line)}</ul>
        </details>
      )}
      {more ? (
        <p className={style.words}>
          <Button className={`${buttons.button} ${buttons.quiet}`} onPress={() => void readMore()}>
            {say("guests.more")}
          </Button>
        </p>
      ) : null}
      {making ? (
        <GuestDialog
          workspace={workspace} own={own} onClose={() => setMaking(false)}
          onMade={() => {
            setSaid(undefined);
            void read();
          }}
        />
      ) : null}
      {ending ? (
        <EndVisitDialog
          workspace={workspace} guest={ending} onClose={() => setEnding(undefined)}
          onDone={() => {
            setEnding(undefined);
            setSaid(say("guests.ended.done", { name: ending.name }));
            void read();
          }}
        />
      ) : null}
    </section>
  );
}
