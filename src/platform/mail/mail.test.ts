import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Mailer, openMailer } from "./mail.ts";

let server: SMTPServer;
let mailer: Mailer;
let received: { to: string[]; raw: string }[];
let answer: number;
const mail = { to: "anna@example.org", subject: "Masz nową wiadomość", text: "Zaloguj się, żeby ją przeczytać.\n" };

beforeEach(async () => {
  received = [];
  answer = 250;
  server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    authOptional: true,
    logger: false,
    onAuth: ({ username, password }, _session, done) =>
      username === "powrot" && password === "ha:s/ło" ? done(null, { user: username }) : done(new Error("no")),
    onData(stream, { envelope }, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        if (answer !== 250) return done(Object.assign(new Error("no"), { responseCode: answer }));
        received.push({ to: envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(parts).toString() });
        done();
      });
    },
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  mailer = openMailer({ POWROT_SMTP_URL: urlWith(""), POWROT_MAIL_FROM: "powrot@example.org" });
});

afterEach(async () => {
  mailer.close();
  await new Promise<void>((done) => server.close(() => done()));
});

function urlWith(user: string): string {
  const { port } = server.server.address() as AddressInfo;
  return `smtp://${user}127.0.0.1:${port}`;
}

test("a message reaches the server with its Polish letters", async () => {
  expect(await mailer.sendMail(mail)).toEqual({ sent: true, messageId: expect.stringMatching(/^<.+>$/) });
  const [{ to, raw } = { to: [], raw: "" }] = received;
  expect(to).toEqual(["anna@example.org"]);
  expect(raw).toMatch(/^From: =\?UTF-8\?\S+\?= <powrot@example\.org>/m);
  expect(raw).toMatch(/^Auto-Submitted: auto-generated/m);
  const body = raw.slice(raw.indexOf("\r\n\r\n") + 4);
  const text = /Transfer-Encoding: base64/i.test(raw)
    ? Buffer.from(body, "base64").toString()
    : Buffer.from(
        body
          .replace(/=\r\n/g, "")
          .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
        "latin1",
      ).toString();
  expect(text.trim()).toBe(mail.text.trim());
});

test("without a mail server a message is kept as not sent", async () => {
  expect(await openMailer({}).sendMail(mail)).toEqual({ sent: false, reason: "no_mail_server" });
});

test("a subject cannot bring in another header or recipient", async () => {
  await mailer.sendMail({ ...mail, subject: "x\r\nBcc: obcy@example.org\r\n\r\nbody" });
  expect(received[0]?.to).toEqual(["anna@example.org"]);
  expect(received[0]?.raw).not.toMatch(/^Bcc:/m);
});

test.each(["", "anna", "anna@example.org, obcy@example.org", "anna@example.org\r\nRCPT TO:<x@example.org>", "<x>@y"])(
  "%j is no address",
  async (to) => {
    expect(await mailer.sendMail({ ...mail, to })).toEqual({ sent: false, reason: "refused" });
    expect(received).toEqual([]);
  },
);

test.each([
  [554, "refused"],
  [451, "unreachable"],
])("a server that answers %i means %s", async (code, reason) => {
  answer = code;
  expect(await mailer.sendMail(mail)).toEqual({ sent: false, reason });
});

test("a server that is away means another try later", async () => {
  await new Promise<void>((done) => server.close(() => done()));
  expect(await mailer.sendMail(mail)).toEqual({ sent: false, reason: "unreachable" });
});

test("user and password of the address are used, also with signs in them", async () => {
  // This server speaks without TLS, on the loopback address only.
  const known = openMailer({ POWROT_SMTP_URL: urlWith(`powrot:${encodeURIComponent("ha:s/ło")}@`) });
  expect(await known.sendMail(mail)).toMatchObject({ sent: true });
  const unknown = openMailer({ POWROT_SMTP_URL: urlWith("powrot:zle@") });
  expect(await unknown.sendMail(mail)).toEqual({ sent: false, reason: "unreachable" });
});

test.each(["mail.example.org", "http://mail.example.org", "smtp:", "smtp://user:tajne@"])(
  "%s is refused at start",
  (url) => {
    expect(() => openMailer({ POWROT_SMTP_URL: url })).toThrow(/^POWROT_SMTP_URL must read(?!.*tajne)/);
  },
);
