import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { internationalNumber, openTexter } from "./sms.ts";

type Asked = { path: string | undefined; authorization: string | undefined; body: Record<string, unknown> };
type Reply = { status?: number; text: string } | "hang" | "cut";

/** A gateway that speaks as the documented one does, and answers what the test says, in turn; the last again and again. */
let server: Server;
let asked: Asked[];
let replies: Reply[];
const queued = {
  text: JSON.stringify({
    count: 1,
    list: [{ id: "5F1A", points: 0.16, number: "48600700800", status: "QUEUE", error: null }],
  }),
};
const error = (code: number) => ({ text: JSON.stringify({ error: code, message: "no" }) });
const message = {
  to: "600 700 800",
  text: "Przypomnienie: jutro, godz. 15:00",
  reference: "b-1",
  until: "2026-11-22T19:00:00Z",
};

beforeEach(async () => {
  asked = [];
  replies = [queued];
  server = createServer((request, response) => {
    let text = "";
    request.on("data", (part) => {
      text += part;
    });
    request.on("end", () => {
      asked.push({ path: request.url, authorization: request.headers.authorization, body: JSON.parse(text) });
      const reply = replies.length > 1 ? replies.shift() : replies[0];
      if (reply === undefined || reply === "hang") return;
      if (reply === "cut") return void request.socket.destroy();
      response.writeHead(reply.status ?? 200, { "content-type": "application/json" }).end(reply.text);
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

const env = () => ({
  POWROT_SMS_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  POWROT_SMS_TOKEN: "tajny-token",
  POWROT_SMS_FROM: "Powrot",
});
const send = (own = {}) => openTexter(env(), { timeout: 300 }).sendText({ ...message, ...own });

test("a message goes out as the gateway takes it, once for its reference", async () => {
  expect(await send()).toEqual({ sent: true, messageId: "5F1A" });
  expect(asked).toEqual([
    {
      path: "/sms.do",
      authorization: "Bearer tajny-token",
      body: {
        to: "48600700800",
        message: message.text,
        from: "Powrot",
        format: "json",
        encoding: "utf-8",
        idx: "b-1",
        check_idx: true,
        max_parts: 2,
        expiration_date: 1_795_374_000,
      },
    },
  ]);
});

test.each([
  ["a line that broke", "cut"],
  ["no answer in time", "hang"],
  ["a fault of the gateway", { status: 502, text: "<html>Bad gateway</html>" }],
  ["an answer of another shape", { text: '{"ok":true}' }],
  ["an answer without end", { text: `"${"x".repeat(100_000)}"` }],
] as const)("after %s it is tried once more, with the same reference", async (_, first) => {
  replies = [first, queued];
  expect(await send()).toEqual({ sent: true, messageId: "5F1A" });
  expect(asked.map(({ body }) => body.idx)).toEqual(["b-1", "b-1"]);
});

test("what broke after it had gone out is not sent twice: the gateway knows the reference", async () => {
  replies = ["cut", error(53)];
  expect(await send()).toEqual({ sent: true, messageId: null });
});

test.each([
  ["token", 101, "unreachable", 2],
  ["credit", 103, "unreachable", 2],
  ["number", 13, "refused", 1],
] as const)("a wrong %s (%i) is answered with %s", async (_, code, reason, times) => {
  replies = [error(code)];
  expect(await send()).toEqual({ sent: false, reason });
  expect(asked).toHaveLength(times);
});

test("a gateway that is away keeps the message for later; what is no number asks nobody", async () => {
  replies = ["cut"];
  expect(await send()).toEqual({ sent: false, reason: "unreachable" });
  asked = [];
  expect(await send({ to: "brak telefonu" })).toEqual({ sent: false, reason: "refused" });
  expect(asked).toEqual([]);
});

test.each([
  ["600700800", "48600700800"],
  ["+48 600-700-800", "48600700800"],
  ["00380 44 123 45 67", "380441234567"],
  ["+1 (202) 555 0123", "12025550123"],
  ["12345", null],
  ["+0600700800", null],
  ["600700800;drop", null],
])("%s is sent to %s", (typed, number) => {
  expect(internationalNumber(typed)).toBe(number);
});

test("settings that are none, misshapen or unencrypted are told at the start", async () => {
  expect(await openTexter({}).sendText(message)).toEqual({ sent: false, reason: "no_gateway" });
  expect(() => openTexter({ ...env(), POWROT_SMS_URL: "http://bramka.example/" })).toThrow("https");
  expect(() => openTexter({ ...env(), POWROT_SMS_URL: "bramka" })).toThrow("https");
  expect(() => openTexter({ ...env(), POWROT_SMS_TOKEN: "" })).toThrow("POWROT_SMS_TOKEN");
});
