import { sql } from "kysely";
import { z } from "zod";
import { may } from "../../../platform/access.ts";
import { atMost } from "../../../platform/atMost.ts";
import { type AnyQuery, defineQuery, type WorkContext } from "../../../platform/command.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { personInReach, requirePerson } from "../../casework/public.ts";
import { certificatesOf } from "../certificates.ts";
import { ipzsAccess } from "./access.ts";
import type { IpzsEnd } from "./codes.ts";
import { type IpzsExtensionView, IpzsSummary, IpzsVersions, IpzsView } from "./contract.ts";
import { referralOf } from "./referral.ts";
import { daysOffEntitled, dueOf, graduateUntil, type IpzsNotices, refuseSubstance } from "./rules.ts";
import {
  contentOf,
  findAllIpzs,
  findDays,
  limitsFor,
  noticesOn,
  open,
  purposes,
  readDaysOff,
  requireIpzs,
  type StoredIpzs,
} from "./store.ts";
import { readIpzsVersions } from "./versions.ts";

function summaryOf(ipzs: StoredIpzs, notices: IpzsNotices, today: PlainDate): IpzsSummary {
  const { id, personId, caseId, personName, state, endedOn, daysOffAsked, extensionsAsked } = ipzs;
  const days = findDays(ipzs);
  const due = dueOf({ state, trialTo: days?.trialTo ?? null, lastDay: days?.lastDay ?? null }, notices, today);
  return { id, personId, caseId, personName, state, endedOn, daysOffAsked, extensionsAsked, days, due };
}

const text = z.string();

/** What was done with a programme, oldest first, in the words of whoever did it. */
export async function stepsOf(context: WorkContext, ipzsId: string): Promise<IpzsView["steps"]> {
  const { rows } = await sql<Omit<IpzsView["steps"][number], "words"> & { sealed: Buffer | null }>`
    select s.no, s.act, s.state, s.acted_on as on, coalesce(m.display_name, '–') as by, s.sealed from ipzs_step s
    left join membership m on m.organisation_id = s.organisation_id and m.account_id = s.done_by
    where s.organisation_id = ${context.actor.organisationId} and s.ipzs_id = ${ipzsId} order by s.no ${atMost}`.execute(
    context.tx,
  );
  return rows.map(({ sealed, ...step }) => ({
    ...step,
    words: sealed ? text.parse(open(context, purposes.step, `${ipzsId}/${step.no}`, sealed)) : "",
  }));
}

async function extensionsOf(
  context: WorkContext,
  ipzsId: string,
  steps: IpzsView["steps"],
): Promise<IpzsExtensionView[]> {
  const { rows } = await sql<
    Omit<IpzsExtensionView, "opinion" | "decision"> & {
      sealed: Buffer;
      stepNo: number | null;
      given: number | null;
      decidedOn: PlainDate | null;
    }
  >`select x.id, x.asked_by, x.asked_on, x.months, coalesce(m.display_name, '–') as by, x.sealed, d.step_no, d.months as given, d.decided_on
    from ipzs_extension x
    left join membership m on m.organisation_id = x.organisation_id and m.account_id = x.written_by
    left join ipzs_extension_decision d on d.organisation_id = x.organisation_id and d.extension_id = x.id
    where x.organisation_id = ${context.actor.organisationId} and x.ipzs_id = ${ipzsId} order by x.recorded_at, x.id ${atMost}`.execute(
    context.tx,
  );
  return rows.map(({ sealed, stepNo, given, decidedOn, ...asked }) => {
    const step = steps.find(({ no }) => no === stepNo);
    return {
      ...asked,
      opinion: text.parse(open(context, purposes.extension, asked.id, sealed)),
      decision:
        decidedOn === null ? null : { months: given, on: decidedOn, by: step?.by ?? "–", reason: step?.words ?? "" },
    };
  });
}

async function factsOf(context: WorkContext, ipzsId: string) {
  const organisation = sql`organisation_id = ${context.actor.organisationId} and ipzs_id = ${ipzsId}`;
  const provisions = await sql<IpzsView["provisions"][number]>`
    select p.id, p.kind, p.given_on, p.until, coalesce(m.display_name, '–') as by from ipzs_provision p
    left join membership m on m.organisation_id = p.organisation_id and m.account_id = p.recorded_by
    where p.organisation_id = ${context.actor.organisationId} and p.ipzs_id = ${ipzsId} order by p.given_on desc, p.id ${atMost}`.execute(
    context.tx,
  );
  const ending = await sql<{ reason: IpzsEnd; on: PlainDate; stepNo: number }>`
    select reason, ended_on as on, step_no from ipzs_ending where ${organisation}`.execute(context.tx);
  const certificates = await certificatesOf(context, { ipzsId });
  const [given] = certificates;
  return {
    provisions: provisions.rows,
    ending: ending.rows[0] ?? null,
    certificate: given ? { issuedOn: given.issuedOn, number: given.number, skills: given.words } : null,
    certificates,
  };
}

