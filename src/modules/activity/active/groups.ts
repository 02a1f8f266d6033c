import { sql } from "kysely";
import { z } from "zod";
import { type Reach, type Role, reachesOf, requireReach } from "../../../platform/access.ts";
import { atMost } from "../../../platform/atMost.ts";
import {
  type CommandContext,
  type Done,
  defineCommand,
  defineDownload,
  defineQuery,
  type GivenFile,
  type WorkContext,
} from "../../../platform/command.ts";
import { docxFile } from "../../../platform/documents/renderDocx.ts";
import { renderPdf } from "../../../platform/documents/renderPdf.ts";
import { hoursText } from "../../../platform/hoursText.ts";
import { sealText, unsealText } from "../../../platform/keys/sealedText.ts";
import { LANGS, type Lang, translate } from "../../../platform/messages.ts";
import { oneAtATime } from "../../../platform/oneAtATime.ts";
import { onConstraint, Problem, refuseIf } from "../../../platform/problem.ts";
import { formatDay } from "../../../platform/time/formats.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { refuseForDead, requirePerson } from "../../casework/public.ts";
import { letterheadOf } from "../../organisation/public.ts";
import { areWhereaboutsHidden, getPersonNames, hiddenAmongIds, personIdsOf } from "../../person/public.ts";
import { activityAccess } from "../access.ts";
import { requireUnit } from "../reach.ts";
import { ActiveGroup, ActiveGroups, BeginActiveGroup, DecideOnCandidate, ProposeForActiveGroup } from "./contract.ts";
import { activeMessages } from "./messages.ts";
import { classPresence } from "./presence.ts";

onConstraint("active_group_key", "conflict", "record.id_taken");
onConstraint("active_group_candidate_key", "conflict", "record.id_taken");
onConstraint("active_group_candidate_once", "refused", "active.already_proposed");
onConstraint("active_group_days", "refused", "active.ends_before_start");

const purposes = { candidate: "active-group.candidate", decision: "active-group.decision" } as const;
const said = { source: "R-GDPR-11" };
type Verb = Readonly<Partial<Record<Role, Reach>>>;
type StoredGroup = Omit<ActiveGroup, "mayDecide" | "candidates" | "hidden">;

/** @throws Problem not_found `active.not_found` */
async function requireGroup({ tx, actor }: WorkContext, verb: Verb, id: string): Promise<StoredGroup> {
  const { rows } =
    await sql<StoredGroup>`select a.id, a.unit_id, u.name as unit_name, a.name, a.prepared_for, a.criteria,
      a.from_on as from, a.to_on as to
    from active_group a join unit u on u.organisation_id = a.organisation_id and u.id = a.unit_id
    where a.organisation_id = ${actor.organisationId} and a.id = ${id}`.execute(tx);
  const [group] = rows;
  if (!group) throw new Problem("not_found", "active.not_found");
  requireReach(actor, verb, { unit: actor.unitIds.includes(group.unitId) }, "active.not_found");
  return group;
}

async function begin(context: CommandContext, payload: BeginActiveGroup): Promise<Done> {
  const { activeGroupId: id, unitId, name, preparedFor, criteria, from, to } = payload;
  await requireUnit(context, activityAccess["active-group.begin"], unitId);
  refuseIf([to < from ? "active.ends_before_start" : null], said);
  const { organisationId, accountId: recordedBy } = context.actor;
  await context.tx
    .insertInto("activeGroup")
    .values({ organisationId, id, unitId, name, preparedFor, criteria, fromOn: from, toOn: to, recordedBy })
    .execute();
  return { ids: { activeGroup: id }, about: { type: "active-group", id } };
}

