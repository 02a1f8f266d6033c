import { translate } from "../../../platform/messages.ts";
import { homelessCauses } from "../../person/codes.ts";
import type { Fact } from "../../person/contract.ts";
import { personMessages } from "../../person/messages.ts";
import type { Sensitivity } from "./codes.ts";
import { type EntryRow, newRow, protectedRow } from "./profileValues.ts";

/** Housing categories (ETHOS) that are a time without a home. Source: docs/domain/reporting.md 7.3 */
const withoutHome: readonly string[] = ["1", "2", "3", "4", "5", "11"];

/** A day as far as it is known. */
function remembered(day: string, precision: string | undefined): string {
  return precision === "YEAR" || precision === "ESTIMATE"
    ? day.slice(0, 4)
    : precision === "MONTH"
      ? day.slice(0, 7)
      : day;
}

/**
 * Times without a home that the file knows - how long somebody is homeless and why, and where they lived - as entries of the profile,
 * oldest first, without those that stand there already and those whose protection the writer may not give. A later place ends the one
 * before. In Polish, as the profile's papers are. Source: docs/domain/forms.md F-24 (homelessnessHistory)
 */
export function rowsFromFile(
  facts: readonly Fact[],
  entries: readonly Pick<EntryRow, "kind" | "from" | "place">[],
  writes: readonly Sensitivity[],
): EntryRow[] {
  const t = translate(personMessages, "pl");
  const held = facts
    .filter(({ withdrawnAt }) => withdrawnAt === null)
    .toSorted((one, other) => one.validFrom.localeCompare(other.validFrom));
  const homeless = held.filter(({ kind }) => kind === "HOMELESSNESS");
  const housing = held.filter(({ kind }) => kind === "HOUSING");
  const rows = [
    ...homeless.map(({ validFrom, validUntil, detail }) => ({
      ...newRow("HOMELESSNESS"),
      from: remembered(validFrom, detail.precision),
      to: validUntil ?? "",
      causes: homelessCauses.filter((cause) => detail.causes?.includes(cause)),
    })),
    ...housing.flatMap(({ value, validFrom, validUntil }, at) => {
      if (!withoutHome.includes(value)) return [];
      const place = (t.maybe(`HOUSING.${value}`) ?? "").replace(/^\d+\. /, "");
      return [
        { ...newRow("HOMELESSNESS"), from: validFrom, to: validUntil ?? housing[at + 1]?.validFrom ?? "", place },
      ];
    }),
  ];
  return rows
    .map(protectedRow)
    .filter(({ sensitivity }) => writes.includes(sensitivity))
    .filter(
      (row) => !entries.some(({ kind, from, place }) => kind === row.kind && from === row.from && place === row.place),
    );
}
