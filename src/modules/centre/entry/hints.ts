import { sql } from "kysely";
import type { WorkContext } from "../../../platform/command.ts";
import { addMonths, type PlainDate } from "../../../platform/time/plainDate.ts";
import { personIdsOf } from "../../person/public.ts";
import { isInExitProgramme } from "../../plan/public.ts";
import type { FileFacts } from "./rules.ts";

/** What our own file says of the criteria. The caller has checked who asks. */
export async function fileFacts(context: WorkContext, personId: string): Promise<FileFacts> {
  const { rows } = await sql<{ kind: string; value: string; validFrom: PlainDate }>`select f.kind, f.value, f.valid_from
    from person_fact f where f.organisation_id = ${context.actor.organisationId}
      and f.person_id = any (${await personIdsOf(context, personId)}::uuid[]) and f.kind in ('PUP_REGISTRATION', 'INCOME') and f.withdrawn_at is null
      and f.valid_from <= ${context.today} and coalesce(f.valid_until, ${context.today}) >= ${context.today}
    order by f.valid_from, f.id limit 50`.execute(context.tx);
  const of = (kind: string) => rows.filter((row) => row.kind === kind);
  return {
    inExitProgramme: await isInExitProgramme(context, personId),
    registeredSince: of("PUP_REGISTRATION")[0]?.validFrom ?? null,
    yearAgo: addMonths(context.today, -12),
    income: of("INCOME").map(({ value }) => value),
  };
}

/** The commune of the registered residence in our own file, by TERYT; null where it is not known. The caller has checked who asks. */
export async function fileCommune(context: WorkContext, personId: string): Promise<string | null> {
  const { rows } = await sql<{ commune: string }>`select registration_teryt as commune from person
    where organisation_id = ${context.actor.organisationId} and id = any (${await personIdsOf(context, personId)}::uuid[])
      and registration_teryt is not null order by id limit 1`.execute(context.tx);
  return rows[0]?.commune ?? null;
}
