import { sql, type Updateable } from "kysely";
import { may } from "../../platform/access.ts";
import type { CommandContext, WorkContext } from "../../platform/command.ts";
import type { PersonTable } from "../../platform/db.gen.ts";
import { checkPesel } from "../../platform/identifiers/pesel.ts";
import { sealText, unsealText } from "../../platform/keys/sealedText.ts";
import { Problem } from "../../platform/problem.ts";
import { personAccess } from "./access.ts";
import { findStanding } from "./reach.ts";
import { refusePesel } from "./rules.ts";
import type { PersonRow } from "./store.ts";

/** Equality of numbers is asked of this alone; it differs between organisations. */
export function peselIndexOf(context: WorkContext, pesel: string): Buffer {
  return Buffer.from(
    context.keys.keyedHash(context.actor.organisationId, "person.pesel", pesel.replace(/\s/g, "")),
    "hex",
  );
}

/**
 * The numbers of some persons, of those that have one; the record that stays comes before those joined to it. Whoever asks has checked
 * that the actor may read them and of whom (C7), and writes the reading to the audit.
 */
export async function peselsOf(
  context: WorkContext,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ personId: string; id: string; sealed: Buffer }>`
    select named.id as person_id, found.id, found.pesel_sealed as sealed from unnest(${[...new Set(personIds)]}::uuid[]) named (id)
      cross join lateral (select p.id, p.pesel_sealed from person p
        where p.organisation_id = ${context.actor.organisationId} and p.id = any (same_person(named.id)) and p.pesel_sealed is not null
        order by p.merged_into is not null, p.id limit 1) found`.execute(context.tx);
  return new Map(rows.map(({ personId, id, sealed }) => [personId, unsealText(context, "person.pesel", id, sealed)]));
}

/**
 * Columns that a PESEL fills: the sealed number, and birth date and sex where they are not known yet.
 * Source: docs/domain/rules.md R-ID-01, R-ID-03
 * @throws Problem refused `person.pesel_needs_confirmation` when it fails its check and is not marked "as on document"
 */
export function peselColumns(
  context: CommandContext,
  personId: string,
  typed: string,
  asOnDocument: boolean,
  known: Pick<PersonRow, "birthDate" | "sex">,
): Updateable<PersonTable> {
  const check = checkPesel(typed, context.today);
  const refusal = refusePesel({ valid: check.valid, asOnDocument }, "CASEWORK");
  if (refusal)
    throw new Problem("refused", refusal, { reason: check.valid ? null : check.reason }, [
      { path: "payload.pesel", code: check.valid ? refusal : check.reason },
    ]);
  const pesel = typed.replace(/\s/g, "");
  return {
    peselSealed: sealText(context, "person.pesel", personId, pesel),
    peselIndex: peselIndexOf(context, pesel),
    peselNeedsChecking: !check.valid,
    identifierKind: "PESEL",
    noPeselReason: null,
    ...(check.valid && !known.birthDate ? { birthDate: check.birthDate, birthDatePrecision: "DAY" } : {}),
    ...(check.valid && known.sex === "UNKNOWN" ? { sex: check.sex } : {}),
  };
}

/**
 * The number belongs to one person of an organisation. Only who may see that person learns who it is.
 * @throws Problem conflict `person.pesel_taken` with the other's `personId` and `personNo`, or refused `person.not_recordable`
 */
export async function refuseTakenPesel(context: WorkContext, personId: string, typed: string): Promise<void> {
  const other = await context.tx
    .selectFrom("person")
    .select(["id", "personNo"])
    .where("organisationId", "=", context.actor.organisationId)
    .where("peselIndex", "=", peselIndexOf(context, typed))
    .where("mergedInto", "is", null)
    .where("id", "<>", personId)
    .executeTakeFirst();
  if (!other) return;
  const standing = await findStanding(context, other.id);
  if (standing && may(context.actor, personAccess["person.read-history"], standing.relation))
    throw new Problem("conflict", "person.pesel_taken", { personId: other.id, personNo: other.personNo });
  throw new Problem("refused", "person.not_recordable");
}