/** @throws Problem not_found | refused `active.already_proposed`, also under another record of the same person */
async function propose(context: CommandContext, payload: ProposeForActiveGroup): Promise<Done> {
  const { candidateId, activeGroupId, personId, reason } = payload;
  const verb = activityAccess["active-group.propose"];
  await requireGroup(context, verb, activeGroupId);
  await requirePerson(context, verb, personId);
  if (await areWhereaboutsHidden(context, personId)) throw new Problem("not_found", "person.not_found");
  await refuseForDead(context, personId);
  await oneAtATime(context.tx, "active group", activeGroupId);
  const family = await personIdsOf(context, personId);
  const { organisationId, accountId: proposedBy } = context.actor;
  const { rows } = await sql`select from active_group_candidate where organisation_id = ${organisationId}
    and active_group_id = ${activeGroupId} and person_id = any (${[...family]}::uuid[])`.execute(context.tx);
  refuseIf([rows.length > 0 ? "active.already_proposed" : null], said);
  const sealed = sealText(context, purposes.candidate, candidateId, reason);
  await context.tx
    .insertInto("activeGroupCandidate")
    .values({ organisationId, id: candidateId, activeGroupId, personId, sealed, proposedBy })
    .execute();
  return { ids: { candidate: candidateId }, about: { type: "active-group", id: activeGroupId, personId } };
}

/** A person decides, with a reason either way; the last decision counts. @throws Problem not_found */
async function decide(context: CommandContext, payload: DecideOnCandidate): Promise<Done> {
  const { decisionId: id, candidateId, chosen, reason } = payload;
  const { organisationId, accountId: decidedBy } = context.actor;
  const { rows } = await sql<{ activeGroupId: string; personId: string }>`select active_group_id, person_id
    from active_group_candidate where organisation_id = ${organisationId} and id = ${candidateId}`.execute(context.tx);
  const [candidate] = rows;
  if (!candidate || (await areWhereaboutsHidden(context, candidate.personId)))
    throw new Problem("not_found", "active.not_found");
  const { activeGroupId, personId } = candidate;
  await oneAtATime(context.tx, "active group candidate", candidateId);
  await requireGroup(context, activityAccess["active-group.decide"], activeGroupId);
  const { rows: before } = await sql<{ no: number }>`select count(*)::int as no from active_group_decision
    where organisation_id = ${organisationId} and candidate_id = ${candidateId}`.execute(context.tx);
  const sealed = sealText(context, purposes.decision, id, reason);
  const no = (before[0]?.no ?? 0) + 1;
  await context.tx
    .insertInto("activeGroupDecision")
    .values({ organisationId, id, candidateId, no, chosen, sealed, decidedBy })
    .execute();
  return {
    ids: { candidate: candidateId },
    about: { type: "active-group", id: activeGroupId, personId },
    detail: { chosen },
  };
}

const mayDecide = ({ actor }: WorkContext) => reachesOf(actor, activityAccess["active-group.decide"]).size > 0;

async function list(context: WorkContext, unitId: string): Promise<ActiveGroups> {
  await requireUnit(context, activityAccess["active-group.list"], unitId);
  const { rows } = await sql<ActiveGroups["groups"][number]>`select a.id, a.name, a.from_on as from, a.to_on as to,
      (select count(*)::int from active_group_candidate c where c.organisation_id = a.organisation_id and c.active_group_id = a.id) as candidates,
      (select count(*)::int from active_group_candidate c where c.organisation_id = a.organisation_id and c.active_group_id = a.id
        and (select d.chosen from active_group_decision d where d.organisation_id = c.organisation_id and d.candidate_id = c.id order by d.no desc limit 1)) as chosen
    from active_group a where a.organisation_id = ${context.actor.organisationId} and a.unit_id = ${unitId}
    order by a.from_on desc, a.id ${atMost}`.execute(context.tx);
  return { groups: rows, mayDecide: mayDecide(context) };
}

type CandidateRow = { id: string; personId: string; sealed: Buffer; by: string };
type DecisionRow = { id: string; candidateId: string; chosen: boolean; sealed: Buffer; by: string; on: PlainDate };
type Candidate = ActiveGroup["candidates"][number];

