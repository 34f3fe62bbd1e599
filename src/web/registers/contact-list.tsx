import { Bell, Lock, LockOpen, Mail, MessageSquare, Phone, Plus, Smartphone, X } from "lucide-react";
import { useState } from "react";
import { Button, Form, Input, TextField } from "react-aria-components";
import type { Edit } from "#core/model/edit.ts";
import type { Contact, Person } from "#core/model/party.ts";
import { isStale } from "#core/who/stale.ts";
import { AskButton } from "../contacts/ask-button.tsx";
import { ContactAge } from "../contacts/contact-age.tsx";
import { TestButton } from "../contacts/test-button.tsx";
import type { Upkeep } from "../contacts/use-upkeep.ts";
import buttons from "../parts/controls.module.css";
import { say } from "../words.ts";
import style from "./contact-list.module.css";
import { addContact, removeContact, sealContact } from "./directory-edits.ts";
import { InlineChoice } from "./inline-choice.tsx";
import { reachedBy } from "./namesakes.ts";
import type { Sealed } from "./surroundings.ts";
import type { Pen } from "./use-pen.ts";

const SIGNS = { voice: Phone, sms: Smartphone, push: Bell, chat: MessageSquare, email: Mail } as const;
const KINDS = ["voice", "sms", "push", "chat", "email"] as const satisfies readonly Contact["kind"][];

/** How a person is reached. */
export function ContactList({ person, contacts, pen, sealed, upkeep }: { readonly person: Person; readonly contacts: readonly Contact[]; readonly pen: Pen; readonly sealed: Sealed | undefined; readonly upkeep: Upkeep | undefined }) {
  const [adding, setAdding] = useState(false);
  const write = (edits: readonly Edit[], told?: string): void => {
    pen.write(edits, say("register.set", { field: say("people.contacts"), name: person.name }), told);
    sealed?.onWritten();
  };
  // Only a side itself keeps its numbers from the other one.
  const own = sealed !== undefined && sealed.party === person.party;
  const side = pen.document.parties.find(({ id }) => id === person.party)?.name ?? person.party;
  const asks = upkeep?.mayAsk(person.party) === true && contacts.some((one) => isStale(one, Math.floor(Date.now() / 60_000)));
  return (
    <div className={style.contacts}>
      {contacts.map((contact) => {
        const Sign = SIGNS[contact.kind];
        const value = contact.value ?? sealed?.values.get(contact.id);
        return (
          <span key={contact.id} className={style.contact}>
            <Sign aria-hidden size={13} />
            <span className="unseen">{say(`people.contact.${contact.kind}`)}: </span>
            <span className={value === undefined ? style.none : undefined}>{value ?? (own ? say("people.contact.gone") : say("people.contact.hidden", { party: side }))}</span>
            {contact.private && value !== undefined ? <em>{say("people.contact.own.mark")}</em> : null}
            {contact.shared ? <em>{say("people.contact.shared.mark")}</em> : null}
            {contact.shared ? null : <ContactAge contact={contact} />}
            <span className={style.tools}>
              {upkeep?.mayAsk(person.party) && contact.shared !== true && value !== undefined ? <TestButton contact={contact} value={value} name={person.name} upkeep={upkeep} /> : null}
              {pen.mayWrite && own && value !== undefined ? (
                <button type="button" aria-label={say(contact.private ? "people.contact.unseal" : "people.contact.seal", { value })} title={say(contact.private ? "people.contact.unseal" : "people.contact.seal", { value })} onClick={() => write(sealContact(contact, !contact.private, value), contact.private ? undefined : say("people.contact.seal.why"))}>
                  {contact.private ? <LockOpen aria-hidden size={13} /> : <Lock aria-hidden size={13} />}
                </button>
              ) : null}
              {pen.mayWrite ? (
                <button type="button" aria-label={say("people.contact.remove", { value: value ?? say(`people.contact.${contact.kind}`) })} onClick={() => write(removeContact(contact.id), contact.private ? say("people.contact.remove.private") : undefined)}>
                  <X aria-hidden size={13} />
                </button>
              ) : null}
            </span>
          </span>
        );
      })}
      {contacts.length === 0 && !pen.mayWrite ? <span className={style.none}>{say("people.contact.none")}</span> : null}
      <span className={style.deeds} data-quiet={(contacts.length > 0 && !asks) || undefined}>
        {!pen.mayWrite || adding ? null : (
          <button type="button" className={style.add} aria-label={say("people.contact.add", { name: person.name })} onClick={() => setAdding(true)}>
            <Plus aria-hidden size={13} />
            {say("people.contact.add.short")}
          </button>
        )}
        {upkeep?.mayAsk(person.party) && contacts.some(({ shared }) => shared !== true) ? <AskButton person={person} contacts={contacts} upkeep={upkeep} /> : null}
      </span>
      {adding ? (
        <NewContact
          own={own ? side : undefined}
          whose={(value) => reachedBy(pen.document, value, person.id)?.name}
          onDone={(said) => {
            setAdding(false);
            if (said) write(addContact(pen.document, person.id, said));
          }}
        />
      ) : null}
    </div>
  );
}

interface NewProps {
  /** The name of one's own side, where it may keep this to itself. */
  readonly own: string | undefined;
  readonly whose: (value: string) => string | undefined;
  readonly onDone: (said?: Pick<Contact, "kind" | "value" | "shared" | "private">) => void;
}

function NewContact({ own, whose, onDone }: NewProps) {
  const [kind, setKind] = useState<Contact["kind"]>("voice");
  const [value, setValue] = useState("");
  const [shared, setShared] = useState(false);
  const [hidden, setHidden] = useState(false);
  const other = shared || value.trim() === "" ? undefined : whose(value.trim());
  return (
    <Form
      className={style.form}
      onSubmit={(event) => {
        event.preventDefault();
        onDone(value.trim() === "" ? undefined : { kind, value: value.trim(), ...(shared ? { shared } : {}), ...(hidden ? { private: true } : {}) });
      }}
    >
      <InlineChoice label={say("people.contact.kind")} value={kind} choices={KINDS.map((each) => ({ value: each, label: say(`people.contact.${each}`) }))} onChoose={(chosen) => setKind(chosen as Contact["kind"])} mayWrite />
      <TextField aria-label={say("people.contact.value")} value={value} onChange={setValue} maxLength={300} autoFocus>
        <Input placeholder={say("people.contact.value")} onKeyDown={(event) => event.key === "Escape" && onDone()} />
      </TextField>
      <label>
        <input type="checkbox" checked={shared} onChange={(event) => setShared(event.target.checked)} /> {say("people.contact.shared")}
      </label>
      {own === undefined ? null : (
        <label>
          <input type="checkbox" checked={hidden} onChange={(event) => setHidden(event.target.checked)} /> {say("people.contact.own", { party: own })}
        </label>
      )}
      {other === undefined ? null : (
        <p role="status" className={style.known}>
          {say("people.contact.known", { name: other })}
        </p>
      )}
      <Button type="submit" className={buttons.button ?? ""}>
        {say(other === undefined ? "register.add" : "people.contact.anyway")}
      </Button>
      <Button className={`${buttons.button} ${buttons.quiet}`} onPress={() => onDone()}>
        {say("cancel")}
      </Button>
    </Form>
  );
}
