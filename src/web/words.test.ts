import { expect, test } from "vitest";
import { en } from "./words.ts";
import { account } from "./words/account.ts";
import { firstPage } from "./words/first-page.ts";
import { grid } from "./words/grid.ts";
import { members } from "./words/members.ts";
import { passkeys } from "./words/passkeys.ts";
import { registers } from "./words/registers.ts";
import { settings } from "./words/settings.ts";
import { shell } from "./words/shell.ts";
import { signInRules } from "./words/sign-in-rules.ts";
import { singleSignOn } from "./words/single-sign-on.ts";

test("no text is written in two rooms", () => {
  const all = [firstPage, grid, registers, shell, account, members, settings, passkeys, signInRules, singleSignOn].flatMap((room) => Object.keys(room));
  expect(all.filter((id, at) => all.indexOf(id) !== at)).toEqual([]);
  expect(Object.keys(en).length).toBe(all.length);
});
