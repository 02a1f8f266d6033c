import { createHash } from "node:crypto";
import type { z } from "zod";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { elixir0 } from "../bank/elixir0.ts";
import { encodeText } from "../bank/encodeText.ts";
import { pain001 } from "../bank/pain001.ts";
import type { PayFile, PayRow } from "../bank/payFile.ts";
import type { ListPerson } from "../list/contract.ts";
import type { ListMonth } from "../list/rules.ts";
import type { Payer } from "./contract.ts";

export type BankFile = { bytes: Uint8Array; sha256: string; lost: string[]; transfers: number; totalGrosze: number };

type Of = {
  listId: string;
  /** 1, 2, … of the list's files. */
  no: number;
  month: ListMonth;
  payOn: PlainDate;
  /** Local time with offset. */
  createdAt: string;
  payer: z.infer<typeof Payer>;
  people: readonly ListPerson[];
};

/** Who of a list is paid by transfer: to whom something is paid and who has an account. */
export const transfersOf = (people: readonly ListPerson[]): (ListPerson & { nrb: string })[] =>
  people.filter(
    (one): one is ListPerson & { nrb: string } => one.way === "ACCOUNT" && one.nrb !== null && one.payGrosze > 0,
  );

/**
 * The file of transfers of an approved list; equal lists and settings give equal bytes. A transfer names nobody but in the name: its
 * reference is the list's number with a running one. `lost`: letters that the bank's page does not know.
 */
export function bankFileFor({ listId, no, month, payOn, createdAt, payer, people }: Of): BankFile {
  const short = listId.replaceAll("-", "").slice(-12).toUpperCase();
  const id = `CIS-${month.slice(0, 7)}-${short}-${no}`;
  const rows = transfersOf(people).map(
    ({ name, nrb, payGrosze }, at): PayRow => ({
      ref: `${id}-${at + 1}`,
      name,
      nrb,
      amountGrosze: payGrosze,
      title: `${payer.title} ${month.slice(5, 7)}/${month.slice(0, 4)}`,
    }),
  );
  const address = payer.address.split("\n").filter((line) => line.trim() !== "");
  const file: PayFile = {
    id,
    date: payOn,
    payer: { nrb: payer.nrb, name: payer.name, lines: [payer.name, ...address] },
    rows,
  };
  const isXml = payer.format === "PAIN001";
  const text = isXml ? pain001(file, createdAt) : elixir0(file, payer.format === "ELIXIR0_QUOTED" ? "QUOTED" : "PLAIN");
  const { bytes, lost } = encodeText(text, isXml ? "utf-8" : payer.letters);
  return {
    bytes,
    lost,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    transfers: rows.length,
    totalGrosze: rows.reduce((sum, { amountGrosze }) => sum + amountGrosze, 0),
  };
}