/** What somebody did beside the timetable on some days, under any of their records. */
async function figuresOf(
  context: WorkContext,
  personId: string,
  { from, to }: { from: PlainDate; to: PlainDate },
): Promise<Candidate["figures"]> {
  const { tx, actor } = context;
  const own = sql`any (same_person(${personId}))`;
  const { rows } = await sql<Omit<Candidate["figures"], "heldMinutes" | "presentMinutes">>`select
      (select count(distinct day)::int from offer_visit where organisation_id = ${actor.organisationId} and person_id = ${own}
        and withdrawn_at is null and day between ${from} and ${to}) as offer_days,
      (select count(*)::int from course_participant p join course c on c.organisation_id = p.organisation_id and c.id = p.course_id
        where p.organisation_id = ${actor.organisationId} and p.person_id = ${own} and p.withdrawn_at is null and c.starts_on <= ${to} and c.ends_on >= ${from}) as courses,
      g.times as gatherings, g.helped as helped_minutes
    from (select count(*)::int as times, coalesce(sum(p.helped_minutes), 0)::int as helped
      from gathering_participant p join gathering g on g.organisation_id = p.organisation_id and g.id = p.gathering_id
      where p.organisation_id = ${actor.organisationId} and p.person_id = ${own} and g.kind <> 'SELF_HELP' and g.day between ${from} and ${to}
        and not exists (select from gathering_withdrawal w where w.organisation_id = g.organisation_id and w.gathering_id = g.id)) g`.execute(
    tx,
  );
  const { held, present } = await classPresence.of(context, { personId, from, until: to });
  const [found] = rows;
  return {
    offerDays: 0,
    gatherings: 0,
    helpedMinutes: 0,
    courses: 0,
    ...found,
    heldMinutes: held,
    presentMinutes: present,
  };
}

/** @throws Problem not_found `active.not_found` */
async function read(context: WorkContext, activeGroupId: string): Promise<ActiveGroup> {
  const { tx, actor } = context;
  const group = await requireGroup(context, activityAccess["active-group.read"], activeGroupId);
  const { rows } =
    await sql<CandidateRow>`select c.id, c.person_id, c.sealed, m.display_name as by from active_group_candidate c
      join membership m on m.organisation_id = c.organisation_id and m.account_id = c.proposed_by
    where c.organisation_id = ${actor.organisationId} and c.active_group_id = ${activeGroupId} order by c.id ${atMost}`.execute(
      tx,
    );
  const { rows: decided } =
    await sql<DecisionRow>`select d.id, d.candidate_id, d.chosen, d.sealed, m.display_name as by,
      (d.recorded_at at time zone 'Europe/Warsaw')::date as on
    from active_group_decision d join active_group_candidate c on c.organisation_id = d.organisation_id and c.id = d.candidate_id
      join membership m on m.organisation_id = d.organisation_id and m.account_id = d.decided_by
    where d.organisation_id = ${actor.organisationId} and c.active_group_id = ${activeGroupId} order by d.no desc, d.id ${atMost}`.execute(
      tx,
    );
  const ids = rows.map(({ personId }) => personId);
  const hidden = await hiddenAmongIds(context, ids);
  const names = await getPersonNames(context, ids);
  const candidates: Candidate[] = [];
  for (const { id, personId, sealed, by } of rows.filter((one) => !hidden.has(one.personId)))
    candidates.push({
      id,
      personId,
      personName: names.get(personId) ?? "",
      reason: unsealText(context, purposes.candidate, id, sealed),
      by,
      figures: await figuresOf(context, personId, group),
      decisions: decided
        .filter(({ candidateId }) => candidateId === id)
        .map(({ id: decisionId, candidateId: _, sealed: why, ...decision }) => ({
          ...decision,
          reason: unsealText(context, purposes.decision, decisionId, why),
        })),
    });
  return {
    ...group,
    mayDecide: mayDecide(context),
    candidates: candidates.toSorted((a, b) => a.personName.localeCompare(b.personName, "pl")),
    hidden: hidden.size,
  };
}

const prints = ["normal", "large", "edit"] as const;
const template = new URL("../documents/active-group.typ", import.meta.url).href;

