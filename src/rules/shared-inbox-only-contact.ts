import type { RegisterRule } from "#core/lint/rule.ts";
import type { Contact } from "#core/model/party.ts";

const COMMON = /^(support|help|help-?desk|service-?desk|info|office|contact|it|soc|noc|security|alerts?|admin|ops|team)[@.+-]/i;

export default {
  id: "shared-inbox-only-contact",
  reads: "register",
  severity: "warning",
  summary: "A person can be reached only through a shared inbox",
  because: "A shared inbox tracks a case; it wakes nobody, and nobody knows whether the person has read it.",
  remedy: "Add a way to the person: a phone number, or a channel of their own.",
  source: "product B4; T6: a shared inbox or queue may only track",
  avoid: {
    people: { "Ana Ortiz": ["Security Lead"] },
    matrix: { directory: { contacts: [{ id: "c1", person: "ana-ortiz", kind: "email", value: "soc@client.example", shared: true }] } },
  },
  prefer: {
    people: { "Ana Ortiz": ["Security Lead"] },
    matrix: {
      directory: {
        contacts: [
          { id: "c1", person: "ana-ortiz", kind: "email", value: "soc@client.example", shared: true },
          { id: "c2", person: "ana-ortiz", kind: "voice", value: "+1 555 0100" },
        ],
      },
    },
  },
  checkRegister(register, report) {
    const shared = ({ shared, kind, value }: Contact): boolean => shared === true || (kind === "email" && value !== undefined && COMMON.test(value));
    for (const [id, contacts] of register.contactsOf) {
      const person = register.people.get(id);
      if (person && contacts.every(shared)) report({ message: `${person.name} can be reached only through a shared inbox`, at: { kind: "person", id } });
    }
  },
} satisfies RegisterRule;
