import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { atMost } from "../../../platform/atMost.ts";
import type { WorkContext } from "../../../platform/command.ts";
import { sealText, unsealText } from "../../../platform/keys/sealedText.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { Need } from "./contract.ts";

const purpose = "assessment.need";

export const seal = (context: WorkContext, recordId: string, text: string): Buffer =>
  sealText(context, purpose, recordId, text);

/** `hex` as PostgreSQL writes bytes inside JSON: `\x…`. */
function open(context: WorkContext, recordId: string, hex: string): string {
  return unsealText(context, purpose, recordId, Buffer.from(hex.slice(2), "hex"));
}

/** A correction: what the need is now, and why. */
const Corrected = z.object({ text: z.string(), reason: z.string() });

export function sealCorrection(context: WorkContext, recordId: string, words: z.infer<typeof Corrected>): Buffer {
  return seal(context, recordId, JSON.stringify(words));
}

/** The readings of the need `n`, each correction by whom and when, in turn. */
const corrections = sql<string>`coalesce((select jsonb_agg(jsonb_build_object('id', k.id, 'sphere', k.sphere, 'foundOn', k.found_on,
    'sealed', k.sealed::text, 'by', coalesce(w.display_name, '–'), 'on', k.corrected_on) order by k.no)
  from diagnosed_need_correction k
  left join membership w on w.organisation_id = k.organisation_id and w.account_id = k.recorded_by
  where k.organisation_id = n.organisation_id and k.need_id = n.id), '[]')`;

type Correction = { id: string; sphere: Need["sphere"]; foundOn: PlainDate; sealed: string; by: string; on: PlainDate };
type Reading = Pick<Need, "sphere" | "text" | "foundOn">;

/** What counts of a need, and what stood before each of its corrections. */
function readings(
  context: WorkContext,
  first: Reading,
  all: readonly Correction[],
): Reading & Pick<Need, "version" | "former"> {
  let now = first;
  const former: Need["former"] = [];
  for (const { id, sphere, foundOn, sealed, by, on } of all) {
    const { text, reason } = Corrected.parse(JSON.parse(open(context, id, sealed)));
    former.push({ ...now, correctedOn: on, by, reason });
    now = { sphere, foundOn, text };
  }
  return { ...now, version: all.length + 1, former };
}

type Service = { id: string; form: string; sealed: string; since: PlainDate; until: PlainDate | null };
type Row = Omit<Need, "text" | "services" | "version" | "former"> & {
  sealed: string;
  services: Service[];
  corrections: Correction[];
};

/** Needs of a case, open ones first, then as they were found. Opens sealed text: the caller has asked whether the reader may. */
export function needsOf(context: WorkContext, caseId: string): Promise<Need[]> {
  return needsWhere(context, sql<boolean>`n.case_id = ${caseId}`);
}

/** Needs by their ids, as `needsOf`. */
export function needsById(context: WorkContext, ids: readonly string[]): Promise<Need[]> {
  return needsWhere(context, sql<boolean>`n.id = any (${[...ids]}::uuid[])`);
}

/** One need as it stands; undefined: none of this organisation. As `needsOf`. */
export async function findNeed(context: WorkContext, needId: string): Promise<Need | undefined> {
  const [need] = await needsWhere(context, sql<boolean>`n.id = ${needId}`);
  return need;
}

async function needsWhere(context: WorkContext, which: RawBuilder<boolean>): Promise<Need[]> {
  const { rows } =
    await sql<Row>`select n.id, n.sphere, n.found_on, n.sealed::text as sealed, coalesce(m.display_name, '–') as by,
      case when e.need_id is null then null else jsonb_build_object('outcome', e.outcome, 'on', e.ended_on) end as ended,
      coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'form', s.form, 'sealed', s.sealed::text, 'since', s.since, 'until', x.ended_on)
          order by s.since, s.id)
        from need_service s left join need_service_ending x on x.organisation_id = s.organisation_id and x.service_id = s.id
        where s.organisation_id = n.organisation_id and s.need_id = n.id), '[]') as services,
      ${corrections} as corrections
    from diagnosed_need n
    left join diagnosed_need_ending e on e.organisation_id = n.organisation_id and e.need_id = n.id
    left join membership m on m.organisation_id = n.organisation_id and m.account_id = n.recorded_by
    where n.organisation_id = ${context.actor.organisationId} and ${which}
    order by e.need_id is not null, n.found_on, n.id ${atMost}`.execute(context.tx);
  return rows.map(({ sealed, services, corrections: all, sphere, foundOn, ...row }) =>
    Need.parse({
      ...row,
      ...readings(context, { sphere, foundOn, text: open(context, row.id, sealed) }, all),
      services: services.map(({ sealed: provider, ...service }) => ({
        ...service,
        provider: open(context, service.id, provider),
      })),
    }),
  );
}
