import { type CommandContext, type Done, defineCommand } from "../../../platform/command.ts";
import { onConstraint, Problem } from "../../../platform/problem.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { ipzsAccess } from "./access.ts";
import { AnswerDayOff, AskDaysOff, ProvideIpzs, TakeBackDayOff } from "./contract.ts";
import { daysOffEntitled, type IpzsAct, refuseDayOff } from "./rules.ts";
import { daysFor, done, lockFor, refuse, tell } from "./steps.ts";
import { purposes, readDaysOff, type StoredIpzs, seal } from "./store.ts";

onConstraint("ipzs_day_off_key", "conflict", "record.id_taken");
onConstraint("ipzs_provision_key", "conflict", "record.id_taken");
onConstraint("ipzs_provision_until_later", "refused", "ipzs.until_before_given");

async function balanceOf(context: CommandContext, ipzs: StoredIpzs, on: PlainDate) {
  const { limits, days } = await daysFor(context, ipzs, on);
  const all = await readDaysOff(context, ipzs.id);
  return { days, all, entitled: daysOffEntitled(ipzs.extendedMonths, limits) };
}

/**
 * Days off are asked for; those asked and those granted count together. Source: docs/domain/rules.md R-CIS-11
 * @throws Problem refused `ipzs.day_off_in_trial`, `ipzs.day_off_after_end`, `ipzs.day_off_twice`, `ipzs.days_off_used`
 */
async function askDaysOff(context: CommandContext, { ipzsId, askedOn, days: asked }: AskDaysOff): Promise<Done> {
  const { ipzs } = await lockFor(context, ipzsId, "ask-days-off");
  refuse(askedOn > context.today ? "ipzs.day_in_future" : null);
  const { days, all, entitled } = await balanceOf(context, ipzs, askedOn);
  const taken = all.filter(({ state }) => state === "ASKED" || state === "GRANTED").map(({ day }) => day);
  for (const { day } of asked) {
    refuse(refuseDayOff({ day, taken, entitled }, days));
    taken.push(day);
  }
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("ipzsDayOff")
    .values(
      asked.map(({ dayOffId, day }) => ({ organisationId, id: dayOffId, ipzsId, day, askedOn, writtenBy: accountId })),
    )
    .execute();
  await tell(context, ipzs, "ipzs.days_off_asked", { days: asked.length });
  return done(ipzs);
}

/** The day off with its programme, locked for the act. @throws Problem not_found `ipzs.not_found` */
async function lockDay(context: CommandContext, dayOffId: string, act: IpzsAct) {
  const found = await context.tx
    .selectFrom("ipzsDayOff")
    .select("ipzsId")
    .where("organisationId", "=", context.actor.organisationId)
    .where("id", "=", dayOffId)
    .executeTakeFirst();
  if (!found) throw new Problem("not_found", "ipzs.not_found");
  const { ipzs } = await lockFor(context, found.ipzsId, act);
  const balance = await balanceOf(context, ipzs, context.today);
  const day = balance.all.find(({ id }) => id === dayOffId);
  if (!day) throw new Problem("not_found", "ipzs.not_found");
  return { ipzs, ...balance, day };
}

async function keepAnswer(
  context: CommandContext,
  { id: dayOffId, answerNo }: { id: string; answerNo: number },
  answer: "GRANTED" | "REFUSED" | "TAKEN_BACK",
  reason: string,
): Promise<void> {
  const { organisationId, accountId } = context.actor;
  const no = answerNo + 1;
  const sealed = reason.trim() === "" ? null : seal(context, purposes.dayOff, `${dayOffId}/${no}`, reason.trim());
  await context.tx
    .insertInto("ipzsDayOffAnswer")
    .values({
      organisationId,
      dayOffId,
      no,
      answer,
      sealed,
      answeredOn: context.today,
      answeredBy: accountId,
    })
    .execute();
}

/** The manager consents, or refuses with the reason. @throws Problem refused `ipzs.day_off_answered`, `ipzs.days_off_used`, `ipzs.reason_missing` */
async function answerDayOff(context: CommandContext, { dayOffId, granted, reason }: AnswerDayOff): Promise<Done> {
  const { ipzs, days, all, entitled, day } = await lockDay(context, dayOffId, "answer-day-off");
  refuse(day.state === "ASKED" ? null : "ipzs.day_off_answered");
  refuse(!granted && reason.trim() === "" ? "ipzs.reason_missing" : null);
  const taken = all.filter(({ state }) => state === "GRANTED").map((it) => it.day);
  if (granted) refuse(refuseDayOff({ day: day.day, taken, entitled }, days));
  await keepAnswer(context, day, granted ? "GRANTED" : "REFUSED", reason);
  await tell(context, ipzs, granted ? "ipzs.day_off_granted" : "ipzs.day_off_refused", { day: day.day });
  return done(ipzs, { ids: { ipzs: ipzs.id, dayOff: dayOffId } });
}

/** The person takes back what was asked, or does not use a day that was granted. */
async function takeBackDayOff(context: CommandContext, { dayOffId }: TakeBackDayOff): Promise<Done> {
  const { ipzs, day } = await lockDay(context, dayOffId, "ask-days-off");
  refuse(day.state === "ASKED" || day.state === "GRANTED" ? null : "ipzs.day_off_answered");
  await keepAnswer(context, day, "TAKEN_BACK", "");
  await tell(context, ipzs, "ipzs.day_off_taken_back", { day: day.day });
  return done(ipzs, { ids: { ipzs: ipzs.id, dayOff: dayOffId } });
}

/** What the centre has provided: trained, examined, clothed. Source: docs/domain/rules.md R-CIS-08 */
async function provide(context: CommandContext, payload: ProvideIpzs): Promise<Done> {
  const { provisionId, ipzsId, kind, givenOn, until } = payload;
  const { ipzs } = await lockFor(context, ipzsId, "provide");
  refuse(givenOn > context.today ? "ipzs.day_in_future" : null);
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("ipzsProvision")
    .values({ organisationId, id: provisionId, ipzsId, kind, givenOn, until, recordedBy: accountId })
    .execute();
  await tell(context, ipzs, "ipzs.provided", { kind });
  return done(ipzs, { ids: { ipzs: ipzsId, provision: provisionId } });
}

const record = ipzsAccess["ipzs.record"];
export const dayOffCommands = [
  defineCommand({
    type: "ipzs.ask-days-off",
    v: 1,
    summary: "Asks for days off",
    payload: AskDaysOff,
    verb: record,
    run: askDaysOff,
  }),
  defineCommand({
    type: "ipzs.answer-day-off",
    v: 1,
    summary: "The manager consents to a day off, or refuses it",
    payload: AnswerDayOff,
    verb: ipzsAccess["ipzs.decide"],
    run: answerDayOff,
  }),
  defineCommand({
    type: "ipzs.take-back-day-off",
    v: 1,
    summary: "Takes back a day off",
    payload: TakeBackDayOff,
    verb: record,
    run: takeBackDayOff,
  }),
  defineCommand({
    type: "ipzs.provide",
    v: 1,
    summary: "Records what the centre provided to the participant",
    payload: ProvideIpzs,
    verb: record,
    run: provide,
  }),
];
