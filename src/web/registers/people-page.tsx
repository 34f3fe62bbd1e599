import { LogOut, Search, X } from "lucide-react";
import { lazy, Suspense, useDeferredValue, useMemo, useState } from "react";
import { Button, Input, SearchField } from "react-aria-components";
import type { PartyKind } from "#core/model/party.ts";
import type { Leaver } from "#core/leaving/leaver.ts";
import { idFrom } from "#core/model/id.ts";
import { AskedDialog } from "../contacts/asked-dialog.tsx";
import type { Upkeep } from "../contacts/use-upkeep.ts";
import type { DraftStore } from "../draft/store.ts";
import buttons from "../parts/controls.module.css";
import { say } from "../words.ts";
import { Adder } from "./adder.tsx";
import { humansOf } from "./humans.ts";
import { InlineChoice } from "./inline-choice.tsx";
import { findingsAt } from "./item-findings.tsx";
import { PartySection } from "./party-section.tsx";
import { partyKinds } from "./party-kinds.ts";
import style from "./people-page.module.css";
import { RegisterFrame } from "./register-frame.tsx";
import { RemovalDialog } from "./removal-dialog.tsx";
import type { Leaving, Sealed } from "./surroundings.ts";
import { usePen, type Pen } from "./use-pen.ts";
import { zones, ZONES } from "./zones.ts";

// Seldom wanted, and it brings the rules along.
const LeavingDialog = lazy(() => import("../leaving/leaving-dialog.tsx"));

/** Organisations, the roles they put into the matrix, and the people who hold them. */
export function PeoplePage({ store, sealed, upkeep }: { readonly store: DraftStore; readonly sealed?: Sealed; readonly upkeep?: Upkeep }) {
  const pen = usePen(store);
  const { document, findings } = pen;
  const [search, setSearch] = useState("");
  const [leaving, setLeaving] = useState<Leaving>();
  /** Whose leaving is being prepared; whoever is still to be chosen. */
  const [going, setGoing] = useState<Leaver | "somebody">();
  const words = useDeferredValue(search).trim().toLowerCase();
  const humans = useMemo(() => humansOf(document), [document]);
  const found = useMemo(() => findingsAt(findings), [findings]);
  const fits = (name: string): boolean => words === "" || name.toLowerCase().includes(words);
  const people = document.people ?? [];
  // Where nothing fits at all, an empty page would look like an empty matrix.
  const any = document.roles.some(({ name }) => fits(name)) || people.some(({ name }) => fits(name));
  return (
    <RegisterFrame
      title={say("people.title")}
      lead={say("people.lead")}
      pen={pen}
      tools={
        <div className={style.tools}>
          {pen.mayWrite && document.roles.length + people.length > 0 ? (
            <Button className={buttons.button} onPress={() => setGoing("somebody")}>
              <LogOut aria-hidden />
              {say("leaving.open")}
            </Button>
          ) : null}
          {document.roles.length + people.length > 8 ? (
            <SearchField className={`${buttons.search} ${style.search}`} aria-label={say("people.search")} value={search} onChange={setSearch}>
              <Search aria-hidden />
              <Input placeholder={say("people.search")} />
              <Button aria-label={say("clear")}>
                <X aria-hidden size={14} />
              </Button>
            </SearchField>
          ) : null}
        </div>
      }
    >
      {document.parties.length === 0 ? (
        <div className={style.empty}>
          <h2>{say("people.empty")}</h2>
          <p>{say("people.empty.how")}</p>
        </div>
      ) : null}
      {!any && words !== "" ? <p className={style.nothing}>{say("people.none", { words: search.trim() })}</p> : null}
      {document.parties.map((party) => (
        <PartySection
          key={party.id}
          party={party}
          roles={document.roles.filter((role) => role.party === party.id && fits(role.name))}
          people={people.filter((person) => person.party === party.id && fits(person.name))}
          searching={words !== ""}
          humans={humans}
          found={found}
          pen={pen}
          sealed={sealed}
          upkeep={upkeep}
          onLeave={setLeaving}
        />
      ))}
      {pen.mayWrite && words === "" ? <PartyAdder pen={pen} /> : null}
      <datalist id={ZONES}>
        {zones().map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      {upkeep?.asked ? <AskedDialog asked={upkeep.asked} nameOf={humans.nameOf} onClose={upkeep.forget} /> : null}
      {leaving ? (
        <RemovalDialog
          {...leaving}
          pen={pen}
          others={(leaving.kind === "role" ? document.roles : leaving.kind === "person" ? people : document.parties).filter(({ id }) => id !== leaving.id).map(({ id, name }) => ({ value: id, label: leaving.kind === "role" ? humans.roleName(id) : leaving.kind === "person" ? humans.nameOf(id) : name }))}
          {...(leaving.kind === "person" || leaving.kind === "role" || leaving.kind === "party" ? { onHandOver: () => (setGoing({ ...leaving, kind: leaving.kind } as Leaver), setLeaving(undefined)) } : {})}
          onClose={() => setLeaving(undefined)}
        />
      ) : null}
      {going ? <Suspense fallback={null}><LeavingDialog pen={pen} first={going === "somebody" ? undefined : going} onClose={() => setGoing(undefined)} /></Suspense> : null}
    </RegisterFrame>
  );
}

function PartyAdder({ pen }: { readonly pen: Pen }) {
  const free = (["client", "provider"] as const).find((kind) => !pen.document.parties.some((party) => party.kind === kind)) ?? "vendor";
  const [kind, setKind] = useState<PartyKind>();
  return (
    <div className={style.newParty}>
      <Adder
        label={say("people.party.add")}
        hint={say(`party.${kind ?? free}`)}
        onAdd={(name) => {
          const id = idFrom(name, new Set(pen.document.parties.map((party) => party.id)));
          pen.write([{ do: "add", kind: "party", item: { id, name, kind: kind ?? free } }], say("register.added", { name }));
          setKind(undefined);
        }}
      >
        <span className={style.newKind}>
          <InlineChoice label={say("people.party.new-kind")} value={kind ?? free} choices={partyKinds()} onChoose={(chosen) => setKind(chosen as PartyKind)} mayWrite />
        </span>
      </Adder>
    </div>
  );
}
