import { type RawBuilder, sql } from "kysely";
import { type Reach, type Relation, type Role, requireReach } from "../../../platform/access.ts";
import { atMost } from "../../../platform/atMost.ts";
import type { WorkContext } from "../../../platform/command.ts";
import { unsealJson as open, sealJson as seal } from "../../../platform/keys/sealedJson.ts";
import { parametersOn, valueOn } from "../../../platform/law.ts";
import { listMost } from "../../../platform/listMost.ts";
import { Problem } from "../../../platform/problem.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { findRelation } from "../../casework/public.ts";
import { shortName } from "../../person/public.ts";
import { type IpzsContent, SealedIpzs } from "./contract.ts";
import { daysOf, type IpzsDays, type IpzsLengths, type IpzsLimits, type IpzsNotices, type IpzsState } from "./rules.ts";

export { open, seal };

/** Purposes of the keys, one for each kind of text. */
export const purposes = {
  content: "ipzs.content",
  step: "ipzs.step",
  version: "ipzs.version",
  extension: "ipzs.extension",
  dayOff: "ipzs.day-off",
} as const;
const codes = {
  trialMonths: "CIS_TRIAL",
  participationMonths: "CIS_PARTICIPATION",
  extensionMonths: "CIS_EXTENSION_MAX",
  weekMin: "CIS_WEEK_MIN",
  weekMax: "CIS_WEEK_MAX",
  weekMaxDisability: "CIS_WEEK_MAX_DISABILITY",
  dayMaxDisability: "CIS_DAY_MAX_DISABILITY",
  daysOff: "CIS_DAYS_OFF",
  daysOffPerYear: "CIS_DAYS_OFF_PER_YEAR_OF_EXTENSION",
  daysOffRoundUp: "CIS_DAYS_OFF_ROUND_UP",
  afterJobMonths: "CIS_PROGRAMME_AFTER_JOB_MAX",
  graduateMonths: "CIS_GRADUATE_MIN",
  graduateStatusMonths: "CIS_GRADUATE_STATUS",
} as const;

/** The figures as they hold on a day. @throws Problem refused `parameter.unknown_on_day` */
export async function limitsOn(context: WorkContext, day: PlainDate): Promise<IpzsLimits> {
  const found = await parametersOn(context.tx, Object.values(codes), day);
  const value = (name: keyof typeof codes): number => {
    const parameter = found.get(codes[name]);
    if (!parameter) throw new Problem("refused", "parameter.unknown_on_day", { code: codes[name], day });
    return Number(parameter.value);
  };
  return {
    trialMonths: value("trialMonths"),
    participationMonths: value("participationMonths"),
    extensionMonths: value("extensionMonths"),
    weekMin: value("weekMin"),
    weekMax: value("weekMax"),
    weekMaxDisability: value("weekMaxDisability"),
    dayMaxDisability: value("dayMaxDisability"),
    daysOff: value("daysOff"),
    daysOffPerYear: value("daysOffPerYear"),
    daysOffRoundUp: value("daysOffRoundUp") === 1,
    afterJobMonths: value("afterJobMonths"),
    graduateMonths: value("graduateMonths"),
    graduateStatusMonths: value("graduateStatusMonths"),
  };
}

/** How many days before their end a trial and a programme are told of, as the parameters hold on a day. @throws Problem refused `parameter.unknown_on_day` */
export async function noticesOn({ tx }: WorkContext, day: PlainDate): Promise<IpzsNotices> {
  const [trial, end] = ["CIS_NOTICE_TRIAL", "CIS_NOTICE_END"] as const;
  const found = await parametersOn(tx, [trial, end], day);
  const value = (code: string): number => {
    const parameter = found.get(code);
    if (!parameter) throw new Problem("refused", "parameter.unknown_on_day", { code, day });
    return Number(parameter.value);
  };
  return { trialNotice: value(trial), endNotice: value(end) };
}

/**
 * The figures for an act of such a day. Once admitted, the trial and the participation last as the law had it on the day of the
 * admission, whatever came later. @throws Problem refused `parameter.unknown_on_day`
 */
