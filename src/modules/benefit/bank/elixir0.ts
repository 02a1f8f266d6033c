import { bankOf, type PayFile, payText } from "./payFile.ts";

/** `QUOTED`: every text in quotes, as mBank, ING and most ask; `PLAIN`: the unquoted form of PKO's examples. */
export const elixirDialects = ["QUOTED", "PLAIN"] as const;
export type ElixirDialect = (typeof elixirDialects)[number];

const partLength = 35;
const parts = 4;

/**
 * The file of domestic transfers in PLN that Polish banks import: one record a line, no head and no foot, CR LF at the end of each.
 * A beneficiary stands with the name alone, never with an address.
 * Source: published layouts of Elixir-O of PKO BP (v10), mBank CompanyNet (1.05) and ING BusinessOnLine (Multicash PLI)
 */
export function elixir0({ id, date, payer, rows }: PayFile, dialect: ElixirDialect): string {
  const quoted = dialect === "QUOTED";
  const text = (value: string) => (quoted ? `"${value}"` : value);
  return rows
    .map(({ name, nrb, amountGrosze, title }) =>
      [
        "110", // domestic transfer
        date.replaceAll("-", ""),
        String(amountGrosze),
        bankOf(payer.nrb),
        "0",
        text(payer.nrb),
        text(nrb),
        text(inParts(payer.lines.length > 0 ? payer.lines : [payer.name])),
        text(inParts([name])),
        "0",
        bankOf(nrb),
        text(inParts([title])),
        quoted ? '""' : "",
        quoted ? '""' : "",
        text("51"),
        text(payText(id).slice(0, 16)),
      ].join(","),
    )
    .map((line) => `${line}\r\n`)
    .join("");
}

/** Up to four parts of 35 characters, cut between words where a word is not longer itself. */
function inParts(lines: readonly string[]): string {
  const found: string[] = [];
  for (const line of lines) {
    let left = payText(line);
    while (left !== "" && found.length < parts) {
      const space = left.lastIndexOf(" ", partLength);
      const at = left.length <= partLength ? left.length : space > 0 ? space : partLength;
      found.push(left.slice(0, at).trimEnd());
      left = left.slice(at).trimStart();
    }
  }
  return found.join("|");
}
