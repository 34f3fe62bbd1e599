import { describe, expect, it } from "vitest";
import { importFile } from "../import-file.ts";
import { statedParties } from "./stated-parties.ts";

const read = (text: string, choices = {}, name = "m.csv") => importFile(new TextEncoder().encode(text), name, choices);
type Read = Awaited<ReturnType<typeof read>>;
const cast = ({ document }: Read) => document.roles.map(({ name, party }) => `${name}: ${document.parties.find(({ id }) => id === party)?.name}`);
const sides = ({ document }: Read) => document.parties.map(({ name, kind }) => `${name} ${kind}`);
const conditions = ({ document }: Read) => document.activities.flatMap((row) => row.assignments.flatMap(({ condition }) => condition ?? []));

describe("an organisation in brackets behind posts", () => {
  const names = "Activity,Responsible,Accountable,Consulted\nAccept risk,Security Engineer (Northgate),SOC Manager (Northgate),CISO\nPatch servers,IT Ops Manager,CISO,Security Engineer (Northgate) if affected\nWatch,SOC Manager,CISO,\n";
  it("is the provider until somebody says otherwise, and no condition", async () => {
    const result = await read(names);
    expect(sides(result)).toEqual(["Client client", "Northgate provider"]);
    expect(cast(result)).toEqual(["Security Engineer: Northgate", "SOC Manager: Northgate", "CISO: Client", "IT Ops Manager: Client"]);
    expect(conditions(result)).toEqual(["if affected"]);
    expect(result.report.questions.find(({ id }) => id === "organisation:m:Northgate")).toMatchObject({ chosen: "provider", assumed: true, places: "B2, C2 and D3" });
  });
  it("is what the reader says it is", async () => {
    expect(sides(await read(names, { "organisation:*:Northgate": "vendor" }))).toEqual(["Client client", "Northgate vendor"]);
    expect(conditions(await read(names, { "organisation:*:Northgate": "leave-out" }))).toEqual(["Northgate", "Northgate", "Northgate if affected"]);
  });
  it("is known from a title or the name of the file, even behind one post", async () => {
    const once = "Activity,Responsible,Accountable\nPatch,Engineer (Northgate),CISO\n";
    const alone = await read(once);
    expect(sides(alone)).toEqual(["Organisation client"]);
    expect(alone.report.questions).toMatchObject([{ id: "organisation:m:Northgate", chosen: "leave-out", assumed: true }]);
    expect(sides(await read(once, {}, "RACI Northgate 2026.csv"))).toEqual(["Client client", "Northgate provider"]);
    expect(sides(await read(`Harbour Foods and Northgate: who does what,,\n${once}`))).toEqual(["Client client", "Northgate provider"]);
  });
  it("may stand in headers of letters", async () => {
    const result = await read("Activity,CISO (Harbour),Legal (Harbour),SOC Analyst (Northgate),SOC Manager (Northgate)\nWatch,A,I,R,C\n");
    expect(cast(result)).toEqual(["CISO: Harbour", "Legal: Harbour", "SOC Analyst: Northgate", "SOC Manager: Northgate"]);
    expect(result.report.questions.map(({ id, chosen }) => [id, chosen])).toEqual([["organisation:m:Harbour", "client"], ["organisation:m:Northgate", "provider"]]);
  });
  it("the plain words keep their meaning without a question", async () => {
    const result = await read("Activity,Responsible,Accountable\nWatch,Analyst (MSSP),CISO (client)\nScan,Analyst,CISO\n");
    expect(cast(result)).toEqual(["Analyst: MSSP", "CISO: Client"]);
    expect(result.report.questions).toEqual([]);
  });
  it.each(["if affected", "Sev 1", "Sev 1 only", "night", "Finance", "evidence", "drafts", "L2"])("conditions and departments are none: %s", async (words) => {
    const result = await read(`Activity,Responsible,Accountable\nWatch,Analyst (${words}),CISO\nScan,Engineer (${words}),CISO\n`);
    expect(conditions(result)).toEqual([words, words]);
    expect(result.report.questions).toEqual([]);
  });
  it("holders in brackets are none", async () => {
    const result = await read("Activity,Responsible,Accountable\nWatch,Analyst (Ana Ortiz),CISO (Ben Blum)\nScan,Engineer (Cy Dorn),IT Manager (Ben Blum)\nTest,Tester (Dan Erl),CISO (Ben Blum)\n");
    expect(result.document.parties).toHaveLength(1);
  });
});

