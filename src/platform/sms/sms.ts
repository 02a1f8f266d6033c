import { z } from "zod";

/**
 * A short message to one number. By convention the text names nobody, no place and no matter: a telephone is read by others.
 * `reference`: the same for every try of one message on one day, so that it goes out once. `until`: an instant, an hour to twelve
 * ahead, after which it is not delivered any more.
 */
export type TextMessage = { to: string; text: string; reference: string; until: string };

/**
 * What became of it. `no_gateway`: none is configured; `refused`: the number is none, for good; `unreachable`: worth another
 * try later, also where the operator has to mend something first (token, credit).
 */
type TextResult =
  | { sent: true; messageId: string | null }
  | { sent: false; reason: "no_gateway" | "refused" | "unreachable" };

export type Texter = {
  /** Never throws for what a gateway does or does not do. Call it from a job, not inside a command. */
  sendText(message: TextMessage): Promise<TextResult>;
};

const timeoutMs = 10_000;
const mostAnswer = 64 * 1024;
/** No correct number in the message. */
const noSuchNumber = 13;
/** A message with this reference has gone out already, within the last day. */
const sentBefore = 53;

const Answer = z.union([
  z.object({ error: z.number() }),
  z.object({ list: z.array(z.object({ id: z.string().min(1).max(100), error: z.number().nullish() })).min(1) }),
]);

/**
 * A sender of short messages through an HTTP gateway that speaks as SMSAPI does (`POST /sms.do`), at `POWROT_SMS_URL` with
 * `POWROT_SMS_TOKEN`, in the name of `POWROT_SMS_FROM`. `reportsTo`: the address to which it says what became of each message. Without an address nothing is sent and every message says so.
 * Away from this machine an unencrypted address is refused.
 * @throws Error when the settings are misshapen: at start, not at the first message
 */
export function openTexter(
  env: Record<string, string | undefined>,
  { timeout = timeoutMs, reportsTo }: { timeout?: number; reportsTo?: string } = {},
): Texter {
  const { POWROT_SMS_URL: url, POWROT_SMS_TOKEN: token, POWROT_SMS_FROM: from } = env;
  if (!url) return { sendText: async () => ({ sent: false, reason: "no_gateway" }) };
  const address = readAddress(url);
  if (!token) throw new Error("POWROT_SMS_TOKEN is missing");

  const attempt = async ({ to, text, reference, until }: TextMessage): Promise<TextResult> => {
    const response = await fetch(address, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify({
        to,
        message: text,
        ...(from ? { from } : {}),
        format: "json",
        encoding: "utf-8",
        idx: reference,
        check_idx: true,
        max_parts: 2,
        expiration_date: Math.floor(Date.parse(until) / 1000),
        ...(reportsTo ? { notify_url: reportsTo } : {}),
      }),
      redirect: "error",
      signal: AbortSignal.timeout(timeout),
    });
    return readAnswer(await readLittle(response));
  };

  return {
    async sendText(message) {
      const to = internationalNumber(message.to);
      if (!to) return { sent: false, reason: "refused" };
      // the reference keeps the second try from going out twice
      for (let left = 2; left > 0; left--) {
        const result = await attempt({ ...message, to }).catch(
          (): TextResult => ({ sent: false, reason: "unreachable" }),
        );
        if (result.sent || result.reason === "refused") return result;
      }
      return { sent: false, reason: "unreachable" };
    },
  };
}

/** Digits with the country before them, as gateways take them; nine digits alone are Polish. Null for what is no number. */
export function internationalNumber(typed: string): string | null {
  const digits = typed.replace(/[\s()-]/g, "");
  if (/^\d{9}$/.test(digits)) return `48${digits}`;
  return /^(\+|00)[1-9]\d{8,14}$/.test(digits) ? digits.replace(/^(\+|00)/, "") : null;
}

function readAddress(url: string): URL {
  const base = URL.canParse(url) ? new URL(url) : undefined;
  const here = base && (base.hostname === "localhost" || /^127\.\d+\.\d+\.\d+$/.test(base.hostname));
  if (!base || !(base.protocol === "https:" || (base.protocol === "http:" && here)))
    throw new Error("POWROT_SMS_URL must read https://host/");
  return new URL("sms.do", base.href.endsWith("/") ? base : `${base.href}/`);
}

/** @throws Error for an answer that is longer than any that a gateway gives */
async function readLittle(response: Response): Promise<unknown> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.byteLength;
    if (length > mostAnswer) throw new Error("answer too long");
    parts.push(part);
  }
  return JSON.parse(Buffer.concat(parts).toString("utf8"));
}

function readAnswer(body: unknown): TextResult {
  const answer = Answer.safeParse(body);
  if (!answer.success) return { sent: false, reason: "unreachable" };
  if ("list" in answer.data) {
    const [first] = answer.data.list;
    return first && !first.error ? { sent: true, messageId: first.id } : { sent: false, reason: "refused" };
  }
  if (answer.data.error === sentBefore) return { sent: true, messageId: null };
  return { sent: false, reason: answer.data.error === noSuchNumber ? "refused" : "unreachable" };
}
