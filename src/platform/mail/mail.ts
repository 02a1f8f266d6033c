import { z } from "zod";

/**
 * A plain text message to one address. By convention neither subject nor text names a person, a place or a matter: a mailbox
 * may be read by others. "Masz nową wiadomość w Powrocie" and the address of the sign-in page is enough.
 */
export type Mail = { to: string; subject: string; text: string };

/**
 * What became of a message. `no_mail_server`: none is configured, keep it as not sent; `refused`: the server or the address
 * says no for good; `unreachable`: worth another try later.
 */
type MailResult =
  | { sent: true; messageId: string }
  | { sent: false; reason: "no_mail_server" | "refused" | "unreachable" };

export type Mailer = {
  /** Never throws for what a mail server does or does not do. Call it from a job, not inside a command. */
  sendMail(mail: Mail): Promise<MailResult>;
  close(): void;
};

const timeoutMs = 15_000;
const Address = z.email();

/**
 * A mailer for `POWROT_SMTP_URL` (`smtp://user:password@host:587` or `smtps://…:465`), sending as `POWROT_MAIL_FROM`.
 * Without the first, nothing is sent and every message says so. Away from this machine an unencrypted connection is refused.
 * @throws Error when the settings are misshapen: at start, not at the first message
 */
export function openMailer(env: Record<string, string | undefined>): Mailer {
  const url = env.POWROT_SMTP_URL;
  if (!url) return { sendMail: async () => ({ sent: false, reason: "no_mail_server" }), close: () => undefined };
  const server = readServer(url);
  const from = Address.safeParse(env.POWROT_MAIL_FROM || "powrot@localhost.localdomain");
  if (!from.success) throw new Error("POWROT_MAIL_FROM is not an address");
  const options = {
    host: server.hostname.replace(/^\[|\]$/g, ""),
    port: Number(server.port) || (server.protocol === "smtps:" ? 465 : 587),
    secure: server.protocol === "smtps:",
    requireTLS: server.protocol === "smtp:" && !isLoopback(server.hostname),
    auth: server.username
      ? { user: decodeURIComponent(server.username), pass: decodeURIComponent(server.password) }
      : undefined,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  // a house without mail, and one that has none to send, does without the package's memory
  const connect = async () => (await import("nodemailer")).createTransport(options);
  let transport: ReturnType<typeof connect> | undefined;

  return {
    async sendMail({ to, subject, text }) {
      if (!Address.safeParse(to).success) return { sent: false, reason: "refused" };
      const oneLine = subject.replace(/\s+/g, " ").trim();
      try {
        transport ??= connect();
        const { messageId } = await (await transport).sendMail({
          from: { name: "Powrót", address: from.data },
          to: { name: "", address: to },
          subject: oneLine,
          text,
          headers: { "Auto-Submitted": "auto-generated" },
        });
        return { sent: true, messageId };
      } catch (error) {
        return { sent: false, reason: isFinal(error) ? "refused" : "unreachable" };
      }
    },
    close: () => void transport?.then((open) => open.close()),
  };
}

function readServer(url: string): URL {
  const server = URL.canParse(url) ? new URL(url) : undefined;
  // The address is not repeated in the message: it holds a password.
  if (!server?.hostname || !["smtp:", "smtps:"].includes(server.protocol))
    throw new Error("POWROT_SMTP_URL must read smtp://host:port or smtps://host:port");
  return server;
}

const isLoopback = (host: string) => host === "localhost" || host === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(host);

/** A wrong password is not final: once the operator mends it, waiting messages can go. */
function isFinal(error: unknown): boolean {
  if (!(error instanceof Error) || ("code" in error && error.code === "EAUTH")) return false;
  return "responseCode" in error && Number(error.responseCode) >= 500;
}
