import { sql } from "kysely";
import { z } from "zod";
import { type Reach, type Role, requireReach } from "../../../platform/access.ts";
import { atMost } from "../../../platform/atMost.ts";
import type { WorkContext } from "../../../platform/command.ts";
import { unsealJson } from "../../../platform/keys/sealedJson.ts";
import { Problem } from "../../../platform/problem.ts";
import { activityAccess } from "../access.ts";
import type { GatheringKind } from "./codes.ts";
import type { GatheringCard } from "./contract.ts";

export const purposes = { gathering: "gathering.words", exchange: "exchange.what" } as const;
const Words = z.strictObject({ topic: z.string(), need: z.string() });

type Verb = Readonly<Partial<Record<Role, Reach>>>;
type Participant = { personId: string; helpedMinutes: number | null };
type StoredGathering = Omit<GatheringCard, "mayWrite" | "hidden" | "participants" | "volunteerName" | "state"> & {
  participants: Participant[];
  recordedBy: string;
};

/** Who reads names and topic of a meeting: of a self-help group whoever runs the unit, and who entered it. Source: docs/domain/forms.md F-3A */
export function mayReadWords(kind: GatheringKind): Verb {
  return activityAccess[kind === "SELF_HELP" ? "gathering.read-self-help" : "gathering.read"];
}

/** A meeting of one of the actor's units that was not taken back. @throws Problem not_found `gathering.not_found` */
export async function requireGathering(
  context: WorkContext,
  verb: Verb,
  gatheringId: string,
): Promise<StoredGathering> {
  const { tx, actor } = context;
  const { rows } = await sql<
    Omit<StoredGathering, "topic" | "need" | "participants"> & { sealed: Buffer }
  >`select g.id, g.unit_id, u.name as unit_name, g.version, g.kind, g.day, to_char(g.starts_at, 'HH24:MI') as starts_at, g.minutes, g.lead,
      g.leader_name, g.volunteer_id, g.place, g.room_id, r.name as room_name, g.partner, g.sealed, g.cost_grosze, g.names_agreed, g.counted, g.recorded_by, m.display_name as by
    from gathering g join unit u on u.organisation_id = g.organisation_id and u.id = g.unit_id
      join membership m on m.organisation_id = g.organisation_id and m.account_id = g.recorded_by
      left join class_room r on r.organisation_id = g.organisation_id and r.id = g.room_id
    where g.organisation_id = ${actor.organisationId} and g.id = ${gatheringId}
      and not exists (select from gathering_withdrawal w where w.organisation_id = g.organisation_id and w.gathering_id = g.id)`.execute(
    tx,
  );
  const [row] = rows;
  if (!row) throw new Problem("not_found", "gathering.not_found");
  requireReach(actor, verb, { unit: actor.unitIds.includes(row.unitId) }, "gathering.not_found");
  const { rows: participants } = await sql<Participant>`select person_id, helped_minutes from gathering_participant
    where organisation_id = ${actor.organisationId} and gathering_id = ${gatheringId} order by person_id ${atMost}`.execute(
    tx,
  );
  const { sealed, ...gathering } = row;
  return { ...gathering, ...Words.parse(unsealJson(context, purposes.gathering, gatheringId, sealed)), participants };
}
