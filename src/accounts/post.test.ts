import { randomBytes } from "node:crypto";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterEach, expect, test } from "vitest";
import { testDatabase } from "../../test/database.ts";
import { putMail } from "#db/mail.ts";
import { keysFrom } from "./keys.ts";
import { sealed } from "./letter.ts";
import { openPost, type Post } from "./post.ts";

const at = testDatabase();
const keys = keysFrom(randomBytes(32));
const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
  await at.asOwner("delete from auth.outbox");
});

/** A real mail server on this machine. @param refuse what it says to each letter, counted from 1. */
async function mailServer(refuse: (nth: number) => { readonly code: number; readonly words: string } | undefined = () => undefined) {
  const got: string[] = [];
  let nth = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, _session, done) => {
      let words = "";
      stream.setEncoding("utf8").on("data", (piece: string) => (words += piece));
      stream.on("end", () => {
        const no = refuse(++nth);
        if (!no) got.push(words);
        done(no ? Object.assign(new Error(no.words), { responseCode: no.code }) : null);
      });
    },
  });
  await new Promise<void>((settle) => server.listen(0, "127.0.0.1", settle));
  open.push({ close: () => new Promise<void>((settle) => server.close(settle)) });
  return { url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, got };
}
function post(url: string, told: string[] = []): Post {
  const made = openPost(at.db, keys, url, "remit@example.org", (line) => told.push(line));
  open.push(made);
  return made;
}
const put = (to: string): Promise<unknown> => putMail(at.db, sealed(keys, { to, subject: "Grüße – hello", text: "Line one\nhttp://remit.test/enter#link=secret\n" }));
const until = async (what: () => Promise<boolean> | boolean): Promise<void> => {
  for (const end = Date.now() + 10_000; !(await what()); await new Promise((settle) => setTimeout(settle, 10))) if (Date.now() > end) throw new Error("never");
};
const outbox = () => at.asOwner<{ sent: boolean; sealed: Buffer | null; tries: number; fault: string | null; later: boolean }>("select sent_at is not null as sent, sealed, tries, fault, due_at > now() + interval '30 seconds' as later from auth.outbox");

test("a letter goes out once, and its words are gone from the database", async () => {
  const { url, got } = await mailServer();
  await put("ana@example.org");
  expect(JSON.stringify(await outbox())).not.toContain("secret");
  post(url);
  await until(() => got.length === 1);
  expect(got[0]).toMatch(/^From: remit@example\.org\r?\n/m);
  expect(got[0]).toMatch(/^To: ana@example\.org\r?\n/m);
  expect(got[0]).toContain("enter#link=secret");
  await until(async () => (await outbox())[0]?.sent === true);
  expect(await outbox()).toMatchObject([{ sent: true, sealed: null, tries: 1 }]);
});

test("a letter the server cannot take just now is tried again later, and nothing is lost", async () => {
  const { url, got } = await mailServer((nth) => (nth === 1 ? { code: 451, words: "come back later" } : undefined));
  await put("ana@example.org");
  const told: string[] = [];
  const carrier = post(url, told);
  await until(async () => (await outbox())[0]?.fault?.includes("come back later") === true);
  expect(await outbox()).toMatchObject([{ sent: false, later: true }]);
  expect(told[0]).toContain("tried again in 1 minutes");
  await at.asOwner("update auth.outbox set due_at = now()");
  carrier.ring();
  await until(() => got.length === 1);
});

test("a letter that is refused for good is given up, and the next one still goes", async () => {
  const { url, got } = await mailServer((nth) => (nth === 1 ? { code: 550, words: "no such letter box" } : undefined));
  await put("gone@example.org");
  await put("ana@example.org");
  post(url);
  await until(() => got.length === 1);
  await until(async () => (await outbox()).some(({ fault }) => fault?.includes("no such letter box")));
  expect((await outbox()).find(({ fault }) => fault)).toMatchObject({ sent: false, sealed: null });
});

test("with the mail server away letters wait; two carriers do not carry one letter twice", async () => {
  await put("ana@example.org");
  const told: string[] = [];
  post("smtp://127.0.0.1:9", told);
  await until(() => told.length > 0);
  expect(await outbox()).toMatchObject([{ sent: false, later: true }]);
  for (let i = 0; i < 20; i++) await put(`p${i}@example.org`);
  const { url, got } = await mailServer();
  await at.asOwner("update auth.outbox set due_at = now()");
  post(url);
  post(url);
  await until(() => got.length >= 21);
  await new Promise((settle) => setTimeout(settle, 100));
  expect(got.length).toBe(21);
});

test("a letter with a line break where an address belongs sends nothing to anybody else", async () => {
  const { url, got } = await mailServer();
  await putMail(at.db, sealed(keys, { to: "ana@example.org\r\nBcc: eve@example.org", subject: "Hello\r\nBcc: eve@example.org", text: "x" }));
  post(url);
  await until(async () => got.length === 1 || (await outbox()).some(({ fault }) => fault !== null));
  expect(got.join("\n")).not.toMatch(/^Bcc:/m);
});