describe("parties that a sheet names", () => {
  it.each([
    ["Client = Kestrel, MSSP = Northgate", "Client Kestrel client, MSSP Northgate provider"],
    ["Last changed: 12/05/2026 by J. Whitfield. Client = Kestrel, MSSP = Northgate Managed Security", "Client Kestrel client, MSSP Northgate Managed Security provider"],
    ["Customer: Harbour Foods plc", "Customer Harbour Foods plc client"], ["Harbour Foods = client", "client Harbour Foods client"],
    ["R = Responsible", ""], ["Client = Customer", ""], ["the client is informed", ""],
  ])("%s", (text, expected) => expect(statedParties(text).map(({ word, name, kind }) => `${word} ${name} ${kind}`).join(", ")).toBe(expected));
  it("give the sides of the matrix their names", async () => {
    const rows = "Activity,CISO (Client),SOC Manager (MSSP)\nWatch,A,R\n";
    const result = await read(`"Client = Kestrel, MSSP = Northgate",,\n${rows}`);
    expect(cast(result)).toEqual(["CISO: Kestrel", "SOC Manager: Northgate"]);
    expect(sides(result)).toEqual(["Kestrel client", "Northgate provider"]);
    expect(sides(await read(`Client,Kestrel,\nProvider,Northgate,\n,,\n${rows}`))).toEqual(["Kestrel client", "Northgate provider"]);
  });
});

describe("a post that says no side among posts that do", () => {
  it("is asked about", async () => {
    const text = "Activity,CISO (Client),SOC Manager (MSSP),SOC Analyst\nWatch,A,R,C\n";
    const { report } = await read(text);
    expect(report.questions).toMatchObject([{ id: "side:SOC Analyst", assumed: true }]);
    expect((await read("Activity,CISO,Internal Audit\nWatch,A,R\n")).report.questions).toEqual([]);
    expect(cast(await read(text, { "side:SOC Analyst": "provider" }))).toEqual(["CISO: Client", "SOC Manager: MSSP", "SOC Analyst: MSSP"]);
  });
});

describe("two organisations, each behind one post", () => {
  const text = "Activity,CISO (Acme),SOC (NordSec),Service Mgr NordSec,IT Manager\nWatch,A,R,I,C\n";
  it("are the client with its usual posts, and the provider", async () => {
    const result = await read(text);
    expect(cast(result)).toEqual(["CISO: Acme", "SOC: NordSec", "Service Mgr NordSec: NordSec", "IT Manager: Acme"]);
    expect(result.report.questions.map(({ id, chosen, assumed }) => [id, chosen, assumed]).slice(0, 2)).toEqual([["organisation:m:Acme", "client", true], ["organisation:m:NordSec", "provider", true]]);
  });
  it("take every post with their name along when one is answered", async () => {
    expect(cast(await read(text, { "organisation:*:NordSec": "vendor" }))).toContain("Service Mgr NordSec: NordSec");
    const apart = "Activity,Lead (Kestrel),Service Mgr NordSec,Coordinator (NordSec)\nWatch,A,R,I\n";
    expect(cast(await read(apart, { "organisation:*:NordSec": "provider", "organisation:*:Kestrel": "client" }))).toEqual(["Lead: Kestrel", "Service Mgr NordSec: NordSec", "Coordinator: NordSec"]);
  });
  it("are on no side where nothing says so", async () => {
    const { report } = await read("Activity,Lead (Kestrel),Coordinator (Northgate)\nWatch,A,R\n");
    expect(report.questions.map(({ chosen, assumed }) => [chosen, assumed])).toEqual([["leave-out", true], ["leave-out", true]]);
  });
});
