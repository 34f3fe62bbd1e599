import { expect, it } from "vitest";
import { lint } from "#core/lint/linter.ts";
import { drawn } from "#core/lint/sketch.ts";
import rule from "./placeholder-name.ts";

const said = (name: string) => lint(drawn({ matrix: { parties: [{ id: "client", name, kind: "client" }] } }), [rule], "2026-05-01").map(({ message }) => message);

it.each(["Acme", "ACME", "Jane Doe", "Northwind Foods"])("%s is somebody's name", (name) => expect(said(name)).toEqual([]));
it.each(["<Client name>", "{{provider}}", "[your company]", "XXX", "First name last name"])("%s is a gap of the template", (name) => expect(said(name)).toEqual([`\`${name}\` is a gap of the template, not a name`]));
