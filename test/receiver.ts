import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as it came. */
export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Somebody's server that webhooks are sent to. What it answers may be changed at any time; without an answer it hangs. */
export interface Receiver {
  readonly url: string;
  readonly got: Received[];
  answer: ((response: ServerResponse, received: Received) => void) | undefined;
  close(): Promise<void>;
}

export async function openReceiver(host = "127.0.0.1"): Promise<Receiver> {
  const got: Received[] = [];
  const server: Server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on("data", (piece: Buffer) => pieces.push(piece));
    request.on("end", () => {
      const received = { path: request.url ?? "", headers: request.headers, body: Buffer.concat(pieces).toString() };
      got.push(received);
      receiver.answer?.(response, received);
    });
  });
  await new Promise<void>((settle) => server.listen(0, host, settle));
  const { port } = server.address() as AddressInfo;
  const receiver: Receiver = {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${port}/remit`,
    got,
    answer: (response) => response.writeHead(204).end(),
    close: () =>
      new Promise((settle) => {
        server.close(() => settle());
        server.closeAllConnections();
      }),
  };
  return receiver;
}
