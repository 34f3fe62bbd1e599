import { randomUUID } from "node:crypto";
import { connect, type Socket } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asking, dropData, freePort, newData, serve, signIn, type Served } from "./serving.ts";

const data = newData();
const sockets: Socket[] = [];
let server: Served;
let port: number;
let cookie: string;
let workspace: string;

beforeAll(async () => {
  port = await freePort();
  server = await serve(data, port);
  cookie = await signIn(server);
  workspace = ((await (await asking(() => server.url, cookie)("POST", "/workspaces", { name: "Slow" })).json()) as { id: string }).id;
});
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  await server.stop();
  dropData(data);
});

/** An edit whose head is sent and whose body is not, yet. */
function begun(length: number | "in pieces"): { readonly socket: Socket; readonly answer: Promise<string> } {
  const socket = connect(port, "127.0.0.1");
  sockets.push(socket);
  let heard = "";
  const answer = new Promise<string>((settle) => {
    socket.setEncoding("utf8").on("data", (words: string) => (heard += words));
    socket.on("error", () => undefined).on("close", () => settle(heard));
  });
  const size = length === "in pieces" ? "transfer-encoding: chunked" : `content-length: ${length}`;
  socket.write(`POST /api/workspaces/${workspace}/edits HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncookie: ${cookie}\r\ncontent-type: application/json\r\n${size}\r\nconnection: close\r\n\r\n`);
  return { socket, answer };
}
const revision = async (): Promise<number> => ((await (await asking(() => server.url, cookie)("GET", `/workspaces/${workspace}/matrix`)).json()) as { revision: number }).revision;
const edit = () => JSON.stringify({ id: randomUUID(), base: 0, what: "rename", edits: [{ do: "set-matrix", field: "about", value: "x" }] });

test("two hundred senders who never finish hold nobody up, and what breaks off in the middle writes nothing", async () => {
  const before = await revision();
  const slow = Array.from({ length: 200 }, () => begun(500));
  for (const { socket } of slow) socket.write(edit().slice(0, 60));
  expect((await asking(() => server.url, cookie)("POST", `/workspaces/${workspace}/edits`, JSON.parse(edit()))).status).toBe(200);
  for (const { socket } of slow) socket.destroy();
  await Promise.all(slow.map(({ answer }) => answer));
  expect(await revision()).toBe(before + 1);
});

test("a body that comes in small pieces is taken", async () => {
  const words = edit();
  const { socket, answer } = begun(words.length);
  for (const letter of words) socket.write(letter);
  expect(await answer).toMatch(/^HTTP\/1\.1 200 /);
});

test("a body in pieces that goes on beyond the bound is refused while it comes", async () => {
  const { socket, answer } = begun("in pieces");
  const piece = "x".repeat(1024 * 1024);
  for (let sent = 0; sent < 25; sent++) socket.write(`${piece.length.toString(16)}\r\n${piece}\r\n`);
  expect(await answer).toMatch(/^HTTP\/1\.1 413 [^]*more than 24 MB/);
});

test("a length that promises more than the bound is refused before anything is read, and so is one that is no number", async () => {
  expect(await begun(25 * 1024 * 1024).answer).toMatch(/^HTTP\/1\.1 413 /);
  expect(await begun(Number.NaN).answer).toMatch(/^HTTP\/1\.1 400 /);
});

test("a head that never ends is given up", async () => {
  const socket = connect(port, "127.0.0.1");
  sockets.push(socket);
  const closed = new Promise<void>((settle) => socket.on("error", () => undefined).on("close", () => settle()));
  socket.resume().write("POST /api/workspaces HTTP/1.1\r\nhost: 127");
  await closed;
}, 20_000);

test.runIf(process.env["REMIT_CRASHES"])("a body that never ends is given up as well", async () => {
  expect(await begun(500).answer).toMatch(/^HTTP\/1\.1 408 /);
}, 90_000);
