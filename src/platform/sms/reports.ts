import { createHmac } from "node:crypto";

/**
 * What a gateway later says of a message that it took. `messageId`: its own number; `reference`: ours, where it came along.
 * `delivered`: on the telephone, or given up for good.
 */
export type DeliveryReport = { messageId: string; reference: string | null; delivered: boolean };

const delivered = new Set(["404", "DELIVERED"]);
/** Too long out of reach, not delivered, failed, rejected, stopped. All others are under way or unknown. */
const givenUp = new Set("402 EXPIRED 405 UNDELIVERED 406 FAILED 407 REJECTED 412 STOP".split(" "));
const mostReports = 500;

/**
 * Final reports in the query of a gateway's call, in its order; those still under way are left out. Several come in one call,
 * each field a list with commas: `MsgId=1,2&status=404,405&idx=a,b`. Empty for what is no report.
 */
export function readReports(query: Readonly<Record<string, unknown>>): DeliveryReport[] {
  const [ids, states, references] = [query.MsgId, query.status ?? query.status_name, query.idx].map((field) =>
    typeof field === "string" ? field.split(",").map((part) => part.trim()) : [],
  );
  if (!ids || !states || ids.length !== states.length || ids.length > mostReports) return [];
  return ids.flatMap((messageId, at) => {
    const state = states[at] ?? "";
    const known = delivered.has(state) || givenUp.has(state);
    if (!known || messageId === "" || messageId.length > 100) return [];
    return [{ messageId, reference: references?.[at] || null, delivered: delivered.has(state) }];
  });
}

/**
 * The secret at the end of the address to which a gateway reports, 43 characters, made from its token: reports come without a
 * session, and whoever does not know it tells us nothing. Null without a token.
 */
export function reportSecret(env: Readonly<Record<string, string | undefined>>): string | null {
  const { POWROT_SMS_TOKEN: token } = env;
  return token ? createHmac("sha256", token).update("delivery reports").digest("base64url") : null;
}
