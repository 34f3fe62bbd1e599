import type { Clause } from "#core/model/clause.ts";

/** Clauses to start from: T16 and F4, review and exit. Both sides edit them; none is legal advice. */
export const CLAUSES = [
  {
    id: "supplement",
    title: "What this appendix is",
    text: "This appendix says who does what between {client} and {provider}. It supplements the service agreement between them and never replaces it; where the two differ, the service agreement holds.",
  },
  {
    id: "service-levels",
    title: "Service levels",
    text: "A time or a target binds only where it is marked as negotiated. What is marked \u201cnot negotiated\u201d is a sample to talk about, and nobody owes it.",
  },
  {
    id: "breach-notice",
    title: "Notice of incidents",
    text: "{provider} tells {client} of a security incident, or of a suspected breach of data, within {breach-notice}. The notice does not wait until the cause is known.",
  },
  {
    id: "filings",
    title: "Logs for regulatory filings",
    text: "{provider} gives {client} the logs and facts that a notice to a regulator needs, early enough for the deadline of that notice. To determine that a notice is due, and to give it, stays with {client}.",
  },
  {
    id: "log-export",
    title: "Export of logs",
    text: "{provider} exports the logs it keeps for {client} within 24 hours of a request, in a form that can be read without {provider}.",
  },
  {
    id: "controls",
    title: "Controls the provider manages",
    text: "{provider} manages these controls for {client}, each as far as the activities of this appendix say: {controls}. {provider} keeps the list current and hands it out on request.",
  },
  {
    id: "monthly-reports",
    title: "Monthly reports",
    text: "Every month {client} receives a report on patches from {patch-reporter} and a report on backups from {backup-reporter}. Each says what was done, what failed and what is still open.",
  },
  {
    id: "restore-reports",
    title: "Reports of restore tests",
    text: "The report of every restore test is signed by {restore-report-signer}. A report without a signature proves no restore.",
  },
  {
    id: "key-holder",
    title: "Keys of encrypted backups",
    text: "The keys of encrypted backups are held by {key-holder}. Where the second copy lies, and the steps to recover with it, are written down and known to {client}.",
  },
  {
    id: "review",
    title: "Review",
    text: "{client} and {provider} review this appendix every {review-every}. They do so without waiting for that day after a change of systems, suppliers, people or requirements, and after an incident that showed a gap. What is changed holds once every party has signed it.",
  },
  {
    id: "exit",
    title: "Exit and hand-over",
    text: "When the service ends, {provider} hands each of its duties over to whom {client} names: open work, records and evidence, configurations, credentials and keys. Until {client} has accepted the hand-over in writing, {provider} performs them as before. Then its access is withdrawn, and {provider} returns or deletes the data it still holds and confirms that in writing.",
  },
] as const satisfies readonly Clause[];

type ClauseId = (typeof CLAUSES)[number]["id"];

/** Those of a matrix that has nothing to fill the others with, in their usual order. */
export const clauses = (...ids: readonly ClauseId[]): Clause[] => CLAUSES.filter(({ id }) => ids.includes(id));
