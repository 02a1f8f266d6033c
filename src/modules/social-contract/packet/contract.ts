import { z } from "zod";
import { PlainDate } from "../../../platform/time/schemas.ts";

/** One paper that waits for signatures. */
export const PacketLine = z.object({
  kind: z.string(),
  id: z.string(),
  number: z.string().nullable(),
  waitsFor: z.array(z.object({ signedAs: z.string(), name: z.string() })),
  since: PlainDate,
  to: z.string(),
});
export type PacketLine = z.infer<typeof PacketLine>;

export const PacketOfPerson = z.object({ personId: z.uuid(), personName: z.string(), papers: z.array(PacketLine) });
export type PacketOfPerson = z.infer<typeof PacketOfPerson>;
