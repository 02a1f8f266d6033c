import { z } from "zod";

// A file of JSON lines: a header; for each table a line and its rows; the file store; an end with what was written.

export const Header = z.object({
  powrot: z.literal("export"),
  format: z.literal(1),
  /** Name of the newest migration: the target has to be there too. */
  schema: z.string(),
  /** null: the whole house. */
  organisation: z.object({ id: z.string(), shortName: z.string() }).nullable(),
  at: z.string(),
  /** No transaction in the rows is younger than this number: the target's counter has to be past it. */
  nextXid: z.string(),
  /** Fingerprint of the keys that open the sealed columns and files; null when unknown. */
  keys: z.string().nullable(),
});
export type Header = z.infer<typeof Header>;

export const TableLine = z.object({
  table: z.string(),
  columns: z.array(z.object({ name: z.string(), type: z.string() })),
});
export const FileLine = z.object({ file: z.string(), sha256: z.string(), content: z.string() });
export const EndLine = z.object({
  end: z.object({ rows: z.record(z.string(), z.int()), files: z.int(), sha256: z.string() }),
});
export type End = z.infer<typeof EndLine>["end"];

/** Rows stay text between these, so that no number and no JSON inside is read and written anew. */
export const rowStart = '{"row":';
export const rowEnd = "}";
