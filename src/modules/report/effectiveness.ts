import { sql } from "kysely";
import { type Reach, type Role, requireReach } from "../../platform/access.ts";
import type { WorkContext } from "../../platform/command.ts";
import { readColumns } from "../../platform/db.ts";
import { Problem } from "../../platform/problem.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";
import { personInReach } from "../casework/public.ts";
import { declaredWork } from "../employment/public.ts";
import { evidenceOf } from "../outcome/public.ts";
import { shortName } from "../person/public.ts";
import { groupsOfParticipants } from "../programme/public.ts";
import { findThresholds, participantsOf } from "../project/public.ts";
import { reportAccess } from "./access.ts";
import { type Cell, type CellPeople, type CountedPerson, FrozenReport } from "./contract.ts";
import { effectivenessReport, peopleOfCell } from "./rules.ts";

type Verb = Readonly<Partial<Record<Role, Reach>>>;

/** @throws Problem not_found `project.not_found`, also for a project out of the actor's reach */
export async function requireProject(context: WorkContext, verb: Verb, projectId: string) {
  const project = await findThresholds(context, projectId);
  const unit = project !== undefined && context.actor.unitIds.includes(project.unitId);
  requireReach(context.actor, verb, { unit }, "project.not_found");
  if (!project) throw new Problem("not_found", "project.not_found");
  return project;
}

/** The report as the records stand today. @throws Problem not_found */
export async function countEffectiveness(context: WorkContext, verb: Verb, projectId: string): Promise<FrozenReport> {
  const project = await requireProject(context, verb, projectId);
  const { organisationId } = context.actor;
  const asAt = context.today;
  const enrolments = await participantsOf(context, projectId, asAt);
  const groups = new Map((await groupsOfParticipants(context, projectId)).map((each) => [each.enrolmentId, each]));
  const evidence = await evidenceOf(context, projectId, asAt);
  // an array, not a join: the planner takes a project for small and would look each person up alone
  const people = await readColumns<{ id: string; personNo: number; sex: string; birthDate: PlainDate | null }>(
    context.tx,
    ["id", "personNo", "sex", "birthDate"],
    sql`select id, person_no, sex, birth_date from person where organisation_id = ${organisationId} and id = any (array(
      select person_id from enrolment_period where organisation_id = ${organisationId} and project_id = ${projectId} and started_on <= ${asAt}))`,
  );
  const known = new Map(people.map((person) => [person.id, person]));
  const employers = await declaredWork(
    context,
    sql`select id from outcome_state where organisation_id = ${organisationId} and project_id = ${projectId}
      and occurred_on <= ${asAt} and status = 'VERIFIED' and dimension = 'EMPLOYMENT'`,
  );
  return effectivenessReport({
    project: {
      id: projectId,
      title: project.title,
      number: project.number,
      startsOn: project.startsOn,
      endsOn: project.endsOn,
    },
    asAt,
    socialPercent: project.socialPercent,
    employmentPercent: project.employmentPercent,
    windowDays: project.indicatorWindowDays,
    participants: enrolments.map(({ enrolmentId, personId, endedOn, accordingToPath }) => {
      const person = known.get(personId);
      return {
        personId,
        personNo: person?.personNo ?? 0,
        sex: person?.sex ?? "UNKNOWN",
        birthDate: person?.birthDate ?? null,
        groupId: groups.get(enrolmentId)?.groupId ?? "UNKNOWN",
        endedOn,
        accordingToPath,
      };
    }),
    groupNames: new Map([...groups.values()].map(({ groupId, groupName }) => [groupId, groupName])),
    evidence,
    employers,
  });
}

/** A report that was sent, as it was sent. @throws Problem not_found `report.not_found` */
export async function readSnapshot(context: WorkContext, snapshotId: string) {
  const { organisationId } = context.actor;
  const row = await context.tx
    .selectFrom("reportSnapshot as r")
    .innerJoin("membership as m", (join) =>
      join.onRef("m.organisationId", "=", "r.organisationId").onRef("m.accountId", "=", "r.sentBy"),
    )
    .select([
      "r.id",
      "r.projectId",
      "r.versionNo",
      "r.correctionReason",
      "r.content",
      "r.contentHash",
      "r.sentAt",
      "m.displayName as sentByName",
    ])
    .where("r.organisationId", "=", organisationId)
    .where("r.id", "=", snapshotId)
    .executeTakeFirst();
  if (!row) throw new Problem("not_found", "report.not_found");
  await requireProject(context, reportAccess["report.read"], row.projectId).catch(() => {
    throw new Problem("not_found", "report.not_found");
  });
  const { content, ...head } = row;
  return { ...head, report: FrozenReport.parse(JSON.parse(content)) };
}

/** The people behind a number, as named as the reader may see them; the others are a count. */
export async function openCell(
  context: WorkContext,
  persons: readonly CountedPerson[],
  cell: Cell,
): Promise<CellPeople> {
  const chosen = peopleOfCell(persons, cell);
  const id = sql.ref("p.id");
  const { rows } = await sql<{ id: string; personId: string | null; personName: string | null }>`select p.id,
      case when n.named then p.id end as person_id,
      case when n.named then ${shortName("p")} end as person_name
    from person p, lateral (select ${personInReach(context, reportAccess["report.open-names"], id)} as named) n
    where p.organisation_id = ${context.actor.organisationId} and p.id = any (${chosen.map(({ personId }) => personId)}::uuid[])
      and ${personInReach(context, reportAccess["report.open-people"], id)}`.execute(context.tx);
  const open = new Map(rows.map((row) => [row.id, row]));
  const people = chosen.flatMap(({ personId, personNo, social, employment }) => {
    const person = open.get(personId);
    return person ? [{ personNo, personId: person.personId, personName: person.personName, social, employment }] : [];
  });
  return { people, others: chosen.length - people.length };
}
