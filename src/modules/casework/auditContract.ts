import { z } from "zod";
import { Instant, PlainDate } from "../../platform/time/schemas.ts";

/** Days are inclusive, in the organisation's time zone. `before`: the last line of the page that was read. */
export const SearchAudit = z.strictObject({
  personNo: z.int().min(1).nullable(),
  actorId: z.uuid().nullable(),
  action: z.string().max(80).nullable(),
  from: PlainDate,
  until: PlainDate,
  before: z.strictObject({ at: Instant, id: z.uuid() }).nullable(),
});
export type SearchAudit = z.infer<typeof SearchAudit>;

/** The same terms in an address: numbers and codes only. */
export const ExportAudit = z.strictObject({
  personNo: z.coerce.number().int().min(1).optional(),
  actorId: z.uuid().optional(),
  action: z.string().max(80).optional(),
  from: PlainDate,
  until: PlainDate,
});

export const AuditLine = z.object({
  id: z.uuid(),
  at: z.string(),
  actorName: z.string().nullable(),
  action: z.string(),
  outcome: z.string(),
  objectType: z.string().nullable(),
  personNo: z.int().nullable(),
  section: z.string().nullable(),
  reason: z.string().nullable(),
  device: z.string().nullable(),
});
export type AuditLine = z.infer<typeof AuditLine>;

export const AuditPage = z.object({
  lines: z.array(AuditLine),
  more: z.boolean(),
  actors: z.array(z.object({ id: z.uuid(), name: z.string() })),
  actions: z.array(z.string()),
});
export type AuditPage = z.infer<typeof AuditPage>;

export const UnusualDays = z.strictObject({ from: PlainDate, until: PlainDate });
/** One account on one day: files opened, of them at night (22 to 6), and files of somebody with its own surname. */
export const UnusualLine = z.object({
  day: PlainDate,
  actorId: z.uuid(),
  actorName: z.string(),
  files: z.int(),
  atNight: z.int(),
  ownSurname: z.int(),
});
export type UnusualLine = z.infer<typeof UnusualLine>;

export const GlassLine = z.object({
  id: z.uuid(),
  personNo: z.int(),
  brokenBy: z.string(),
  brokenById: z.uuid(),
  reason: z.string(),
  openedAt: z.string(),
  untilAt: z.string(),
  reviewedBy: z.string().nullable(),
  reviewedAt: z.string().nullable(),
  verdict: z.string().nullable(),
});
export type GlassLine = z.infer<typeof GlassLine>;
