import { expect, test } from "vitest";
import { domainsIn } from "./sign-in-rules.ts";

test.each([
  ["", []],
  ["Alder.example", ["alder.example"]],
  ["@alder.example, ana@brightwell.example;\n third.example ,", ["alder.example", "brightwell.example", "third.example"]],
])("%j names %j", (words, domains) => expect(domainsIn(words)).toEqual(domains));
