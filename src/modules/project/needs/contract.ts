import { z } from "zod";
import { PlainDate } from "../../../platform/time/schemas.ts";
import { figureKinds, precisions, registerFigures, shareKinds } from "./codes.ts";

const text = (max: number) => z.string().trim().min(1).max(max);
const words = (max: number) => z.string().trim().max(max);

/** A local figure as it was found. Null value: asked for and not known yet; then what is computed from it is not available. */
export const Figure = z.strictObject({
  figureId: z.uuid(),
  label: text(200),
  kind: z.enum(figureKinds),
  /** Whole persons, or percent with at most one decimal. */
  value: z.number().min(0).max(1_000_000_000).nullable(),
  precision: z.enum(precisions),
  source: words(300),
  /** The day that the figure tells of. */
  asAt: PlainDate.nullable(),
});
export type Figure = z.infer<typeof Figure>;

/** What is worked out of two figures. `ONE_IN`: every so-manieth of the base is one of the part. */
export const Share = z.strictObject({
  shareId: z.uuid(),
  label: text(200),
  kind: z.enum(shareKinds),
  partId: z.uuid(),
  baseId: z.uuid(),
});
export type Share = z.infer<typeof Share>;

export const NeedsContent = z.strictObject({
  figures: z.array(Figure).max(60),
  shares: z.array(Share).max(60),
  /** What is lacking in the local offer. */
  gap: words(5000),
  /** Why a club answers it. */
  conclusion: words(5000),
});
export type NeedsContent = z.infer<typeof NeedsContent>;

/** RP-12. A new id makes a statement; a known one is edited against its version. */
export const RecordNeedsStatement = z.strictObject({
  statementId: z.uuid(),
  unitId: z.uuid(),
  projectId: z.uuid().nullable(),
  title: text(300),
  ...NeedsContent.shape,
});
export type RecordNeedsStatement = z.infer<typeof RecordNeedsStatement>;

/** `seenVersion`: what the sender looked at. `correctionReason`: asked for from the second version on. */
export const SendNeedsStatement = z.strictObject({
  sentId: z.uuid(),
  statementId: z.uuid(),
  seenVersion: z.int().min(1),
  sentTo: text(300),
  correctionReason: words(1000),
});
export type SendNeedsStatement = z.infer<typeof SendNeedsStatement>;

const Head = z.object({
  id: z.uuid(),
  title: z.string(),
  projectId: z.uuid().nullable(),
  projectTitle: z.string().nullable(),
});

export const NeedsStatementLine = Head.extend({
  unitName: z.string(),
  figures: z.int(),
  /** Figures whose value is not known yet. */
  open: z.int(),
  sentOn: PlainDate.nullable(),
});
export type NeedsStatementLine = z.infer<typeof NeedsStatementLine>;

export const NeedsStatementView = Head.extend({
  unitId: z.uuid(),
  version: z.int(),
  mayChange: z.boolean(),
  content: NeedsContent,
  /** What was sent, newest first; its content is opened by its own address. */
  sent: z.array(
    z.object({
      id: z.uuid(),
      versionNo: z.int(),
      sentTo: z.string(),
      correctionReason: z.string(),
      sentOn: PlainDate,
      by: z.string(),
      contentHash: z.string(),
    }),
  ),
});
export type NeedsStatementView = z.infer<typeof NeedsStatementView>;

/** As it was sent. */
export const SentView = NeedsStatementView.shape.sent.element
  .omit({ id: true })
  .extend({ statementId: z.uuid(), title: z.string(), content: NeedsContent });
export type SentView = z.infer<typeof SentView>;

/** What the house counts of its own, to the nearest five; null where fewer than five persons would be told of (R-GDPR-12), but for a nought. */
export const RegisterCounts = z.object({
  asAt: PlainDate,
  counts: z.record(z.enum(registerFigures), z.int().nullable()),
});
export type RegisterCounts = z.infer<typeof RegisterCounts>;
