import { sql } from "kysely";
import type pg from "pg";
import { z } from "zod";
import { type Actor, type Role, roles } from "../../../platform/access.ts";
import { defineQuery, runQuery, type Services, type WorkContext } from "../../../platform/command.ts";
import { kyselyOf } from "../../../platform/db.ts";
import { parameterOn } from "../../../platform/law.ts";
import { Problem } from "../../../platform/problem.ts";
import { todayIn } from "../../../platform/time/instant.ts";
import { addDays, addMonths, endOfMonth, type PlainDate, startOfMonth } from "../../../platform/time/plainDate.ts";
import { PlainDate as Day } from "../../../platform/time/schemas.ts";
import { programmesOfUnit } from "../../centre/public.ts";
import { hiddenAmongIds } from "../../person/public.ts";
import { askedAdvances } from "../advance/store.ts";
import { dueOf } from "../classes/queries.ts";
import { editionsOf } from "../classes/store.ts";
import { programmeTasks } from "../classes/tasks.ts";
import { nextInstalment } from "../debt/rules.ts";
import { agreementsOf, carriedOf } from "../debt/store.ts";
import { advanceTasks, debtTasks, taskOfAdvance, taskOfDebt } from "../tasks.ts";
import { centreMonthAccess } from "./access.ts";
import { centresOf } from "./centres.ts";
import { reckonMonth } from "./facts.ts";
import type { MonthNoteCode } from "./personMonth.ts";

/** Tasks about limits of a participation; their source is the programme. */
const limitTasks = "cis_limit";
const sourceTypes = [limitTasks, programmeTasks, advanceTasks, debtTasks] as const;

/** Notes that warn before a limit is crossed, and the kind of their task. The end of a trial and of a programme have tasks of their own. Source: docs/domain/journeys.md J6.3 */
const limitKinds: Readonly<Partial<Record<MonthNoteCode, string>>> = {
  SICK_LIMIT_NEAR: "CIS_SICK_LIMIT_NEAR",
  DAYS_OFF_NEAR: "CIS_DAYS_OFF_NEAR",
  UNEXCUSED_AT_MOST: "CIS_UNEXCUSED_AT_MOST",
};

const Wanted = z.object({
  kind: z.string(),
  personId: z.uuid().nullable(),
  caseId: z.uuid().nullable(),
  sourceType: z.enum(sourceTypes),
  sourceId: z.uuid(),
  detail: z.record(z.string(), z.union([z.string(), z.number()])),
  dueOn: Day.nullable(),
});
type Wanted = z.infer<typeof Wanted>;

/** What somebody is to be told of the people of a unit whom they may know of. A month whose law is unknown tells nothing. */
async function limitsOf(context: WorkContext, unitId: string): Promise<Wanted[]> {
  const month = startOfMonth(context.today);
  const programmes = await programmesOfUnit(context, { unitId, from: month, to: endOfMonth(month) });
  const hidden = await hiddenAmongIds(
    context,
    programmes.map(({ personId }) => personId),
  );
  const shown = programmes.filter(({ personId, endedOn }) => !hidden.has(personId) && endedOn === null);
  const reckoned = await reckonMonth(context, { unitId, month, programmes: shown }).catch((error: unknown) => {
    if (error instanceof Problem) return [];
    throw error;
  });
  return reckoned.flatMap(({ programme: { id, personId, caseId }, notes }) =>
    notes.flatMap(({ code, count }): Wanted[] => {
      const kind = limitKinds[code];
      if (!kind) return [];
      const detail: Wanted["detail"] = { count: count ?? 0 };
      if (code === "UNEXCUSED_AT_MOST") detail.month = month.slice(0, 7);
      return [{ kind, personId, caseId, sourceType: limitTasks, sourceId: id, detail, dueOn: context.today }];
    }),
  );
}

/** The class programme of the next month, some days before it is to be approved and until it is. */
async function programmesDue(context: WorkContext, unitId: string): Promise<Wanted[]> {
  const month = addMonths(startOfMonth(context.today), 1);
  const dueOn = await dueOf(context, month);
  const notice = Number((await parameterOn(context.tx, "CIS_NOTICE_CLASS_PROGRAMME", context.today)).value);
  if (context.today < addDays(dueOn, -notice)) return [];
  const editions = await editionsOf(context, { unitId, month });
  if (editions.some(({ decision }) => decision?.decision === "APPROVED")) return [];
  if ((await programmesOfUnit(context, { unitId, from: month, to: endOfMonth(month) })).length === 0) return [];
  const detail = { month: month.slice(0, 7) };
  const kind = "class-programme.due";
  return [{ kind, personId: null, caseId: null, sourceType: programmeTasks, sourceId: unitId, detail, dueOn }];
}

/**
 * Money that no list settles: requests for an advance without an answer, and what leavers owe, with the day of the instalment that is
 * next. None of it names anybody. Source: docs/adr/0056-what-no-list-takes-back.md
 */
async function moneyDue(context: WorkContext, unitId: string): Promise<Wanted[]> {
  const advances = (await askedAdvances(context, unitId)).map(({ id, month }) => taskOfAdvance({ id, unitId, month }));
  const owed = (await carriedOf(context, unitId)).filter(({ left, openGrosze }) => left && openGrosze > 0);
  const agreements = await agreementsOf(
    context,
    owed.map(({ ipzsId }) => ipzsId),
  );
  const debts = owed.map(({ ipzsId, openGrosze }) =>
    taskOfDebt({ ipzsId, unitId, due: nextInstalment(agreements.get(ipzsId)?.instalments, openGrosze, context.today) }),
  );
  return [...advances, ...debts].map(
    ({ source, ...task }): Wanted => ({
      ...task,
      personId: null,
      caseId: null,
      sourceType: source.type,
      sourceId: source.id,
    }),
  );
}

