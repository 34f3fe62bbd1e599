import type { RegisterRule } from "#core/lint/rule.ts";

export default {
  id: "role-is-an-inbox",
  reads: "register",
  severity: "warning",
  summary: "A role is a mailbox or a queue",
  because: "A queue records that something came in. It decides nothing, and at night nobody reads it.",
  remedy: "Name the post that answers for the queue, and keep the address as one of its contacts.",
  source: "product B2, B4; T6: a shared inbox or queue may only track",
  avoid: { rows: [{ title: "Take incident reports", cells: { "support@provider.example (provider)": "R", "Security Lead": "A" } }] },
  prefer: { rows: [{ title: "Take incident reports", cells: { "Service Desk Manager (provider)": "R", "Security Lead": "A" } }] },
  checkRegister(register, report) {
    for (const role of register.roles.values())
      if (role.inbox) report({ message: `\`${role.name}\` is an inbox, and an inbox cannot act; name the post that reads it`, at: { kind: "role", id: role.id, field: "name" } });
  },
} satisfies RegisterRule;
