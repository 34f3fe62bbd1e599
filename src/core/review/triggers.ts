/** What calls for a review beside the calendar. */
export const TRIGGERS = [
  "infrastructure-change", "new-application", "new-requirement", "incident", "provider-change", "team-change", "owner-change", "vendor-access", "expansion",
  "repeated-escalations", "missed-obligations", "after-approval", "first-stage",
] as const;
export type Trigger = (typeof TRIGGERS)[number];

export const TRIGGER_WORDS: Readonly<Record<Trigger, string>> = {
  "infrastructure-change": "The infrastructure changed in a major way",
  "new-application": "An application came that the business depends on",
  "new-requirement": "A new compliance or audit requirement",
  incident: "A security incident, or a near miss",
  "provider-change": "The provider changed",
  "team-change": "The internal team changed: somebody came, left or moved",
  "owner-change": "A business owner changed",
  "vendor-access": "A vendor’s access has to change",
  expansion: "New sites, clouds, or ways of working from elsewhere",
  "repeated-escalations": "The same thing was escalated again and again",
  "missed-obligations": "Something owed was not done",
  "after-approval": "The matrix was just approved",
  "first-stage": "The first stage is over: first delivery, pilot, or two weeks of operation",
};