export async function limitsFor(context: WorkContext, ipzs: StoredIpzs, day: PlainDate): Promise<IpzsLimits> {
  const limits = await limitsOn(context, day);
  return ipzs.admittedOn ? { ...limits, ...ipzs.lengths } : limits;
}

export type StoredIpzs = {
  id: string;
  personId: string;
  caseId: string;
  personName: string;
  preparedBy: string;
  preparedByName: string;
  referralId: string | null;
  trialFrom: PlainDate | null;
  participationTo: PlainDate | null;
  weeklyHours: string | null;
  sealed: Buffer;
  version: number;
  changedIn: Record<string, number>;
  begunOn: PlainDate;
  state: IpzsState;
  stepNo: number;
  signedOn: PlainDate | null;
  admittedOn: PlainDate | null;
  /** In months, as they held on the day of the admission; before it, as they hold today. */
  lengths: IpzsLengths;
  versionNo: number;
  /** Months of extensions that were decided. */
  extendedMonths: number;
  job: { takenOn: PlainDate; until: PlainDate } | null;
  endedOn: PlainDate | null;
  daysOffAsked: number;
  extensionsAsked: number;
};

const monthsOn = (code: string, { today }: WorkContext) =>
  sql`${valueOn(code, sql`coalesce(a.admitted_on, ${today})`)}::numeric`;

/** Programmes that fit the condition, in one statement; running ones first. `most`: of what is no list of a screen, such as a month that is paid. */
export async function findAllIpzs(
  context: WorkContext,
  condition: RawBuilder<unknown>,
  most: number = listMost,
): Promise<StoredIpzs[]> {
  const { rows } = await sql<StoredIpzs>`
    select i.id, i.person_id, i.case_id, i.prepared_by, coalesce(m.display_name, '–') as prepared_by_name, i.referral_id, i.trial_from,
      i.participation_to, i.weekly_hours::text as weekly_hours, i.sealed, i.version, i.changed_in, i.begun_on, s.state, s.no as step_no,
      ${shortName("h")} as person_name,
      (select g.acted_on from ipzs_step g where g.organisation_id = i.organisation_id and g.ipzs_id = i.id and g.act = 'sign' order by g.no desc limit 1) as signed_on,
      a.admitted_on, jsonb_build_object('trialMonths', ${monthsOn("CIS_TRIAL", context)}, 'participationMonths', ${monthsOn("CIS_PARTICIPATION", context)}) as lengths,
      (select coalesce(max(v.no), 0) from ipzs_version v where v.organisation_id = i.organisation_id and v.ipzs_id = i.id) as version_no,
      (select coalesce(sum(d.months), 0)::int from ipzs_extension_decision d where d.organisation_id = i.organisation_id and d.ipzs_id = i.id) as extended_months,
      (select jsonb_build_object('takenOn', j.taken_on, 'until', j.until) from ipzs_job j where j.organisation_id = i.organisation_id and j.ipzs_id = i.id) as job,
      (select e.ended_on from ipzs_ending e where e.organisation_id = i.organisation_id and e.ipzs_id = i.id) as ended_on,
      (select count(*)::int from ipzs_day_off o where o.organisation_id = i.organisation_id and o.ipzs_id = i.id
        and not exists (select from ipzs_day_off_answer a where a.organisation_id = o.organisation_id and a.day_off_id = o.id)) as days_off_asked,
      (select count(*)::int from ipzs_extension x where x.organisation_id = i.organisation_id and x.ipzs_id = i.id
        and not exists (select from ipzs_extension_decision d where d.organisation_id = x.organisation_id and d.extension_id = x.id)) as extensions_asked
    from ipzs i join person h on h.organisation_id = i.organisation_id and h.id = i.person_id
    left join membership m on m.organisation_id = i.organisation_id and m.account_id = i.prepared_by
    cross join lateral (select t.state, t.no from ipzs_step t where t.organisation_id = i.organisation_id and t.ipzs_id = i.id order by t.no desc limit 1) s
    left join lateral (select t.acted_on as admitted_on from ipzs_step t where t.organisation_id = i.organisation_id and t.ipzs_id = i.id and t.act = 'admit') a on true
    where i.organisation_id = ${context.actor.organisationId} and ${condition}
    order by s.state in ('ENDED', 'WITHDRAWN'), i.trial_from desc nulls first, i.id limit ${most}`.execute(context.tx);
  return rows;
}

