import { i18n } from "@lingui/core";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import type { within } from "./words-within.ts";
import { firstPage } from "./words/first-page.ts";
import { grid } from "./words/grid.ts";
import { registers } from "./words/registers.ts";
import { shell } from "./words/shell.ts";
import { talk } from "./words/talk.ts";

/** The texts the matrix itself needs, in ICU message format, British spelling. */
export const en = { ...firstPage, ...grid, ...registers, ...shell, ...talk } as const;

export type WordId = keyof typeof en | keyof typeof within;

i18n.setMessagesCompiler(compileMessage);
i18n.load("en-GB", en);
i18n.activate("en-GB");

/** Adds the texts of the rooms behind the first one. To be awaited before any of those is shown. */
export const learn = async (): Promise<void> => i18n.load("en-GB", (await import("./words-within.ts")).within);

/** A text of the catalogue, its blanks filled. */
export const say = (id: WordId, values?: Readonly<Record<string, string | number>>): string => i18n._(id, values as Record<string, unknown> | undefined);
