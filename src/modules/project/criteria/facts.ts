import { sql } from "kysely";
import type { WorkContext } from "../../../platform/command.ts";
import { addDays, addMonths, type PlainDate, plainDate } from "../../../platform/time/plainDate.ts";
import { areWhereaboutsHidden, personIdsOf } from "../../person/public.ts";
import { CandidateFacts, type Evidence } from "./contract.ts";

type FactRow = {
  kind: string;
  value: string;
  validFrom: PlainDate;
  validUntil: PlainDate | null;
  recordedOn: PlainDate;
};
type FileRow = {
  birthDate: PlainDate | null;
  birthDatePrecision: string | null;
  sex: string | null;
  education: string | null;
  commune: string | null;
};

const file = (on: PlainDate | null): Evidence => ({ source: "FILE", on, words: null });
const known = <T>(value: T | null, on: PlainDate | null = null) => ({
  value,
  evidence: value === null ? null : file(on),
});

/** Days on which somebody may have been born; null where the file holds a guess or nothing. */
function bornOf({ birthDate, birthDatePrecision }: FileRow): { from: PlainDate; to: PlainDate } | null {
  if (birthDate === null) return null;
  const [year, month] = birthDate.split("-");
  switch (birthDatePrecision) {
    case "MONTH": {
      const from = plainDate(`${year}-${month}-01`);
      return { from, to: addDays(addMonths(from, 1), -1) };
    }
    case "YEAR":
      return { from: plainDate(`${year}-01-01`), to: plainDate(`${year}-12-31`) };
    case "ESTIMATE":
      return null;
    default:
      return { from: birthDate, to: birthDate };
  }
}

/** The stretch of "client" that holds on `on`, joined over entries that follow each other without a gap; null: known to be none. */
function clientSince(entries: readonly FactRow[], on: PlainDate): PlainDate | null {
  const covering = entries.find(({ validFrom, validUntil }) => validFrom <= on && (validUntil ?? on) >= on);
  if (covering?.value !== "YES") return null;
  let since = covering.validFrom;
  for (const { value, validFrom, validUntil } of entries) {
    if (validFrom >= covering.validFrom) continue;
    if (value !== "YES" || (validUntil !== null && addDays(validUntil, 1) < since)) break;
    since = validFrom;
  }
  return since;
}

/**
 * What the file of a person, merged records with it, says of the fields that rules ask about, on a day. Sealed sections stay shut:
 * a degree of disability is proven by its paper each time. The commune is that of registered residence, and nobody's where the
 * person's whereabouts are protected from the reader. The caller has checked the reach.
 */
export async function factsOfPerson(context: WorkContext, personId: string, on: PlainDate): Promise<CandidateFacts> {
  const { organisationId } = context.actor;
  const ids = await personIdsOf(context, personId);
  const [rootId = personId] = ids;
  const { rows } =
    await sql<FileRow>`select birth_date, birth_date_precision, sex, education, registration_teryt as commune from person
    where organisation_id = ${organisationId} and id = ${rootId}`.execute(context.tx);
  const [row] = rows;
  if (!row) return {};
  const { rows: facts } =
    await sql<FactRow>`select kind, value, valid_from, valid_until, (recorded_at at time zone 'Europe/Warsaw')::date as recorded_on
    from person_fact where organisation_id = ${organisationId} and person_id = any (${ids}::uuid[]) and withdrawn_at is null
      and kind in ('PUP_REGISTRATION', 'CLIENT_OF_OPS', 'LABOUR') and valid_from <= ${on}
    order by valid_from desc, recorded_at desc, id desc limit 500`.execute(context.tx);
  const of = (kind: string) => facts.filter((fact) => fact.kind === kind);
  const [registered, client] = [of("PUP_REGISTRATION"), of("CLIENT_OF_OPS")];
  const labour = of("LABOUR").find(({ validUntil }) => (validUntil ?? on) >= on);
  const hidden = row.commune !== null && (await areWhereaboutsHidden(context, personId));
  return CandidateFacts.parse({
    born: known(bornOf(row)),
    sex: known(row.sex === "UNKNOWN" ? null : row.sex),
    education: known(row.education),
    registered: known(
      registered.length === 0
        ? null
        : registered.map(({ validFrom, validUntil }) => ({ from: validFrom, to: validUntil })),
      registered[0]?.recordedOn,
    ),
    client: known(client.length === 0 ? null : { since: clientSince(client, on) }, client[0]?.recordedOn),
    labour: known(labour?.value ?? null, labour?.recordedOn),
    commune: known(hidden ? null : row.commune),
  });
}
