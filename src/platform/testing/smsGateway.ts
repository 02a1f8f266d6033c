import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

type Taken = { id: string; to: string; idx: string; notifyUrl: string | null; expiresAt: number };

/**
 * A gateway on this machine that speaks as the documented one does: takes messages at `POST /sms.do`, refuses a reference that
 * it has taken already (53) and a number that is none (13), and reports by a GET to the address that came with the message.
 */
export async function startSmsGateway(): Promise<{
  url: string;
  taken: readonly Taken[];
  /** Reports these messages in one call, as the gateway does for a morning; answers the status and body it was given. */
  report(states: readonly (readonly [idx: string, status: number])[]): Promise<string>;
  close(): Promise<void>;
}> {
  const taken: Taken[] = [];
  const server = createServer((request, response) => {
    let text = "";
    request.on("data", (part) => {
      text += part;
    });
    request.on("end", () => {
      const body: Record<string, string> = JSON.parse(text);
      const { to = "", idx = "", notify_url: notifyUrl = null } = body;
      const say = (answer: unknown) =>
        response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer));
      if (request.url !== "/sms.do") return response.writeHead(404).end();
      if (/^48[0-9]{2}0{7}$/.test(to)) return say({ error: 13, message: "No correct phonenumbers" });
      if (taken.some((one) => one.idx === idx)) return say({ error: 53, message: "Not unique idx parameter" });
      const id = `5F1A${String(taken.length).padStart(4, "0")}`;
      taken.push({ id, to, idx, notifyUrl, expiresAt: Number(body.expiration_date) });
      return say({ count: 1, list: [{ id, points: 0.16, number: to, status: "QUEUE", error: null }] });
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo; // it listens on a port
  return {
    url: `http://127.0.0.1:${port}`,
    taken,
    async report(states) {
      const about = states.flatMap(([idx, status]) =>
        taken.filter((one) => one.idx === idx).map((one) => ({ ...one, status })),
      );
      const query = new URLSearchParams({
        MsgId: about.map(({ id }) => id).join(","),
        status: about.map(({ status }) => status).join(","),
        idx: about.map(({ idx }) => idx).join(","),
        to: about.map(({ to }) => to).join(","),
        donedate: about.map(() => "1795374000").join(","),
        username: "powrot",
      });
      const answer = await fetch(`${about[0]?.notifyUrl}?${query}`);
      return `${answer.status} ${await answer.text()}`;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
