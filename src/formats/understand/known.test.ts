import { describe, expect, it } from "vitest";
import type { MatrixDocument } from "#core/model/document.ts";
import { importFile } from "../import-file.ts";
import { mergeInto } from "../merge.ts";

const known: MatrixDocument = {
  remit: 1, title: "Who does what", activities: [],
  parties: [{ id: "acme", name: "Acme", kind: "client" }, { id: "nordsec", name: "NordSec", kind: "provider" }],
  roles: [{ id: "ciso", name: "CISO", party: "acme" }, { id: "soc", name: "SOC", party: "nordsec" }],
};
const read = (text: string, choices = {}) => importFile(new TextEncoder().encode(text), "m.csv", choices, known);
const cast = ({ roles, parties }: MatrixDocument) => roles.map(({ name, party }) => `${name}: ${parties.find(({ id }) => id === party)?.name}`);

describe("a sheet brought to a matrix that knows its people", () => {
  it("leaves roles with the party they have there", async () => {
    const { document, report } = await read("Activity,CISO,SOC,Plant Manager\nWatch,A,R,I\n");
    expect(cast(document)).toEqual(["CISO: Acme", "SOC: NordSec", "Plant Manager: Acme"]);
    expect(cast(mergeInto(known, document, report).document)).toEqual(["CISO: Acme", "SOC: NordSec", "Plant Manager: Acme"]);
  });
  it("knows which side its organisations are on", async () => {
    const { document, report } = await read("Activity,CISO (Acme),SOC (NordSec),Service Mgr NordSec\nWatch,A,R,I\n");
    expect(cast(document)).toEqual(["CISO: Acme", "SOC: NordSec", "Service Mgr NordSec: NordSec"]);
    expect(report.questions.filter(({ assumed }) => assumed)).toEqual([]);
  });
  it("does what the reader answers all the same", async () => {
    const { document } = await read("Activity,CISO,SOC (MSSP),Tester\nWatch,A,R,C\n", { "side:Tester": "provider" });
    expect(cast(document)).toContain("Tester: NordSec");
  });
});
