import { i18n } from "@lingui/core";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import { coverage } from "./words/coverage.ts";
import { who } from "./words/who.ts";
import { account } from "./words/account.ts";
import { contacts } from "./words/contacts.ts";
import { duty } from "./words/duty.ts";
import { breakGlass } from "./words/break-glass.ts";
import { authority } from "./words/authority.ts";
import { drillWords } from "./words/drill.ts";
import { firstPage } from "./words/first-page.ts";
import { grid } from "./words/grid.ts";
import { guests } from "./words/guests.ts";
import { history } from "./words/history.ts";
import { members } from "./words/members.ts";
import { person } from "./words/person.ts";
import { registers } from "./words/registers.ts";
import { settings } from "./words/settings.ts";
import { shell } from "./words/shell.ts";
import { talk } from "./words/talk.ts";
import { webhooks } from "./words/webhooks.ts";
import { transfer } from "./words/transfer.ts";
import { passkeys } from "./words/passkeys.ts";
import { signInRules } from "./words/sign-in-rules.ts";
import { singleSignOn } from "./words/single-sign-on.ts";

/** Every text of the pages, in ICU message format, British spelling. */
export const en = { ...firstPage, ...grid, ...registers, ...contacts, ...duty, ...shell, ...who, ...coverage, ...account, ...members, ...guests, ...webhooks, ...settings, ...talk, ...history, ...transfer, ...person, ...passkeys, ...signInRules, ...singleSignOn, ...breakGlass, ...authority, ...drillWords } as const;

export type WordId = keyof typeof en;

i18n.setMessagesCompiler(compileMessage);
i18n.load("en-GB", en);
i18n.activate("en-GB");

/** A text of the catalogue, its blanks filled. */
export const say = (id: WordId, values?: Readonly<Record<string, string | number>>): string => i18n._(id, values as Record<string, unknown> | undefined);