/** One programme whole, as its reader may see it. @throws Problem not_found `ipzs.not_found` */
export async function readIpzs(context: WorkContext, ipzsId: string): Promise<IpzsView> {
  const { actor } = context;
  const { relation, ...ipzs } = await requireIpzs(context, ipzsAccess["ipzs.read"], ipzsId);
  const limits = await limitsFor(context, ipzs, context.today);
  const summary = summaryOf(ipzs, await noticesOn(context, context.today), context.today);
  const mayRecord = may(actor, ipzsAccess["ipzs.record"], relation);
  const content = contentOf(context, ipzs);
  const steps = await stepsOf(context, ipzsId);
  const facts = await factsOf(context, ipzsId);
  const days = await readDaysOff(context, ipzsId);
  const { ending, certificate, certificates } = facts;
  const atEnd = ending ? await limitsFor(context, ipzs, ending.on) : limits;
  const seesAccount = mayRecord || relation.own === true;
  return {
    ...summary,
    version: ipzs.version,
    mayWrite: may(actor, ipzsAccess["ipzs.write"], relation),
    mayDecide: may(actor, ipzsAccess["ipzs.decide"], relation),
    mayRecord,
    preparedBy: ipzs.preparedByName,
    ...(await referralOf(context, ipzs)),
    begunOn: ipzs.begunOn,
    content: { ...content, bankAccount: seesAccount ? content.bankAccount : "" },
    refusals: ipzs.state === "DRAFT" ? [...refuseSubstance(content, limits)] : [],
    limits,
    extendedMonths: ipzs.extendedMonths,
    steps,
    extensions: await extensionsOf(context, ipzsId, steps),
    daysOff: {
      entitled: daysOffEntitled(ipzs.extendedMonths, atEnd),
      granted: days.filter(({ state }) => state === "GRANTED").length,
      asked: ipzs.daysOffAsked,
      days: days.map(({ sealed, answerNo, ...day }) => ({
        ...day,
        reason: sealed ? text.parse(open(context, purposes.dayOff, `${day.id}/${answerNo}`, sealed)) : "",
      })),
    },
    provisions: facts.provisions,
    job: ipzs.job,
    ending: ending && { ...ending, by: steps.find(({ no }) => no === ending.stepNo)?.by ?? "–" },
    certificate,
    certificates,
    graduateUntil:
      ending && ipzs.trialFrom
        ? graduateUntil({ from: ipzs.trialFrom, to: ending.on, certificate: certificate !== null }, atEnd)
        : null,
    versionNo: ipzs.versionNo,
  };
}

const ofIpzs = z.strictObject({ ipzsId: z.uuid() });
const ofPerson = z.strictObject({ personId: z.uuid() });
const Summaries = z.object({ programmes: z.array(IpzsSummary) });
const audited = ({ ipzsId }: { ipzsId: string }, { personId }: { personId: string }) => ({
  objectType: "ipzs",
  objectId: ipzsId,
  personId,
  section: "SOCIAL",
});

async function listOfPerson(context: WorkContext, personId: string) {
  const relation = await requirePerson(context, ipzsAccess["ipzs.list-of-person"], personId);
  const found = await findAllIpzs(context, sql`i.person_id = any (same_person(${personId}))`);
  const notices = await noticesOn(context, context.today);
  return {
    mayWrite: may(context.actor, ipzsAccess["ipzs.write"], relation),
    mayRead: may(context.actor, ipzsAccess["ipzs.read"], relation),
    programmes: found.map((ipzs) => summaryOf(ipzs, notices, context.today)),
  };
}

export const ipzsQueries: readonly AnyQuery[] = [
  defineQuery({
    name: "ipzs.read",
    method: "GET",
    path: "/ipzs/:ipzsId",
    summary: "An individual social employment programme whole",
    input: ofIpzs,
    answer: IpzsView,
    verb: ipzsAccess["ipzs.read"],
    audit: audited,
    run: (context, { ipzsId }) => readIpzs(context, ipzsId),
  }),
  defineQuery({
    name: "ipzs.list-versions",
    method: "GET",
    path: "/ipzs/:ipzsId/versions",
    summary: "An individual social employment programme at each version",
    input: ofIpzs,
    answer: IpzsVersions,
    verb: ipzsAccess["ipzs.read"],
    audit: audited,
    run: async (context, { ipzsId }) => {
      const { personId } = await requireIpzs(context, ipzsAccess["ipzs.read"], ipzsId);
      return { personId, versions: await readIpzsVersions(context, ipzsId) };
    },
  }),
  defineQuery({
    name: "ipzs.list-of-person",
    method: "GET",
    path: "/people/:personId/ipzs",
    summary: "The social employment programmes of a person: state and days",
    input: ofPerson,
    answer: Summaries.extend({ mayWrite: z.boolean(), mayRead: z.boolean() }),
    verb: ipzsAccess["ipzs.list-of-person"],
    audit: ({ personId }) => ({ objectType: "person", objectId: personId, personId, section: "SOCIAL" }),
    run: (context, { personId }) => listOfPerson(context, personId),
  }),
  defineQuery({
    name: "ipzs.list",
    method: "GET",
    path: "/ipzs",
    summary: "Social employment programmes of the reader's people that have not ended",
    input: z.strictObject({}),
    answer: Summaries,
    verb: ipzsAccess["ipzs.record"],
    audit: null, // names and days of people in reach
    run: async (context) => {
      const inReach = personInReach(context, ipzsAccess["ipzs.record"], sql`i.person_id`);
      const found = await findAllIpzs(context, sql`${inReach} and s.state not in ('ENDED', 'WITHDRAWN')`);
      const notices = await noticesOn(context, context.today);
      return { programmes: found.map((ipzs) => summaryOf(ipzs, notices, context.today)) };
    },
  }),
];