/** A programme as it stands now; whoever asks has checked the reach. */
export async function findIpzs(context: WorkContext, ipzsId: string): Promise<StoredIpzs | undefined> {
  return (await findAllIpzs(context, sql`i.id = ${ipzsId}`))[0];
}

/** A programme within the actor's reach for `verb`. @throws Problem not_found `ipzs.not_found` */
export async function requireIpzs(
  context: WorkContext,
  verb: Readonly<Partial<Record<Role, Reach>>>,
  ipzsId: string,
): Promise<StoredIpzs & { relation: Relation }> {
  const ipzs = await findIpzs(context, ipzsId);
  if (!ipzs) throw new Problem("not_found", "ipzs.not_found");
  const relation = (await findRelation(context, ipzs.personId)) ?? {};
  requireReach(context.actor, verb, relation, "ipzs.not_found");
  return { ...ipzs, relation };
}

export function contentOf(context: WorkContext, ipzs: StoredIpzs): IpzsContent {
  const hidden = SealedIpzs.parse(open(context, purposes.content, ipzs.id, ipzs.sealed));
  const { trialFrom, participationTo, weeklyHours } = ipzs;
  return {
    trialFrom,
    participationTo,
    weeklyHours: weeklyHours === null ? null : Number(weeklyHours),
    ...hidden,
  };
}

/** The columns that hold a programme's content. */
export function columnsOf(context: WorkContext, ipzsId: string, content: IpzsContent) {
  const { trialFrom, participationTo, weeklyHours, ...hidden } = content;
  return {
    trialFrom,
    participationTo,
    weeklyHours: weeklyHours === null ? null : String(weeklyHours),
    sealed: seal(context, purposes.content, ipzsId, hidden),
  };
}

export const emptyContent: IpzsContent = {
  socialScope: [],
  vocationalScope: [],
  responsible: [],
  trialFrom: null,
  participationTo: null,
  weeklyHours: null,
  dailyHours: null,
  capped: false,
  benefitApplied: false,
  benefitAppliedOn: null,
  bankAccount: "",
  obligations: "",
};

/** The days of a programme; null while the day of its trial is not written. */
export function findDays(ipzs: StoredIpzs, lengths: IpzsLengths = ipzs.lengths): IpzsDays | null {
  const { trialFrom, ...rest } = ipzs;
  return trialFrom === null ? null : daysOf({ ...rest, trialFrom }, lengths);
}

export type StoredDayOff = {
  id: string;
  day: PlainDate;
  askedOn: PlainDate;
  state: "ASKED" | "GRANTED" | "REFUSED" | "TAKEN_BACK";
  answerNo: number;
  sealed: Buffer | null;
  by: string | null;
};

/** Days off of a programme with the answer that counts, newest day first. */
export async function readDaysOff(context: WorkContext, ipzsId: string): Promise<StoredDayOff[]> {
  const { rows } = await sql<StoredDayOff>`
    select o.id, o.day, o.asked_on, coalesce(a.answer, 'ASKED') as state, coalesce(a.no, 0) as answer_no, a.sealed, m.display_name as by
    from ipzs_day_off o
    left join lateral (select t.* from ipzs_day_off_answer t where t.organisation_id = o.organisation_id and t.day_off_id = o.id order by t.no desc limit 1) a on true
    left join membership m on m.organisation_id = o.organisation_id and m.account_id = a.answered_by
    where o.organisation_id = ${context.actor.organisationId} and o.ipzs_id = ${ipzsId} order by o.day desc, o.id ${atMost}`.execute(
    context.tx,
  );
  return rows;
}
