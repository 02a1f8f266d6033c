import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { requireReach } from "../../platform/access.ts";
import { atMost } from "../../platform/atMost.ts";
import { defineDownload, defineQuery, type WorkContext } from "../../platform/command.ts";
import { readStoredFile } from "../../platform/files/fileRoutes.ts";
import { unsealText } from "../../platform/keys/sealedText.ts";
import { Problem } from "../../platform/problem.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { findRelation, personInReach } from "../casework/public.ts";
import { shortName, whereaboutsHidden } from "../person/public.ts";
import { employmentAccess } from "./access.ts";
import {
  DeclarationLine as Declaration,
  type DeclarationLine,
  EmployerLine,
  EmployerView,
  PlacementLine,
  PlacementView,
} from "./contract.ts";
import {
  declarationUse,
  followsFromStart,
  followUpDays,
  refuseDeclaration,
  refuseStart,
  type StartConditions,
  warnWeeklyHours,
} from "./rules.ts";

/** Employers by name, with how many work there now and how many declared places are used. */
async function listEmployers(context: WorkContext): Promise<EmployerLine[]> {
  const { rows } = await sql<EmployerLine>`select e.id, e.name, e.nip, e.address, e.contact_person, e.contact_phone,
      (select count(*)::int from placement l join placement_start s on s.organisation_id = l.organisation_id and s.placement_id = l.id
        where l.organisation_id = e.organisation_id and l.employer_id = e.id
          and not exists (select from placement_ending n where n.organisation_id = l.organisation_id and n.placement_id = l.id)) as placements_now,
      coalesce((select sum(d.persons_count)::int from employer_declaration d where d.organisation_id = e.organisation_id and d.employer_id = e.id), 0) as declared,
      (select count(*)::int from declaration_place u join employer_declaration d on d.organisation_id = u.organisation_id and d.id = u.declaration_id
        where u.organisation_id = e.organisation_id and d.employer_id = e.id) as used,
      (select max(c.done_on) from coach_log c where c.organisation_id = e.organisation_id and c.employer_id = e.id) as last_contact_on
    from employer e where e.organisation_id = ${context.actor.organisationId} order by e.name, e.id ${atMost}`.execute(
    context.tx,
  );
  return rows;
}

/** The card with the employer's contact history of a year; who was spoken about is not told. */
async function readEmployer(context: WorkContext, id: string): Promise<EmployerView> {
  const { rows } =
    await sql<EmployerView>`select e.id, e.name, e.nip, e.regon, e.address, e.size, e.contact_person, e.contact_phone, e.workplace, e.conditions,
      coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'activity', c.activity, 'doneOn', c.done_on, 'authorName', m.display_name) order by c.done_on desc, c.id)
        from coach_log c join membership m on m.organisation_id = c.organisation_id and m.account_id = c.author_id
        where c.organisation_id = e.organisation_id and c.employer_id = e.id and c.done_on >= (${context.today}::date - interval '1 year')), '[]') as contacts
    from employer e where e.organisation_id = ${context.actor.organisationId} and e.id = ${id}`.execute(context.tx);
  const [row] = rows;
  if (!row) throw new Problem("not_found", "employer.not_found");
  return row;
}

type DeclarationRow = Omit<DeclarationLine, "free" | "missing">;

/** Declarations, newest first; of one employer when given. */
async function listDeclarations(context: WorkContext, employerId: string | null): Promise<DeclarationLine[]> {
  const { rows } =
    await sql<DeclarationRow>`select d.id, d.employer_id, e.name as employer_name, d.signed_by, d.signed_on, d.persons_count,
      (select count(*)::int from declaration_place u where u.organisation_id = d.organisation_id and u.declaration_id = d.id) as used,
      d.positions, d.working_time_fraction::float8 as working_time_fraction, d.weekly_hours::float8 as weekly_hours, d.duration_months, d.duration_until,
      d.indefinite, d.contract_form, d.conditions, d.file_id, d.version
    from employer_declaration d join employer e on e.organisation_id = d.organisation_id and e.id = d.employer_id
    where d.organisation_id = ${context.actor.organisationId} ${employerId === null ? sql`` : sql`and d.employer_id = ${employerId}`}
    order by d.signed_on desc, d.id ${atMost}`.execute(context.tx);
  return rows.map((row) => {
    const used = Array.from({ length: row.used }, () => ({ status: "DRAFT" as const }));
    return { ...row, free: declarationUse(row.personsCount, used).free, missing: [...refuseDeclaration(row)] };
  });
}

