import { sql } from "kysely";
import { z } from "zod";
import { may } from "../../../platform/access.ts";
import { atMost } from "../../../platform/atMost.ts";
import { defineQuery, type WorkContext } from "../../../platform/command.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { personInReach } from "../../casework/public.ts";
import { hiddenAmongIds, shortName } from "../../person/public.ts";
import { absenceAccess } from "./access.ts";
import { absenceReasons } from "./codes.ts";
import { AbsenceLine, AbsenceParticipants, AbsenceView } from "./contract.ts";
import { absenceEffects } from "./effects.ts";
import { excusesOf } from "./public.ts";
import { refuseAcceptance, turns } from "./rules.ts";
import { findAbsences, marksBetween, purposes, requireAbsence, type StoredAbsence, unsealJson } from "./store.ts";

const verb = absenceAccess["absence.read"];
const text = z.string();

function lineOf({
  caseId: _,
  unitId: __,
  answerNo: ___,
  sealed: ____,
  askedBy: _____,
  ...line
}: StoredAbsence): AbsenceLine {
  return line;
}

/** What waits for an answer, and what was answered lately, of people in reach; those whose whereabouts are protected are counted (C7). */
async function listAbsences(context: WorkContext): Promise<{ absences: AbsenceLine[]; hidden: number }> {
  const found = await findAbsences(
    context,
    sql`${personInReach(context, verb, sql`i.person_id`)} and (x.state = 'ASKED' or x.answered_on >= ${context.today}::date - 60)`,
  );
  const hidden = await hiddenAmongIds(
    context,
    found.map(({ personId }) => personId),
  );
  const shown = found.filter(({ personId }) => !hidden.has(personId));
  return { absences: shown.map(lineOf), hidden: found.length - shown.length };
}

/** Programmes in reach that were admitted and have not ended; of people with protected whereabouts only how many (C7). */
async function listParticipants(context: WorkContext): Promise<AbsenceParticipants> {
  const { rows } = await sql<{ ipzsId: string; personId: string; personName: string }>`
    select i.id as ipzs_id, p.id as person_id, ${shortName("p")} as person_name
    from ipzs i join person h on h.organisation_id = i.organisation_id and h.id = i.person_id
      join person p on p.organisation_id = h.organisation_id and p.id = coalesce(h.merged_into, h.id)
    where i.organisation_id = ${context.actor.organisationId} and ${personInReach(context, absenceAccess["absence.ask"], sql`i.person_id`)}
      and exists (select from ipzs_step t where t.organisation_id = i.organisation_id and t.ipzs_id = i.id and t.act = 'admit')
      and not exists (select from ipzs_ending e where e.organisation_id = i.organisation_id and e.ipzs_id = i.id)
    order by person_name, i.id ${atMost}`.execute(context.tx);
  const hidden = await hiddenAmongIds(
    context,
    rows.map(({ personId }) => personId),
  );
  const participants = rows
    .filter(({ personId }) => !hidden.has(personId))
    .map(({ ipzsId, personName }) => ({ ipzsId, personName }))
    .toSorted((a, b) => a.personName.localeCompare(b.personName, "pl"));
  return { participants, hidden: rows.length - participants.length };
}

async function answersOf({ tx, actor, ...context }: WorkContext, excuseId: string): Promise<AbsenceView["answers"]> {
  const { rows } = await sql<{
    no: number;
    answer: "ACCEPTED" | "REFUSED" | "TAKEN_BACK";
    on: PlainDate;
    by: string;
    sealed: Buffer | null;
  }>`
    select a.no, a.answer, a.answered_on as on, coalesce(m.display_name, '–') as by, a.sealed from absence_answer a
    left join membership m on m.organisation_id = a.organisation_id and m.account_id = a.answered_by
    where a.organisation_id = ${actor.organisationId} and a.excuse_id = ${excuseId} order by a.no ${atMost}`.execute(
    tx,
  );
  return rows.map(({ no, sealed, ...given }) => ({
    ...given,
    reason: sealed
      ? text.parse(unsealJson({ tx, actor, ...context }, purposes.answer, `${excuseId}/${no}`, sealed))
      : "",
  }));
}

/** One excuse with what it would change. @throws Problem not_found `absence.not_found` */
async function readAbsence(context: WorkContext, excuseId: string): Promise<AbsenceView> {
  const { relation, ...excuse } = await requireAbsence(context, verb, excuseId);
  const waits = excuse.state === "ASKED";
  const accepted = waits ? (await excusesOf(context, [excuse.ipzsId])).filter((it) => it.accepted) : [];
  const { from, to } = turns[excuse.kind];
  const turning = waits ? from : [to];
  const marks = (await marksBetween(context, excuse)).filter(({ status }) => turning.includes(status));
  const { id, ipzsId, kind } = excuse;
  return {
    ...lineOf(excuse),
    mayAnswer: may(context.actor, absenceAccess["absence.answer"], relation),
    mayReceive: may(context.actor, absenceAccess["absence.receive"], relation),
    askedBy: excuse.askedBy,
    reason: excuse.sealed
      ? z.enum(absenceReasons).parse(unsealJson(context, purposes.reason, id, excuse.sealed))
      : null,
    answers: await answersOf(context, id),
    refusal: waits ? refuseAcceptance({ ...excuse, hasDocument: excuse.documentOn !== null }, accepted) : null,
    marks: marks.length,
    effects: waits
      ? await absenceEffects.of(context, { ipzsId, excuseId: id, kind, from: excuse.from, to: excuse.to })
      : [],
  };
}

const sectionOf = (lines: readonly { kind: string }[]) =>
  lines.some(({ kind }) => kind === "SICKNESS") ? "HEALTH" : "ATTENDANCE";

export const absenceQueries = [
  defineQuery({
    name: "absence.list",
    method: "GET",
    path: "/absences",
    summary: "Excuses that wait for an answer, and those answered lately",
    input: z.strictObject({}),
    answer: z.object({ absences: z.array(AbsenceLine), hidden: z.int() }),
    verb,
    audit: (_, { absences }) => ({ objectType: "absence", objectId: null, section: sectionOf(absences) }),
    run: listAbsences,
  }),
  defineQuery({
    name: "absence.list-participants",
    method: "GET",
    path: "/absences/participants",
    summary: "Participants in reach whose absence can be written down",
    input: z.strictObject({}),
    answer: AbsenceParticipants,
    verb: absenceAccess["absence.ask"],
    audit: null, // names of people in reach
    run: listParticipants,
  }),
  defineQuery({
    name: "absence.read",
    method: "GET",
    path: "/absences/:excuseId",
    summary: "An absence that is to be excused, with what it changes",
    input: z.strictObject({ excuseId: z.uuid() }),
    answer: AbsenceView,
    verb,
    audit: ({ excuseId }, view) => ({
      objectType: "absence",
      objectId: excuseId,
      personId: view.personId,
      section: sectionOf([view]),
    }),
    run: (context, { excuseId }) => readAbsence(context, excuseId),
  }),
];
