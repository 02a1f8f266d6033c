import { sql } from "kysely";
import { z } from "zod";
import { atMost } from "../../../platform/atMost.ts";
import type { WorkContext } from "../../../platform/command.ts";
import { unsealJson as open, sealJson as seal } from "../../../platform/keys/sealedJson.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import type { ClubEnd } from "./codes.ts";
import type { ClubStayView } from "./contract.ts";
import type { ClubPeriod } from "./rules.ts";

export const purposes = { prolongation: "club.prolongation", ending: "club.ending" } as const;
export { seal };

const text = z.string();

export type StoredStay = ClubPeriod & {
  id: string;
  personId: string;
  unitId: string;
  unitName: string;
  entryId: string;
  entryOrganisationId: string;
  endedOn: PlainDate | null;
};

type Wish = { stayId: string } | { entryId: string; organisationId: string } | { personId: string; unitId: string };

/** Stays as they stand, prolongations counted in; whoever asks has checked the reach. */
export async function findStays({ tx, actor }: WorkContext, wish: Wish): Promise<StoredStay[]> {
  const which =
    "stayId" in wish
      ? sql`s.id = ${wish.stayId}`
      : "entryId" in wish
        ? sql`s.entry_organisation_id = ${wish.organisationId} and s.entry_id = ${wish.entryId}`
        : sql`s.unit_id = ${wish.unitId} and s.person_id = any (same_person(${wish.personId}))`;
  const { rows } =
    await sql<StoredStay>`select s.id, s.person_id, s.unit_id, u.name as unit_name, s.entry_id, s.entry_organisation_id, s.starts_on,
      coalesce((select p.ends_on from club_prolongation p where p.organisation_id = s.organisation_id and p.stay_id = s.id order by p.no desc limit 1), s.ends_on) as ends_on,
      (select e.ended_on from club_ending e where e.organisation_id = s.organisation_id and e.stay_id = s.id) as ended_on
    from club_stay s join unit u on u.organisation_id = s.organisation_id and u.id = s.unit_id
    where s.organisation_id = ${actor.organisationId} and ${which} order by s.starts_on desc, s.id ${atMost}`.execute(
      tx,
    );
  return rows;
}

/** The person's other stays in the same club, each until its end. */
export async function otherPeriods(
  context: WorkContext,
  of: { personId: string; unitId: string; stayId: string },
): Promise<ClubPeriod[]> {
  const stays = await findStays(context, { personId: of.personId, unitId: of.unitId });
  return stays
    .filter(({ id }) => id !== of.stayId)
    .map(({ startsOn, endsOn, endedOn }) => ({ startsOn, endsOn: endedOn ?? endsOn }));
}

type Part = NonNullable<ClubStayView["stay"]>;

export async function prolongationsOf(context: WorkContext, stayId: string): Promise<Part["prolongations"]> {
  const { rows } = await sql<
    Omit<Part["prolongations"][number], "words"> & { sealed: Buffer | null }
  >`select p.id, p.agreed_on, p.ends_on, m.display_name as by, p.sealed
    from club_prolongation p join membership m on m.organisation_id = p.organisation_id and m.account_id = p.recorded_by
    where p.organisation_id = ${context.actor.organisationId} and p.stay_id = ${stayId} order by p.no ${atMost}`.execute(
    context.tx,
  );
  return rows.map(({ sealed, ...row }) => ({
    ...row,
    words: sealed ? text.parse(open(context, purposes.prolongation, row.id, sealed)) : "",
  }));
}

export async function endingOf(context: WorkContext, stayId: string): Promise<Part["ending"]> {
  const { rows } = await sql<{
    endedOn: PlainDate;
    reason: ClubEnd;
    by: string;
    sealed: Buffer | null;
  }>`select e.ended_on, e.reason, m.display_name as by, e.sealed
    from club_ending e join membership m on m.organisation_id = e.organisation_id and m.account_id = e.recorded_by
    where e.organisation_id = ${context.actor.organisationId} and e.stay_id = ${stayId}`.execute(context.tx);
  const [row] = rows;
  if (!row) return null;
  const { sealed, ...rest } = row;
  return { ...rest, words: sealed ? text.parse(open(context, purposes.ending, stayId, sealed)) : "" };
}