type PlacementRow = Omit<PlacementView, "checks" | "missing" | "disclosure" | "opinion" | "warning"> &
  StartConditions & {
    hidden: boolean;
    died: boolean;
    disclosureSealed: Buffer | null;
    opinionSealed: Buffer | null;
    done: { months: number; checkedOn: PlainDate; status: PlacementView["checks"][number]["status"] }[];
  };

/** What of a placement says where somebody is in the daytime, left out for who may not know it (C7). */
const placeless = {
  employerId: null,
  employerName: null,
  mentor: null,
  programme: null,
  agreementNo: null,
  disclosureSealed: null,
  opinionSealed: null,
};

async function selectPlacements(context: WorkContext, condition: RawBuilder<boolean>): Promise<PlacementRow[]> {
  const { rows } =
    await sql<PlacementRow>`select l.id, l.person_id, ${shortName("p")} as person_name, l.employer_id, e.name as employer_name,
      ${whereaboutsHidden(context, sql.ref("l.person_id"))} as hidden, p.death_date is not null as died, l.kind,
      l.starts_on, l.until_on, s.started_on, n.ended_on, n.result, n.reason as end_reason, n.opinion_sealed, l.financing, l.agreement_no, l.agreement_on,
      l.weekly_hours::float8 as weekly_hours, l.programme, l.mentor, c.display_name as coach_name, l.medical_exam_on, l.medical_exam_until,
      l.safety_training_on, l.insured_from, l.disclosure_agreed, l.disclosure_sealed, l.version,
      coalesce((select jsonb_agg(jsonb_build_object('months', k.months, 'checkedOn', k.checked_on, 'status', k.status) order by k.months)
        from employment_check k where k.organisation_id = l.organisation_id and k.placement_id = l.id), '[]') as done
    from placement l
    join person p on p.organisation_id = l.organisation_id and p.id = l.person_id
    join employer e on e.organisation_id = l.organisation_id and e.id = l.employer_id
    left join membership c on c.organisation_id = l.organisation_id and c.account_id = l.coach_id
    left join placement_start s on s.organisation_id = l.organisation_id and s.placement_id = l.id
    left join placement_ending n on n.organisation_id = l.organisation_id and n.placement_id = l.id
    where l.organisation_id = ${context.actor.organisationId} and ${condition}
    order by n.ended_on is not null, l.until_on, l.id ${atMost}`.execute(context.tx);
  return rows.map((row) => (row.hidden ? { ...row, ...placeless } : row));
}

/** The looks at 1, 3, 6 and 12 months, with what was found; none while there is no job to look at. */
function checksOf(row: PlacementRow): PlacementView["checks"] {
  const employed = row.result === "EMPLOYED_THERE" || row.result === "EMPLOYED_ELSEWHERE";
  const from = followsFromStart(row.kind) ? row.startedOn : employed ? row.endedOn : null;
  if (from === null) return [];
  return followUpDays(from).map(({ months, dueOn }) => {
    const found = row.done.find((check) => check.months === months);
    return { months, dueOn, checkedOn: found?.checkedOn ?? null, status: found?.status ?? null };
  });
}

const missingOf = (row: PlacementRow): string[] => (row.startedOn === null ? [...refuseStart(row, row.startsOn)] : []);

async function listPlacements(context: WorkContext, personId: string | null): Promise<PlacementLine[]> {
  const reach = personInReach(context, employmentAccess["placement.read"], sql.ref("l.person_id"));
  const rows = await selectPlacements(
    context,
    personId === null ? reach : sql`l.person_id = any (same_person(${personId})) and ${reach}`,
  );
  return rows.map((row) => ({
    ...row,
    missing: missingOf(row),
    nextCheckOn: row.died ? null : (checksOf(row).find((check) => check.checkedOn === null)?.dueOn ?? null),
  }));
}

/** R-EMP-03: the weekly limit of socially useful work that holds on the first day; null when none is known. */
async function weeklyLimit(context: WorkContext, row: PlacementRow): Promise<number | null> {
  if (row.kind !== "SOCIALLY_USEFUL_WORK") return null;
  const { rows } = await sql<{ value: number }>`select value::float8 as value from legal_parameter
    where code = 'SOCIALLY_USEFUL_WORK_WEEKLY_HOURS' and valid_from <= ${row.startsOn} order by valid_from desc limit 1`.execute(
    context.tx,
  );
  return rows[0]?.value ?? null;
}