/** In the reader's name, so that nothing is told of whom they may not know (C7). Reads no file: the entry is that of the task. */
const wantedOf = defineQuery({
  name: "centre-month.tell",
  method: "GET",
  path: "",
  summary: "What the manager of a centre, or its social worker, is to be told",
  input: z.strictObject({}),
  answer: z.object({ wanted: z.array(Wanted) }),
  verb: centreMonthAccess["centre-month.read"],
  audit: null,
  run: async (context) => {
    const wanted: Wanted[] = [];
    for (const { id } of await centresOf(context, centreMonthAccess["centre-month.read"]))
      wanted.push(...(await limitsOf(context, id)));
    for (const { id } of await centresOf(context, { CIS_MANAGER: "unit" }))
      wanted.push(...(await programmesDue(context, id)), ...(await moneyDue(context, id)));
    return { wanted };
  },
});

const leads = ({ roles }: Actor) => roles.includes("CIS_MANAGER");

type Standing = Omit<Actor, "roles" | "unitIds" | "sessionId"> & { named: string[]; units: string[] };

/** Who is told of centres on a day and works here: managers first. */
async function toldOn(owner: pg.Pool, today: PlainDate): Promise<Actor[]> {
  const { rows } = await owner.query<Standing>(
    `select m.organisation_id as "organisationId", m.account_id as "accountId", m.display_name as "displayName", m.person_id as "personId",
       true as authorised,
       array(select r.role from membership_role r where r.organisation_id = m.organisation_id and r.account_id = m.account_id) as named,
       array(select u.unit_id from membership_unit u where u.organisation_id = m.organisation_id and u.account_id = m.account_id) as units
     from membership m join account a on a.id = m.account_id and a.disabled_at is null
     where m.valid_from <= $1 and coalesce(m.valid_until, $1) >= $1 and m.ended_at is null and m.held_at is null
       and exists (select from membership_role r where r.organisation_id = m.organisation_id and r.account_id = m.account_id
         and r.role in ('CIS_MANAGER', 'REINTEGRATION_SOCIAL_WORKER'))
     order by m.organisation_id, m.account_id`,
    [today],
  );
  const people = rows.map(({ named, units, ...standing }): Actor => {
    const known: Role[] = roles.filter((role) => named.includes(role));
    return { ...standing, roles: known, unitIds: units, sessionId: null };
  });
  return people.toSorted((a, b) => Number(leads(b)) - Number(leads(a)));
}

const keyOf = ({ kind, sourceId }: Wanted) => `${kind} ${sourceId}`;

/**
 * Tells managers of centres before a limit is crossed, before the class programme of the next month is due, and of money that no list
 * settles; ends what is past. What no manager
 * may know, since somebody's whereabouts are protected and no manager is among their readers, the social worker of the centre is told who is. What somebody
 * ended by hand is not told again until its figure changes. `owner` sees all organisations; doing it again changes nothing.
 */
export async function tellCentreMonths(owner: pg.Pool, services: Services): Promise<void> {
  const now = services.clock.now();
  const today = todayIn(now, "Europe/Warsaw");
  const db = kyselyOf(owner);
  const ofManagers = new Set<string>();
  for (const actor of await toldOn(owner, today)) {
    const { organisationId, accountId } = actor;
    const answer = await runQuery(services, actor, { requestId: null, device: null }, wantedOf, {});
    const { wanted: known } = wantedOf.answer.parse(answer) as { wanted: Wanted[] }; // the answer's own schema
    const wanted = leads(actor) ? known : known.filter((one) => !ofManagers.has(keyOf(one)));
    if (leads(actor)) for (const one of known) ofManagers.add(keyOf(one));
    const rows = JSON.stringify(wanted.map((one) => ({ ...one, detail: JSON.stringify(one.detail) })));
    await db.transaction().execute(async (tx) => {
      await sql`select set_config('powrot.organisation_id', ${organisationId}, true), set_config('powrot.now', ${now.toISOString()}, true)`.execute(
        tx,
      );
      const told = sql`jsonb_to_recordset(${rows}::jsonb) as w("kind" text, "personId" uuid, "caseId" uuid, "sourceType" text, "sourceId" uuid,
        "detail" text, "dueOn" date)`;
      await sql`insert into task_ending (organisation_id, task_id, outcome, ended_on, ended_by, by_source)
        select t.organisation_id, t.id, 'NO_LONGER_RELEVANT', ${today}, t.created_by, true from task t
        where t.organisation_id = ${organisationId} and t.owner_id = ${accountId} and t.source_type = any (${[...sourceTypes]}::text[])
          and not exists (select from task_ending e where e.organisation_id = t.organisation_id and e.task_id = t.id)
          and not exists (select from ${told} where w."sourceType" = t.source_type and w."sourceId" = t.source_id and w."kind" = t.kind and w."detail"::jsonb = t.detail)
        on conflict do nothing`.execute(tx);
      await sql`insert into task (organisation_id, id, person_id, case_id, owner_id, kind, detail, due_on, source_type, source_id, created_by)
        select ${organisationId}, gen_random_uuid(), w."personId", w."caseId", ${accountId}, w."kind", w."detail"::jsonb, w."dueOn", w."sourceType", w."sourceId", ${accountId}
        from ${told}
        where not exists (select from task t left join task_ending e on e.organisation_id = t.organisation_id and e.task_id = t.id
          where t.organisation_id = ${organisationId} and t.owner_id = ${accountId} and t.source_type = w."sourceType" and t.source_id = w."sourceId"
            and t.kind = w."kind" and t.detail = w."detail"::jsonb and (e.task_id is null or not e.by_source))`.execute(
        tx,
      );
    });
  }
}
