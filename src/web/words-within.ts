import { account } from "./words/account.ts";
import { appendix } from "./words/appendix.ts";
import { authority } from "./words/authority.ts";
import { breakGlass } from "./words/break-glass.ts";
import { compareWords } from "./words/compare.ts";
import { contacts } from "./words/contacts.ts";
import { coverage } from "./words/coverage.ts";
import { drillWords } from "./words/drill.ts";
import { duty } from "./words/duty.ts";
import { guests } from "./words/guests.ts";
import { history } from "./words/history.ts";
import { leaving } from "./words/leaving.ts";
import { members } from "./words/members.ts";
import { minuteTest } from "./words/minute-test.ts";
import { passkeys } from "./words/passkeys.ts";
import { person } from "./words/person.ts";
import { readiness } from "./words/readiness.ts";
import { review } from "./words/review.ts";
import { settings } from "./words/settings.ts";
import { signInRules } from "./words/sign-in-rules.ts";
import { singleSignOn } from "./words/single-sign-on.ts";
import { transfer } from "./words/transfer.ts";
import { versions } from "./words/versions.ts";
import { webhooks } from "./words/webhooks.ts";
import { who } from "./words/who.ts";

/** The texts of the rooms behind the matrix: loaded with them, so that the first one stays light. */
export const within = { ...who, ...versions, ...coverage, ...authority, ...readiness, ...review, ...drillWords, ...breakGlass, ...appendix, ...contacts, ...duty, ...account, ...leaving, ...members, ...minuteTest, ...guests, ...webhooks, ...settings, ...history, ...transfer, ...person, ...passkeys, ...signInRules, ...singleSignOn, ...compareWords } as const;
