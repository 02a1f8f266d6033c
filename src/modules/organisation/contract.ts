import { z } from "zod";
import { roles } from "../../platform/access.ts";

export const OpenSession = z.strictObject({
  login: z.string().min(1).max(200),
  password: z.string().min(1).max(500),
  code: z.string().max(20).optional(),
  organisation: z.string().max(200).optional(),
  kind: z.enum(["cookie", "token"]),
});
export type OpenSession = z.infer<typeof OpenSession>;

export const Role = z.enum(roles);

export const SessionView = z.object({
  account: z.object({ id: z.uuid(), name: z.string() }),
  organisation: z.object({ id: z.uuid(), name: z.string() }),
  roles: z.array(Role),
  unitIds: z.array(z.uuid()),
  language: z.enum(["pl", "en", "uk"]),
  idleMinutes: z.int(),
  authorised: z.boolean(),
  secondFactorDue: z.boolean(),
  today: z.string(),
});
export type SessionView = z.infer<typeof SessionView>;
