import { z } from "zod";
import { PlainDate } from "../time/schemas.ts";

/** Where a device stands, as its cursor says it. */
const Position = z.strictObject({
  epoch: z.uuid(),
  /** Everything of the feed up to and with this place is done: number of a transaction (64 bits), and within it. */
  xid: z
    .string()
    .regex(/^\d{1,20}$/)
    .refine((text) => BigInt(text) < 2n ** 64n),
  seq: z.int().min(0),
  /** The number of the answer that this cursor came with. */
  answer: z.int().min(0),
  /** Kinds that have to be compared whole. */
  due: z.array(z.string().max(60)).max(50),
  /** When everything was last compared: sets change with the day, too. */
  day: PlainDate,
});
export type Position = z.infer<typeof Position>;

export function cursorOf(position: Position): string {
  return Buffer.from(JSON.stringify(position)).toString("base64url");
}

/** Null for what is no cursor of ours: then everything begins anew. */
export function positionOf(cursor: string | null): Position | null {
  if (!cursor) return null;
  try {
    return Position.safeParse(JSON.parse(Buffer.from(cursor, "base64url").toString())).data ?? null;
  } catch {
    return null;
  }
}
