import { account } from "./words/account.ts";
import { authority } from "./words/authority.ts";
import { breakGlass } from "./words/break-glass.ts";
import { contacts } from "./words/contacts.ts";
import { coverage } from "./words/coverage.ts";
import { drillWords } from "./words/drill.ts";
import { duty } from "./words/duty.ts";
import { guests } from "./words/guests.ts";
import { history } from "./words/history.ts";
import { members } from "./words/members.ts";
import { passkeys } from "./words/passkeys.ts";
import { person } from "./words/person.ts";
import { settings } from "./words/settings.ts";
import { signInRules } from "./words/sign-in-rules.ts";
import { singleSignOn } from "./words/single-sign-on.ts";
import { transfer } from "./words/transfer.ts";
import { versions } from "./words/versions.ts";
import { webhooks } from "./words/webhooks.ts";
import { who } from "./words/who.ts";

/** The texts of the rooms behind the matrix: loaded with them, so that the first one stays light. */
export const within = { ...who, ...versions, ...coverage, ...authority, ...drillWords, ...breakGlass, ...contacts, ...duty, ...account, ...members, ...guests, ...webhooks, ...settings, ...history, ...transfer, ...person, ...passkeys, ...signInRules, ...singleSignOn } as const;
