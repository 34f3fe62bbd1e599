import { guardsSecurity } from "#core/lint/topics.ts";
import type { Register } from "#core/lint/register.ts";
import type { Row } from "#core/lint/row.ts";
import type { TallyRule } from "#core/lint/rule.ts";

const BUYING = /procure|purchas|contract/i;
const SETTING_UP = /configur/i;
const EARLIER = /requirement|specif|procure|purchas|contract/i;
const SECURITY = /infosec|security/i;

const heard = (row: Row, register: Register): boolean =>
  row.responsible.some(guardsSecurity) || row.accountable.some(guardsSecurity) || row.consulted.some(guardsSecurity) ||
  (row.activity.approvers ?? []).some((id) => { const role = register.roles.get(id); return role !== undefined && guardsSecurity(role); });

export default {
  id: "infosec-late",
  reads: "tally",
  severity: "warning",
  summary: "Security is asked after the thing is bought or built",
  because: "The equipment cannot log or the image breaks the password rules, and now it is the security officer who stops the launch.",
  remedy: "Let a security role approve the requirements before procurement and the policies before configuration.",
  source: "T12 InfoSec before procurement and before configuration",
  avoid: {
    rows: [{ title: "Sign the contract", stage: "procurement", cells: { "Purchasing Manager (client)": "R A", "InfoSec Officer (client)": "I" } }],
    matrix: { stages: [{ id: "procurement", name: "Procurement" }] },
  },
  prefer: {
    rows: [{ title: "Sign the contract", stage: "procurement", cells: { "Purchasing Manager (client)": "R A", "InfoSec Officer (client)": "C" } }],
    matrix: { stages: [{ id: "procurement", name: "Procurement" }] },
  },
  tally(row, register, add) {
    const stage = row.activity.stage === undefined ? undefined : register.stages.get(row.activity.stage)?.name;
    if (stage === undefined) return;
    const buying = BUYING.test(stage);
    const settingUp = SETTING_UP.test(stage);
    if (buying) add("buying");
    if (settingUp) add("setting up");
    const early = buying || EARLIER.test(stage);
    if (!early && !settingUp) return;
    if (!SECURITY.test(row.activity.title) && !heard(row, register)) return;
    if (early) add("heard before buying");
    add("heard before setting up");
  },
  checkTally(counts, { document }, report) {
    const promised = (which: RegExp) => document.stages?.some(({ name, input }) => which.test(name) && SECURITY.test(input ?? "")) ?? false;
    if (counts.has("buying") && !counts.has("heard before buying") && !promised(EARLIER)) report({ message: "no security role is asked before or during procurement" });
    if (counts.has("setting up") && !counts.has("heard before setting up") && !promised(SETTING_UP)) report({ message: "no security role is asked before or during configuration" });
  },
} satisfies TallyRule;
