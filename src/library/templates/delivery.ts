import { clauses } from "../clauses.ts";
import { LAUNCH_ROWS } from "./delivery-launch-rows.ts";
import { PROJECT_ROWS } from "./delivery-project-rows.ts";
import { SERVICE_ROWS } from "./delivery-service-rows.ts";
import { STAGES } from "./delivery-stages.ts";
import { CALENDARS, SEVERITIES } from "./incident-basics.ts";
import type { TemplateWords } from "./words.ts";

/** Equipment or a system delivered, installed and handed to support: ten stages, each with its owner. */
export const DELIVERY: TemplateWords = {
  id: "delivery",
  title: "Delivery and implementation",
  about: "Who owns what from the requirements to the day on which service takes over. Acceptance and commissioning are apart, and so are warranty and paid work. Approve it together with the project schedule, and name the people who accept.",
  covers: "delivery",
  cast: [
    "c.exec", { key: "c.pm", id: "project-manager", name: "Project Manager", side: "client", function: "IT", coordinator: true }, "c.proc",
    { key: "c.buyer", id: "contract-buyer", name: "Contract Buyer", side: "client", function: "Procurement" },
    "c.it", "c.infra", "c.app", "c.sec", { key: "c.secadm", id: "security-administrator", name: "Security Administrator", side: "client", function: "InfoSec" },
    "c.legal", "c.ware", "c.users", "i.lead", "i.eng", "p.sdm", "p.desk", "p.eng",
    { key: "v.sales", id: "supplier-delivery-coordinator", name: "Supplier Delivery Coordinator", side: "vendor", function: "Delivery" },
    { key: "v.svc", id: "warranty-service-contact", name: "Warranty Service Contact", side: "vendor", function: "Service" },
  ],
  others: [
    { id: "integrator", name: "Your integrator", kind: "integrator" },
    { id: "vendor", name: "Your supplier", kind: "vendor" },
  ],
  rows: [...PROJECT_ROWS, ...LAUNCH_ROWS, ...SERVICE_ROWS],
  appliesTo: Object.fromEntries(STAGES.map((stage) => [stage.id, ["new-equipment"]])),
  parts: {
    scope: [{ id: "new-equipment", name: "The equipment of this project (list yours)", kind: "equipment", owner: "c.it", installs: "i.eng", configures: "i.eng", monitors: "p.eng" }],
    stages: STAGES,
    clauses: clauses("supplement", "service-levels", "review", "exit"),
    calendars: CALENDARS,
    severities: SEVERITIES,
    events: [
      // The first day in the new office: no grade and no path, each symptom goes straight to whoever can help.
      { id: "no-power", name: "PC does not power on", symptoms: ["the screen stays black, no light is on"], route: ["p.desk", "v.svc"] },
      { id: "no-access", name: "Network is there, systems are not", symptoms: ["web pages open, sign-in or folders fail"], route: ["c.infra", "c.sec"] },
      { id: "software-missing", name: "Required software is not installed", symptoms: ["a program everybody was promised is missing"], route: ["c.infra", "i.eng"] },
      { id: "wrong-model", name: "Wrong model or missing components", symptoms: ["the box does not hold what the list says"], route: ["c.proc", "v.sales"] },
      { id: "assembled-wrongly", name: "Assembled wrongly, or screen and peripherals not connected", symptoms: ["screen, keyboard or printer is dead, the PC runs"], route: ["i.eng", "i.lead"] },
      { id: "failed-acceptance", name: "Equipment fails acceptance", symptoms: ["a shortage, damage or a failed test is found at acceptance"], verbs: ["acceptance.sign", "replacement.approve", "dispute.decide"], route: ["c.proc", "v.sales"] },
      { id: "launch-missed", name: "Launch window missed", symptoms: ["the window ends and users cannot work", "a critical test fails"], verbs: ["launch.approve", "handoff.accept", "dispute.decide"], route: ["c.pm", "c.exec"] },
    ],
    escalationPaths: [
      {
        id: "contentious", name: "Urgent and contentious", events: ["failed-acceptance", "launch-missed"],
        steps: [
          { after: "PT0M", roles: ["c.pm"], channels: ["voice"], waitPerAttempt: "PT5M", acknowledgeWithin: "PT10M" },
          { after: "PT30M", roles: ["c.proc", "c.it", "i.lead"], channels: ["voice"], waitPerAttempt: "PT5M", acknowledgeWithin: "PT15M" },
          { after: "PT2H", roles: ["c.exec"], channels: ["voice"], waitPerAttempt: "PT5M", acknowledgeWithin: "PT30M" },
        ],
      },
    ],
    decisionRights: [
      { id: "requirements", verb: "requirements.approve", role: "c.exec" },
      { id: "accept", verb: "acceptance.sign", role: "c.proc" },
      { id: "access", verb: "access.issue", role: "c.it" },
      { id: "launch", verb: "launch.approve", role: "c.sec" },
      { id: "no-launch-by-integrator", verb: "launch.approve", role: "i.lead", deny: true },
      { id: "handover", verb: "handoff.accept", role: "p.sdm" },
      { id: "warranty", verb: "warranty.confirm", role: "p.sdm" },
      { id: "replacement", verb: "replacement.approve", role: "c.proc" },
      { id: "close", verb: "incident.close", role: "c.it" },
      { id: "disputes", verb: "dispute.decide", role: "c.exec" },
    ],
    kept: [
      { id: "procurement", what: "Procurement and contract", role: "c.proc" },
      { id: "policy", what: "Security policy of the new systems", role: "c.sec" },
    ],
  },
};
