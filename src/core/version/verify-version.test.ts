import { generateKeyPairSync, sign, verify, type KeyObject } from "node:crypto";
import { describe, expect, test } from "vitest";
import { canonicalText } from "../model/canonical.ts";
import { sealWords, withdrawalWords, type SignedVersion } from "./signed-version.ts";
import { digestOfText, fingerprintOf, verifyVersion } from "./verify-version.ts";

const pair = generateKeyPairSync("ed25519");
const raw = (key: KeyObject): string => (key.export({ format: "der", type: "spki" }) as Buffer).subarray(-32).toString("base64");
const key = raw(pair.publicKey);
const sealed = (words: string): string => sign(null, Buffer.from(words), pair.privateKey).toString("base64");
const holds = (words: string, signature: string, by: string): boolean => by === key && verify(null, Buffer.from(words), pair.publicKey, Buffer.from(signature, "base64"));

const people = [{ id: "cora", name: "Cora", party: "client" }, { id: "carl", name: "Carl", party: "client" }, { id: "piet", name: "Piet", party: "provider" }, { id: "piet-2", name: "Piet", party: "client", sameHumanAs: "piet" }];
const matrix = canonicalText({ remit: 1, title: "Northwind", parties: [], people, roles: [], activities: [] });
const digest = digestOfText(matrix);
const seat = (person: string, party: string) => ({ party, partyName: party, person, name: person });
const signature = (person: string, party: string, more: Partial<SignedVersion["signatures"][number]> = {}) => ({ party, person, name: person, account: `account-of-${person}`, how: "password", intent: "I agree", at: "2026-01-10T12:00:00.000Z", digest, ...more });
function file(change: Partial<SignedVersion> = {}): SignedVersion {
  const body = { remit: "signed-version" as const, format: 1 as const, workspace: "here", number: 3, offeredAt: "2026-01-05T12:00:00.000Z", matrix, digest, required: [seat("cora", "client"), seat("piet", "provider")], signatures: [signature("cora", "client"), signature("piet", "provider")], withdrawals: [], ...change };
  return { ...body, key, seal: sealed(sealWords(body)), ...change };
}
const faults = (version: SignedVersion, known?: string): string[] => verifyVersion(version, holds, known).faults.map(({ fault }) => fault);

describe("a signed version", () => {
  test("is consistent by itself, and of proven origin against a key that was brought along", () => {
    expect(verifyVersion(file(), holds)).toEqual({ faults: [], verdict: "consistent", signatures: 2, withdrawn: false });
    expect(verifyVersion(file(), holds, key).verdict).toBe("origin proven");
    expect(verifyVersion(file(), holds, fingerprintOf(key).toUpperCase().replaceAll(/(..)(?=.)/g, "$1:")).verdict).toBe("origin proven");
    expect(faults(file(), raw(generateKeyPairSync("ed25519").publicKey))).toEqual(["another key"]);
  });
  test("may be signed by somebody of the same party it was delegated to", () => {
    expect(faults(file({ signatures: [signature("cora", "client", { delegate: "carl", name: "Carl" }), signature("piet", "provider")] }))).toEqual([]);
  });
  test("that was withdrawn says so under the seal", () => {
    const said = { party: "client", name: "cora", reason: "the service ended", at: "2026-03-01T12:00:00.000Z" };
    const withdrawal = { ...said, seal: sealed(withdrawalWords(file(), { ...said, seal: "" })) };
    expect(verifyVersion(file({ withdrawals: [withdrawal] }), holds)).toMatchObject({ faults: [], withdrawn: true });
    expect(faults(file({ withdrawals: [{ ...withdrawal, reason: "another" }] }))).toEqual(["forged withdrawal"]);
  });
  test.each<[string, Partial<SignedVersion>, string]>([
    ["a text that was changed", { matrix: matrix.replace("Northwind", "Southwind") }, "text changed"],
    ["a text in another spelling", { matrix: ` ${matrix}`, digest: digestOfText(` ${matrix}`) }, "not canonical"],
    ["another validity beside it", { validUntil: "2030-01-01" }, "validity changed"],
    ["a signature to another text", { signatures: [signature("cora", "client", { digest: "0".repeat(64) }), signature("piet", "provider")] }, "other content"],
    ["somebody missing", { signatures: [signature("cora", "client")] }, "missing signature"],
    ["somebody who did not have to sign", { signatures: [signature("cora", "client"), signature("piet", "provider"), signature("carl", "client")] }, "not required"],
    ["one signature twice", { signatures: [signature("cora", "client"), signature("cora", "client"), signature("piet", "provider")] }, "signed twice"],
    ["a delegate of the other party", { signatures: [signature("cora", "client", { delegate: "piet" }), signature("piet", "provider")] }, "other party"],
    ["one account for both parties", { signatures: [signature("cora", "client", { account: "one" }), signature("piet", "provider", { account: "one" })] }, "one for both"],
    ["one human for both parties", { required: [seat("piet-2", "client"), seat("piet", "provider")], signatures: [signature("piet-2", "client"), signature("piet", "provider")] }, "one for both"],
    ["a signatory who is of the other party", { required: [seat("cora", "client"), seat("carl", "provider")], signatures: [signature("cora", "client"), signature("carl", "provider")] }, "other party"],
    ["one party alone", { required: [seat("cora", "client")], signatures: [signature("cora", "client")] }, "nobody required"],
    ["a signature before the offer", { signatures: [signature("cora", "client", { at: "2026-01-01T12:00:00.000Z" }), signature("piet", "provider")] }, "too early"],
    ["no seal", { seal: "" }, "no seal"],
  ])("with %s: it is named", (_, change, fault) => expect(faults(file(change))).toContain(fault));
  test.each<[string, (version: SignedVersion) => SignedVersion]>([
    ["when somebody signed", (version) => ({ ...version, signatures: version.signatures.map((one) => ({ ...one, at: "2026-01-11T12:00:00.000Z" })) })],
    ["how somebody was known", (version) => ({ ...version, signatures: version.signatures.map((one) => ({ ...one, how: "passkey" })) })],
    ["its number", (version) => ({ ...version, number: 4 })],
    ["who had to sign", (version) => ({ ...version, required: version.required.map((one) => ({ ...one, name: "X" })) })],
  ])("in which %s was changed is not under the seal any more", (_, change) => expect(faults(change(file()))).toEqual(["forged seal"]));
});
