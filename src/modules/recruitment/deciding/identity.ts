import { sql } from "kysely";
import type { WorkContext } from "../../../platform/command.ts";
import { foldName } from "../../../platform/foldName.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { peselIndexOf } from "../../person/public.ts";
import type { CandidateCard } from "../candidates/contract.ts";

export type FileIdentity = {
  firstName: string | null;
  lastName: string | null;
  birthDate: PlainDate | null;
  birthDatePrecision: string | null;
  sex: string | null;
  /** Null: the file or the card has no number. */
  samePesel: boolean | null;
};

/** How much of a birth date is known for certain, in letters of `YYYY-MM-DD`. */
const certain: Readonly<Record<string, number>> = { DAY: 10, MONTH: 7, YEAR: 4, ESTIMATE: 0 };

/**
 * Whether a card and a file may be of one person. The number decides where both have one, though not against birth or sex; without it
 * the names must be the same, so that nobody's papers count for somebody else. Source: docs/domain/rules.md R-ID-01
 */
export function mayBeSame(card: CandidateCard, file: FileIdentity): boolean {
  if (file.samePesel === false) return false;
  const letters = certain[file.birthDatePrecision ?? "DAY"] ?? 0;
  if (card.birthDate && file.birthDate && card.birthDate.slice(0, letters) !== file.birthDate.slice(0, letters))
    return false;
  if (card.sex && (file.sex === "F" || file.sex === "M") && card.sex !== file.sex) return false;
  return file.samePesel === true || calledTheSame(card, file);
}

/** Whether card and file have the same names, however they are written. */
export function calledTheSame(
  card: Pick<CandidateCard, "firstName" | "lastName">,
  file: Pick<FileIdentity, "firstName" | "lastName">,
): boolean {
  const called = (first: string | null, last: string | null) => foldName(`${last ?? ""} ${first ?? ""}`);
  return called(card.firstName, card.lastName) === called(file.firstName, file.lastName);
}

/** What the file of a person, or of the one it is merged into, says of who they are. The caller has checked the reach. */
export async function identityOf(context: WorkContext, personId: string, card: CandidateCard): Promise<FileIdentity> {
  const index = card.pesel === null ? null : peselIndexOf(context, card.pesel);
  const { rows } =
    await sql<FileIdentity>`select p.first_name, p.last_name, p.birth_date, p.birth_date_precision, p.sex,
      p.pesel_index = ${index}::bytea as same_pesel
    from person r join person p on p.organisation_id = r.organisation_id and p.id = coalesce(r.merged_into, r.id)
    where r.organisation_id = ${context.actor.organisationId} and r.id = ${personId}`.execute(context.tx);
  const [found] = rows;
  if (!found) throw new Error("no such person");
  return found;
}
