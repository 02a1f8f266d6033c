import type { PlainDate } from "../../../platform/time/plainDate.ts";

/** One transfer. `nrb`: 26 digits. `ref`: no name, at most 35 letters, digits and `-`, once in a file. */
export type PayRow = { ref: string; name: string; nrb: string; amountGrosze: number; title: string };

/** Transfers in PLN from one account, to be executed on one day. `payer.lines`: name and address as they stand on transfers. */
export type PayFile = {
  /** At most 35 letters, digits and `-`; never used twice. */
  id: string;
  date: PlainDate;
  payer: { nrb: string; name: string; lines: readonly string[] };
  rows: readonly PayRow[];
};

/** Digits 3 to 10 of an account number: the bank and its branch. */
export const bankOf = (nrb: string): string => nrb.slice(2, 10);

export const totalOf = ({ rows }: Pick<PayFile, "rows">): number =>
  rows.reduce((sum, { amountGrosze }) => sum + amountGrosze, 0);

/**
 * A text as a bank's file takes it: one line, without the signs that such files are cut by and without letters that only look like others.
 * Typographic quotes and dashes become plain ones.
 */
export function payText(text: string): string {
  return text
    .normalize("NFC")
    .replaceAll(/[–—−]/g, "-")
    .replaceAll(/[„”“"«»]/g, "")
    .replaceAll(/[’‘`]/g, "'")
    .replaceAll(/[|,;]/g, " ")
    .replaceAll(/[\p{C}\p{Z}\s]+/gu, " ")
    .trim();
}
