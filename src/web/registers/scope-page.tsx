import { EyeOff, Search, X } from "lucide-react";
import { useDeferredValue, useId, useMemo, useState } from "react";
import { Button, Input, SearchField } from "react-aria-components";
import { idFrom } from "#core/model/id.ts";
import type { ScopeItem } from "#core/model/scope.ts";
import { roleLabels } from "#core/model/told-apart.ts";
import type { DraftStore } from "../draft/store.ts";
import buttons from "../parts/controls.module.css";
import { say } from "../words.ts";
import { Adder } from "./adder.tsx";
import { InlineChoice, type Choice } from "./inline-choice.tsx";
import { findingsAt } from "./item-findings.tsx";
import { RegisterFrame } from "./register-frame.tsx";
import { RemovalDialog } from "./removal-dialog.tsx";
import { coverOf, scopeGroups, unwatched, type ScopeKind } from "./scope-groups.ts";
import { scopeKinds } from "./scope-kinds.ts";
import { ScopeLine } from "./scope-line.tsx";
import style from "./scope-page.module.css";
import { usePen, type Pen } from "./use-pen.ts";

/** What the matrix covers, by kind: who owns each item, who looks after it, and what nobody watches. */
export function ScopePage({ store }: { readonly store: DraftStore }) {
  const pen = usePen(store);
  const { document, findings } = pen;
  const [search, setSearch] = useState("");
  const [leaving, setLeaving] = useState<ScopeItem>();
  const words = useDeferredValue(search).trim().toLowerCase();
  const items = useMemo(() => document.scope ?? [], [document.scope]);
  const found = useMemo(() => findingsAt(findings), [findings]);
  const cover = useMemo(() => coverOf(document), [document]);
  const roles = useMemo(() => {
    const parties = new Map(document.parties.map((party) => [party.id as string, party.name]));
    const labels = roleLabels({ roles: document.roles, parties: document.parties });
    return document.roles.map(({ id, name, party }): Choice => ({ value: id, label: labels.get(id) ?? name, group: parties.get(party) ?? party }));
  }, [document.parties, document.roles]);
  const groups = useMemo(() => scopeGroups(items.filter(({ name }) => name.toLowerCase().includes(words))), [items, words]);
  return (
    <RegisterFrame
      title={say("scope.title")}
      lead={say("scope.lead")}
      pen={pen}
      tools={
        items.length > 8 ? (
          <SearchField className={`${buttons.search} ${style.search}`} aria-label={say("scope.search")} value={search} onChange={setSearch}>
            <Search aria-hidden />
            <Input placeholder={say("scope.search")} />
            <Button aria-label={say("clear")}>
              <X aria-hidden size={14} />
            </Button>
          </SearchField>
        ) : null
      }
    >
      <NotMonitored items={items} />
      {items.length === 0 ? (
        <div className={style.empty}>
          <h2>{say("scope.empty")}</h2>
          <p>{say("scope.empty.how")}</p>
        </div>
      ) : null}
      {items.length > 0 && groups.length === 0 ? <p className={style.nothing}>{say("scope.none", { words: search.trim() })}</p> : null}
      {pen.mayWrite && words === "" ? <ScopeAdder pen={pen} /> : null}
      {groups.map((group) => (
        <section key={group.id} className={style.group} aria-labelledby={`scope-${group.id}`}>
          <div className={style.head}>
            <h2 id={`scope-${group.id}`}>
              {say(`scope.group.${group.id}`)} <small>{say("scope.count", { n: group.items.length })}</small>
            </h2>
            {(["owner", "installs", "configures", "monitors", "ownsTool", "covered"] as const).map((field) => (
              <span key={field} aria-hidden>
                {group.id === "places" && field !== "owner" && field !== "covered" ? "" : say(`scope.${field}`)}
              </span>
            ))}
          </div>
          <ul aria-labelledby={`scope-${group.id}`}>
            {group.items.map((item) => (
              <ScopeLine key={item.id} item={item} roles={roles} cover={cover.get(item.id) ?? []} findings={found.get(`scope/${item.id}`)} pen={pen} onLeave={() => setLeaving(item)} />
            ))}
          </ul>
        </section>
      ))}
      {leaving ? (
        <RemovalDialog kind="scope" id={leaving.id} name={leaving.name} pen={pen} others={items.filter(({ id }) => id !== leaving.id).map(({ id, name }) => ({ value: id, label: name }))} onClose={() => setLeaving(undefined)} />
      ) : null}
    </RegisterFrame>
  );
}

/** Always there: what nobody watches must not be a surprise. */
function NotMonitored({ items }: { readonly items: readonly ScopeItem[] }) {
  const title = useId();
  const { leftOut, unsaid } = unwatched(items);
  return (
    <section className={style.unwatched} aria-labelledby={title}>
      <h2 id={title}>
        <EyeOff aria-hidden size={16} />
        {say("scope.not-monitored")}
        <em>{leftOut.length}</em>
      </h2>
      {leftOut.length === 0 ? (
        <p>{say("scope.not-monitored.none")}</p>
      ) : (
        <>
          <p>{say("scope.not-monitored.lead")}</p>
          <ul>
            {leftOut.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        </>
      )}
      {unsaid.length > 0 ? (
        <p className={style.unsaid}>
          {say("scope.not-monitored.unsaid", { n: unsaid.length })} {unsaid.map(({ name }) => name).join(", ")}
        </p>
      ) : null}
    </section>
  );
}

function ScopeAdder({ pen }: { readonly pen: Pen }) {
  const [kind, setKind] = useState<ScopeKind>("server");
  return (
    <div className={style.adder}>
      <Adder
        label={say("scope.add")}
        hint={say("scope.add.hint")}
        onAdd={(name) => pen.write([{ do: "add", kind: "scope", item: { id: idFrom(name, new Set((pen.document.scope ?? []).map(({ id }) => id))), name, kind } }], say("register.added", { name }), say("register.added", { name }))}
      >
        <span className={style.kind}>
          <InlineChoice label={say("scope.add.kind")} value={kind} choices={scopeKinds()} onChoose={(chosen) => setKind(chosen as ScopeKind)} mayWrite />
        </span>
      </Adder>
    </div>
  );
}