async function readPlacement(context: WorkContext, id: string): Promise<PlacementView> {
  const [row] = await selectPlacements(context, sql<boolean>`l.id = ${id}`);
  if (!row) throw new Problem("not_found", "placement.not_found");
  const relation = await findRelation(context, row.personId);
  requireReach(context.actor, employmentAccess["placement.read"], relation ?? {}, "placement.not_found");
  const open = (purpose: string, sealed: Buffer | null): string | null =>
    sealed && unsealText(context, purpose, id, sealed);
  return {
    ...row,
    missing: missingOf(row),
    warning: row.weeklyHours === null ? null : warnWeeklyHours(row.weeklyHours, await weeklyLimit(context, row)),
    disclosure: open("placement.disclosure", row.disclosureSealed),
    opinion: open("placement.opinion", row.opinionSealed),
    checks: checksOf(row),
  };
}

export const employmentQueries = [
  defineQuery({
    name: "employer.list",
    method: "GET",
    path: "/employers",
    summary: "Employers with their placements and declared places",
    input: z.strictObject({}),
    answer: z.object({ employers: z.array(EmployerLine) }),
    verb: employmentAccess["employer.read"],
    audit: null,
    run: async (context) => ({ employers: await listEmployers(context) }),
  }),
  defineQuery({
    name: "employer.read",
    method: "GET",
    path: "/employers/:employerId",
    summary: "An employer's card",
    input: z.strictObject({ employerId: z.uuid() }),
    answer: EmployerView.extend({ declarations: z.array(Declaration) }),
    verb: employmentAccess["employer.read"],
    audit: null,
    run: async (context, { employerId }) => ({
      ...(await readEmployer(context, employerId)),
      declarations: await listDeclarations(context, employerId),
    }),
  }),
  defineQuery({
    name: "declaration.list",
    method: "GET",
    path: "/declarations",
    summary: "Employers' declarations with used and free places",
    input: z.strictObject({}),
    answer: z.object({ declarations: z.array(Declaration) }),
    verb: employmentAccess["employer.read"],
    audit: null,
    run: async (context) => ({ declarations: await listDeclarations(context, null) }),
  }),
  defineQuery({
    name: "placement.list",
    method: "GET",
    path: "/placements",
    summary: "Placements of the people in reach, those going on first",
    input: z.strictObject({ personId: z.uuid().optional() }),
    answer: z.object({ placements: z.array(PlacementLine) }),
    verb: employmentAccess["placement.read"],
    audit: null,
    run: async (context, { personId }) => ({ placements: await listPlacements(context, personId ?? null) }),
  }),
  defineQuery({
    name: "placement.read",
    method: "GET",
    path: "/placements/:placementId",
    summary: "A placement with its conditions and follow-ups",
    input: z.strictObject({ placementId: z.uuid() }),
    answer: PlacementView,
    verb: employmentAccess["placement.read"],
    audit: ({ placementId }, { personId }) => ({
      objectType: "placement",
      objectId: placementId,
      personId,
      section: "EMPLOYMENT",
    }),
    run: (context, { placementId }) => readPlacement(context, placementId),
  }),
];

export const employmentDownloads = [
  defineDownload({
    name: "declaration.open-scan",
    path: "/declarations/:declarationId/scan",
    summary: "The signed scan of a declaration",
    input: z.strictObject({ declarationId: z.uuid() }),
    verb: employmentAccess["employer.read"],
    audit: ({ declarationId }) => ({ objectType: "declaration", objectId: declarationId }),
    run: async (context, { declarationId }) => {
      const declaration = await context.tx
        .selectFrom("employerDeclaration")
        .select(["fileId", "signedOn"])
        .where("organisationId", "=", context.actor.organisationId)
        .where("id", "=", declarationId)
        .executeTakeFirst();
      if (!declaration?.fileId) throw new Problem("not_found", "declaration.not_found");
      const { bytes, mediaType } = await readStoredFile(context, declaration.fileId);
      return { bytes, mediaType, name: `deklaracja-${declaration.signedOn}.${mediaType.split("/")[1]}` };
    },
  }),
];
