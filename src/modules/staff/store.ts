import { sql } from "kysely";
import { type Reach, type Role, requireReach } from "../../platform/access.ts";
import { atMost } from "../../platform/atMost.ts";
import type { WorkContext } from "../../platform/command.ts";
import { unsealJson as open } from "../../platform/keys/sealedJson.ts";
import { parametersOn } from "../../platform/law.ts";
import { Problem } from "../../platform/problem.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import type { Insurance } from "./codes.ts";
import { type AgreementRules, VolunteerDetails } from "./contract.ts";

export const purposes = { details: "volunteer.details", ending: "volunteer.agreement-ending" } as const;

type Verb = Readonly<Partial<Record<Role, Reach>>>;

export type StoredVolunteer = {
  id: string;
  unitId: string;
  unitName: string;
  firstName: string;
  lastName: string;
  version: number;
  details: VolunteerDetails;
};

/** A volunteer of one of the actor's units. @throws Problem not_found `volunteer.not_found` */
export async function requireVolunteer(
  context: WorkContext,
  verb: Verb,
  volunteerId: string,
): Promise<StoredVolunteer> {
  const { rows } = await sql<
    Omit<StoredVolunteer, "details"> & { sealed: Buffer }
  >`select v.id, v.unit_id, u.name as unit_name, v.first_name, v.last_name, v.version, v.sealed
    from volunteer v join unit u on u.organisation_id = v.organisation_id and u.id = v.unit_id
    where v.organisation_id = ${context.actor.organisationId} and v.id = ${volunteerId}`.execute(context.tx);
  const [row] = rows;
  if (!row) throw new Problem("not_found", "volunteer.not_found");
  requireReach(context.actor, verb, { unit: context.actor.unitIds.includes(row.unitId) }, "volunteer.not_found");
  const { sealed, ...volunteer } = row;
  return { ...volunteer, details: VolunteerDetails.parse(open(context, purposes.details, row.id, sealed)) };
}

export type StoredAgreement = {
  id: string;
  volunteerId: string;
  number: string;
  startsOn: PlainDate;
  endsOn: PlainDate | null;
  written: boolean;
  signedOn: PlainDate | null;
  pledgedOn: PlainDate;
  guardianConsentOn: PlainDate | null;
  insurance: Insurance;
  tasks: string;
  endedOn: PlainDate | null;
  endedBy: string | null;
  endSealed: Buffer | null;
  minutes: number;
  expensesGrosze: number;
  lastHoursOn: PlainDate | null;
  /** How often something was noted after it was concluded. */
  settlings: number;
};

/** Agreements of a volunteer, or one of them, the newest first; hours and expenses of each added up. The caller has checked the reach. */
export async function agreementsOf(
  { tx, actor }: WorkContext,
  which: { volunteerId: string } | { agreementId: string },
): Promise<StoredAgreement[]> {
  const wanted = "volunteerId" in which ? sql`a.volunteer_id = ${which.volunteerId}` : sql`a.id = ${which.agreementId}`;
  const { rows } =
    await sql<StoredAgreement>`select a.id, a.volunteer_id, a.number, a.starts_on, a.ends_on, a.written, a.pledged_on, a.tasks, coalesce(l.no, 0) as settlings,
      case when l.no is null then a.signed_on else l.signed_on end as signed_on,
      case when l.no is null then a.guardian_consent_on else l.guardian_consent_on end as guardian_consent_on, coalesce(l.insurance, a.insurance) as insurance,
      (select max(h.day) from volunteer_hours h where h.organisation_id = a.organisation_id and h.agreement_id = a.id and h.withdrawn_at is null) as last_hours_on,
      e.ended_on, m.display_name as ended_by, e.sealed as end_sealed,
      (select coalesce(sum(h.minutes), 0)::int from volunteer_hours h
        where h.organisation_id = a.organisation_id and h.agreement_id = a.id and h.withdrawn_at is null) as minutes,
      (select coalesce(sum(x.amount_grosze), 0)::int from volunteer_expense x
        where x.organisation_id = a.organisation_id and x.agreement_id = a.id and x.withdrawn_at is null) as expenses_grosze
    from volunteer_agreement a
      left join volunteer_agreement_ending e on e.organisation_id = a.organisation_id and e.agreement_id = a.id
      left join membership m on m.organisation_id = e.organisation_id and m.account_id = e.recorded_by
      left join lateral (select s.no, s.signed_on, s.guardian_consent_on, s.insurance from volunteer_agreement_settling s
        where s.organisation_id = a.organisation_id and s.agreement_id = a.id order by s.no desc limit 1) l on true
    where a.organisation_id = ${actor.organisationId} and a.withdrawn_at is null and ${wanted} order by a.starts_on desc, a.id desc ${atMost}`.execute(
      tx,
    );
  return rows;
}

/** An agreement of a volunteer in reach. @throws Problem not_found `volunteer.not_found` */
export async function requireAgreement(
  context: WorkContext,
  verb: Verb,
  agreementId: string,
): Promise<{ agreement: StoredAgreement; volunteer: StoredVolunteer }> {
  const [agreement] = await agreementsOf(context, { agreementId });
  if (!agreement) throw new Problem("not_found", "volunteer.not_found");
  return { agreement, volunteer: await requireVolunteer(context, verb, agreement.volunteerId) };
}

/** What an agreement has to fulfil on a day. Source: docs/domain/forms.md F-63 */
export async function agreementRules({ tx }: WorkContext, day: PlainDate): Promise<AgreementRules> {
  const found = await parametersOn(tx, ["VOLUNTEER_WRITTEN_AFTER", "VOLUNTEER_ACCIDENT_UP_TO"], day);
  const [written, accident] = [found.get("VOLUNTEER_WRITTEN_AFTER"), found.get("VOLUNTEER_ACCIDENT_UP_TO")];
  return {
    writtenAfterDays: Number(written?.value ?? 30),
    accidentUpToDays: Number(accident?.value ?? 30),
    verified: (written?.verified ?? false) && (accident?.verified ?? false),
  };
}

/** Units of the actor's, by name. */
export async function ownUnits({ tx, actor }: WorkContext): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`select id, name from unit
    where organisation_id = ${actor.organisationId} and id = any (${[...actor.unitIds]}::uuid[]) order by name, id ${atMost}`.execute(
    tx,
  );
  return rows;
}