/** The record of the choice. @throws Problem not_found */
async function print(
  context: WorkContext,
  { activeGroupId, lang, print: wish }: { activeGroupId: string; lang: Lang; print: (typeof prints)[number] },
): Promise<GivenFile> {
  const group = await read(context, activeGroupId);
  const t = translate(activeMessages, lang);
  const { organisation, pictures } = await letterheadOf(context);
  const data = {
    frame: { organisation, issuedOn: context.today, basis: t("paper.basis"), largePrint: wish === "large" },
    facts: [
      [t("name"), group.name],
      [t("unit"), group.unitName],
      [t("preparedFor"), group.preparedFor],
      [t("days"), `${formatDay(group.from, lang)} – ${formatDay(group.to, lang)}`],
    ],
    criteria: { title: t("criteria"), lines: group.criteria },
    candidates: group.candidates.map(({ personName, reason, by, figures, decisions: [decision] }) => ({
      name: personName,
      lines: [
        t("proposed", { by, reason }),
        figureText(figures, lang),
        decision
          ? `${t(decision.chosen ? "chosen" : "not.chosen")}, ${decision.by}, ${formatDay(decision.on, lang)}: ${decision.reason}`
          : t("undecided"),
      ],
    })),
    parties: [{ role: t("decides"), name: "" }],
  };
  const request = { template, data, title: t("title"), lang, pictures };
  const name = `active-group-${context.today}`;
  if (wish === "edit") return docxFile(request, name);
  const { bytes } = await renderPdf(request);
  return { bytes, mediaType: "application/pdf", name: `${name}.pdf` };
}

function figureText(figures: Candidate["figures"], lang: Lang): string {
  const t = translate(activeMessages, lang);
  return t("figures.text", {
    present: hoursText(figures.presentMinutes, lang),
    held: hoursText(figures.heldMinutes, lang),
    offer: figures.offerDays,
    gatherings: figures.gatherings,
    helped: hoursText(figures.helpedMinutes, lang),
    courses: figures.courses,
  });
}

export const activeCommands = [
  defineCommand({
    type: "active-group.begin",
    v: 1,
    summary: "Begins the choice of the most active group, with what people look at",
    payload: BeginActiveGroup,
    verb: activityAccess["active-group.begin"],
    run: begin,
  }),
  defineCommand({
    type: "active-group.propose",
    v: 1,
    summary: "Proposes somebody for the most active group, with the reason",
    payload: ProposeForActiveGroup,
    verb: activityAccess["active-group.propose"],
    run: propose,
  }),
  defineCommand({
    type: "active-group.decide",
    v: 1,
    summary: "Decides on somebody who was proposed, with the reason",
    payload: DecideOnCandidate,
    verb: activityAccess["active-group.decide"],
    run: decide,
  }),
];

export const activeQueries = [
  defineQuery({
    name: "active-group.list",
    method: "GET",
    path: "/active-groups-of/:unitId",
    summary: "Choices of the most active group of a unit, in numbers",
    input: z.strictObject({ unitId: z.uuid() }),
    answer: ActiveGroups,
    verb: activityAccess["active-group.list"],
    audit: null,
    run: (context, { unitId }) => list(context, unitId),
  }),
  defineQuery({
    name: "active-group.read",
    method: "GET",
    path: "/active-groups/:activeGroupId",
    summary: "Who was proposed for the most active group, figures beside, and what people decided",
    input: z.strictObject({ activeGroupId: z.uuid() }),
    answer: ActiveGroup,
    verb: activityAccess["active-group.read"],
    audit: ({ activeGroupId }) => ({ objectType: "active-group", objectId: activeGroupId, section: "ATTENDANCE" }),
    run: (context, { activeGroupId }) => read(context, activeGroupId),
  }),
];

export const activeDownloads = [
  defineDownload({
    name: "active-group.print",
    path: "/active-groups/:activeGroupId/paper",
    summary: "The record of the choice as a PDF or as a file for editing",
    input: z.strictObject({
      activeGroupId: z.uuid(),
      lang: z.enum(LANGS).default("pl"),
      print: z.enum(prints).default("normal"),
    }),
    verb: activityAccess["active-group.print"],
    audit: ({ activeGroupId }) => ({ objectType: "active-group", objectId: activeGroupId, section: "ATTENDANCE" }),
    run: print,
  }),
];
