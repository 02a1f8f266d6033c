import { sql } from "kysely";
import type { PaperSource } from "../../platform/documents/packet.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";

/**
 * Whether the notice on data was given and sharing with a partner consented to: that and since when, not to whom. What was
 * taken back is not there. Source: docs/domain/rules.md R-GDPR-06; docs/domain/forms.md F-00a
 */
export const papersOfConsents: PaperSource = async (context, personId) => {
  const { rows } = await sql<{
    kind: string;
    since: PlainDate | null;
  }>`select kind, (max(given_at) at time zone 'Europe/Warsaw')::date as since
    from consent where organisation_id = ${context.actor.organisationId} and person_id = any (same_person(${personId}))
      and kind in ('NOTICE_GIVEN', 'DATA_SHARING_WITH_PARTNER') and withdrawn_at is null and given_at <= ${context.now}
    group by kind`.execute(context.tx);
  return (["NOTICE_GIVEN", "DATA_SHARING_WITH_PARTNER"] as const).map((code) => ({
    code,
    since: rows.find(({ kind }) => kind === code)?.since ?? null,
    to: `/people/${personId}`,
  }));
};
