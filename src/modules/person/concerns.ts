import { sql } from "kysely";
import type { WorkContext } from "../../platform/command.ts";
import { unsealJson } from "../../platform/keys/sealedJson.ts";
import { missingOf, warningsOf } from "./concernRules.ts";
import { type Fact, type FieldName, type PersonFields, SectionContent } from "./contract.ts";
import { personIdsOf } from "./family.ts";
import { capacityEntriesOf, capacityOn } from "./rules.ts";

type File = { id: string; fields: PersonFields; pesel: string | null; facts: readonly Fact[] };

/**
 * What is missing in a file and what does not fit, as far as this reader knows the fields that say so.
 * @param may fields and sections that the reader sees
 */
export async function concernsOf(
  context: WorkContext,
  file: File,
  may: { fields: readonly FieldName[]; sections: readonly string[] },
): Promise<{ missing: string[]; warnings: string[] }> {
  const { organisationId } = context.actor;
  const { fields, pesel, facts } = file;
  const seen: PersonFields = { ...fields };
  const hidden = (Object.keys(fields) as FieldName[]).filter((name) => !may.fields.includes(name)); // keys of the schema
  if (hidden.includes("otherIdNumber")) seen.otherIdNumber = null;
  const ids = await personIdsOf(context, file.id);
  const { rows } = await sql<{ informed: boolean; represented: boolean; insurance: Buffer | null }>`select
      exists (select from consent where organisation_id = ${organisationId} and person_id = any (${ids}::uuid[]) and kind = 'NOTICE_GIVEN') as informed,
      exists (select from representative where organisation_id = ${organisationId} and person_id = any (${ids}::uuid[])
        and valid_from <= ${context.today} and coalesce(valid_until, ${context.today}) >= ${context.today}) as represented,
      (select sealed from person_section where organisation_id = ${organisationId} and person_id = ${file.id} and section = 'INSURANCE') as insurance`.execute(
    context.tx,
  );
  const beside = rows[0] ?? { informed: false, represented: false, insurance: null };
  const sealed = may.sections.includes("INSURANCE") ? beside.insurance : null;
  const insuredUntil = sealed
    ? SectionContent.parse(unsealJson(context, "person.section/INSURANCE", file.id, sealed)).until
    : null;
  const { kind } = capacityOn(capacityEntriesOf(facts), fields.birthDate, context.today);
  const missing = missingOf(fields, {
    hasPesel: pesel !== null,
    needsRepresentative: kind !== "FULL_PRESUMED" && kind !== "FULL_CONFIRMED",
    represented: beside.represented,
    informed: beside.informed,
  });
  return {
    missing: missing.filter((code) => !hidden.some((name) => name === code)),
    warnings: warningsOf(seen, pesel, insuredUntil, context.today),
  };
}
