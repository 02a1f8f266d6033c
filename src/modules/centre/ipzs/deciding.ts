import { type CommandContext, type Done, defineCommand } from "../../../platform/command.ts";
import { onConstraint, Problem } from "../../../platform/problem.ts";
import type { PlainDate } from "../../../platform/time/plainDate.ts";
import { dropSignatureTask, refuseForDead } from "../../casework/public.ts";
import { giveCertificate } from "../certificates.ts";
import { ipzsAccess } from "./access.ts";
import type { IpzsEnd } from "./codes.ts";
import {
  AdmitIpzs,
  AskExtension,
  CertifyIpzs,
  DecideExtension,
  DecideTrial,
  EndIpzs,
  RecordIpzsJob,
  ResignIpzs,
} from "./contract.ts";
import { followAdmission } from "./referral.ts";
import {
  extendedTo,
  type IpzsDays,
  refuseAdmission,
  refuseAfterJob,
  refuseEnding,
  refuseExtension,
  refuseTrialDecision,
} from "./rules.ts";
import { addStep, daysFor, done, lockFor, refuse, setDeadlines, tell } from "./steps.ts";
import { purposes, type StoredIpzs, seal } from "./store.ts";
import { makeIpzsVersion } from "./versions.ts";

onConstraint("ipzs_extension_key", "conflict", "record.id_taken");
onConstraint("ipzs_extension_decided_once", "refused", "ipzs.extension_decided");
onConstraint("ipzs_ends_once", "refused", "ipzs.over");

/**
 * The manager admits whoever signed, in agreement with the manager of the OPS; the trial begins. Source: docs/domain/rules.md R-CIS-03
 * @throws Problem refused `ipzs.signed_before_admission`, `ipzs.trial_before_admission`, as `refuseWayIn` says
 */
async function admit(context: CommandContext, { ipzsId, admittedOn }: AdmitIpzs): Promise<Done> {
  const { ipzs, state } = await lockFor(context, ipzsId, "admit");
  await refuseForDead(context, ipzs.personId);
  const { days } = await daysFor(context, ipzs, admittedOn);
  const { signedOn } = ipzs;
  if (!signedOn) throw new Error("a signed programme has its day");
  refuse(refuseAdmission({ trialFrom: days.trialFrom, signedOn, admittedOn }, context.today));
  await addStep(context, ipzs, { act: "admit", state, actedOn: admittedOn });
  await followAdmission(context, ipzs, { signedOn, admittedOn });
  await makeIpzsVersion(context, ipzsId, { askedBy: null, signedOn, words: "" });
  await setDeadlines(context, ipzs, { trialTo: days.trialTo });
  await tell(context, ipzs, "ipzs.admitted", { trialFrom: days.trialFrom, trialTo: days.trialTo });
  return done(ipzs);
}

async function keepEnding(
  context: CommandContext,
  ipzs: StoredIpzs,
  ending: { stepNo: number; reason: IpzsEnd; endedOn: PlainDate },
): Promise<void> {
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("ipzsEnding")
    .values({ organisationId, ipzsId: ipzs.id, ...ending, recordedBy: accountId })
    .execute();
  await setDeadlines(context, ipzs, {});
  await dropSignatureTask(context, ipzs.id);
  await tell(context, ipzs, "ipzs.ended", { reason: ending.reason, endedOn: ending.endedOn });
}

/**
 * The decision after the trial, with its day and reason; whoever is not qualified ends with the last day of the trial.
 * Source: docs/domain/rules.md R-CIS-06
 */
async function decideTrial(context: CommandContext, payload: DecideTrial): Promise<Done> {
  const { ipzsId, qualified, decidedOn, reason } = payload;
  const { ipzs, state } = await lockFor(context, ipzsId, qualified ? "qualify" : "disqualify");
  const { days } = await daysFor(context, ipzs, decidedOn);
  refuse(refuseTrialDecision({ decidedOn, reason }, days, context.today));
  const act = qualified ? "qualify" : "disqualify";
  const stepNo = await addStep(context, ipzs, { act, state, actedOn: decidedOn, words: reason });
  await tell(context, ipzs, "ipzs.trial_decided", { qualified, decidedOn });
  if (qualified) await setDeadlines(context, ipzs, { lastDay: days.lastDay });
  else await keepEnding(context, ipzs, { stepNo, reason: "NOT_QUALIFIED_AFTER_TRIAL", endedOn: days.trialTo });
  return done(ipzs, { detail: { qualified } });
}

/**
 * An extension is asked for, by the participant or by the centre, with the opinion of the social worker. Source: docs/domain/rules.md R-CIS-06
 * @throws Problem refused `ipzs.extension_too_long`, `ipzs.extension_asked`, `ipzs.opinion_missing`
 */
async function askExtension(context: CommandContext, payload: AskExtension): Promise<Done> {
  const { extensionId, ipzsId, askedBy, askedOn, months, opinion } = payload;
  const { ipzs } = await lockFor(context, ipzsId, "ask-extension");
  const { limits, days } = await daysFor(context, ipzs, askedOn);
  refuse(refuseExtension({ months, extended: ipzs.extendedMonths, decidedOn: askedOn }, days, limits));
  refuse(askedOn > context.today ? "ipzs.day_in_future" : null);
  refuse(ipzs.extensionsAsked > 0 ? "ipzs.extension_asked" : null);
  refuse(opinion.trim() === "" ? "ipzs.opinion_missing" : null);
  const { organisationId, accountId } = context.actor;
  await context.tx
    .insertInto("ipzsExtension")
    .values({
      organisationId,
      id: extensionId,
      ipzsId,
      askedBy,
      askedOn,
      months,
      sealed: seal(context, purposes.extension, extensionId, opinion.trim()),
      writtenBy: accountId,
    })
    .execute();
  await tell(context, ipzs, "ipzs.extension_asked", { months, askedBy });
  return done(ipzs, { ids: { ipzs: ipzsId, extension: extensionId } });
}

/** The manager extends by some months, or does not, with the reason. @throws Problem refused `ipzs.extension_too_long`, `ipzs.extension_after_end`, `ipzs.extension_decided` */
async function decideExtension(context: CommandContext, payload: DecideExtension): Promise<Done> {
  const { extensionId, months, decidedOn, reason } = payload;
  const { organisationId, accountId } = context.actor;
  const asked = await context.tx
    .selectFrom("ipzsExtension")
    .select(["ipzsId", "askedOn"])
    .where("organisationId", "=", organisationId)
    .where("id", "=", extensionId)
    .executeTakeFirst();
  if (!asked) throw new Problem("not_found", "ipzs.not_found");
  const act = months === null ? "refuse-extension" : "extend";
  const { ipzs, state } = await lockFor(context, asked.ipzsId, act);
  await refuseForDead(context, ipzs.personId);
  const { limits, days } = await daysFor(context, ipzs, decidedOn);
  const extended = ipzs.extendedMonths;
  refuse(months === null ? null : refuseExtension({ months, extended, decidedOn }, days, limits));
  refuse(decidedOn > context.today ? "ipzs.day_in_future" : null);
  refuse(decidedOn < asked.askedOn ? "ipzs.decided_before_asked" : null);
  refuse(reason.trim() === "" ? "ipzs.reason_missing" : null);
  const stepNo = await addStep(context, ipzs, { act, state, actedOn: decidedOn, words: reason });
  await context.tx
    .insertInto("ipzsExtensionDecision")
    .values({ organisationId, extensionId, ipzsId: ipzs.id, stepNo, months, decidedOn, decidedBy: accountId })
    .execute();
  if (months !== null) {
    const lastDay: IpzsDays["lastDay"] = extendedTo(days.participationTo, extended + months);
    await setDeadlines(context, ipzs, { lastDay });
    await tell(context, ipzs, "ipzs.extended", { months, lastDay });
  } else await tell(context, ipzs, "ipzs.extension_refused");
  return done(ipzs, { ids: { ipzs: ipzs.id, extension: extensionId } });
}

/** The programme goes on after a job was taken, without benefit. @throws Problem refused `ipzs.after_job_too_long` */
async function recordJob(context: CommandContext, { ipzsId, takenOn, until }: RecordIpzsJob): Promise<Done> {
  const { ipzs, state } = await lockFor(context, ipzsId, "record-job");
  const { limits, days } = await daysFor(context, ipzs, takenOn);
  refuse(refuseAfterJob({ takenOn, until }, days, limits, context.today));
  const { organisationId, accountId } = context.actor;
  const stepNo = await addStep(context, ipzs, { act: "record-job", state, actedOn: takenOn });
  await context.tx
    .insertInto("ipzsJob")
    .values({ organisationId, ipzsId, stepNo, takenOn, until, recordedBy: accountId })
    .execute();
  await setDeadlines(context, ipzs, { lastDay: until });
  await tell(context, ipzs, "ipzs.job_taken", { takenOn, until });
  return done(ipzs);
}

/** The person resigns by a statement. Source: docs/domain/rules.md R-CIS-09 */
async function resign(context: CommandContext, { ipzsId, statedOn, endedOn, words }: ResignIpzs): Promise<Done> {
  const { ipzs, state } = await lockFor(context, ipzsId, "resign");
  const { days } = await daysFor(context, ipzs, statedOn);
  refuse(statedOn > context.today ? "ipzs.day_in_future" : null);
  refuse(endedOn < statedOn ? "ipzs.ends_before_statement" : null);
  refuse(refuseEnding({ reason: "RESIGNED", endedOn, words }, days, context.today));
  const stepNo = await addStep(context, ipzs, { act: "resign", state, actedOn: statedOn, words });
  await keepEnding(context, ipzs, { stepNo, reason: "RESIGNED", endedOn });
  return done(ipzs);
}

/** The manager ends the programme, with the facts of the decision. Source: docs/domain/rules.md R-CIS-09 */
async function endIpzs(context: CommandContext, payload: EndIpzs): Promise<Done> {
  const { ipzsId, reason, decidedOn, endedOn, words } = payload;
  const { ipzs, state } = await lockFor(context, ipzsId, "end");
  const { days } = await daysFor(context, ipzs, decidedOn);
  refuse(decidedOn > context.today ? "ipzs.day_in_future" : null);
  refuse(refuseEnding({ reason, endedOn, words }, days, context.today));
  const stepNo = await addStep(context, ipzs, { act: "end", state, actedOn: decidedOn, words });
  await keepEnding(context, ipzs, { stepNo, reason, endedOn });
  return done(ipzs, { detail: { reason } });
}

/** The certificate was given, or a mended one with its reason. Source: docs/domain/rules.md R-CIS-10 */
async function certify(context: CommandContext, { ipzsId, skills, ...wish }: CertifyIpzs): Promise<Done> {
  const { ipzs } = await lockFor(context, ipzsId, "certify");
  const { issuedOn } = wish;
  refuse(issuedOn > context.today ? "ipzs.day_in_future" : null);
  refuse(ipzs.endedOn !== null && issuedOn < ipzs.endedOn ? "ipzs.certificate_before_end" : null);
  await giveCertificate(context, { ipzsId }, { ...wish, words: skills });
  await tell(context, ipzs, "ipzs.certified", { issuedOn });
  return done(ipzs);
}

const verb = ipzsAccess["ipzs.decide"];
export const decidingCommands = [
  defineCommand({
    type: "ipzs.admit",
    v: 1,
    summary: "The manager of the CIS admits; the trial begins",
    payload: AdmitIpzs,
    verb,
    run: admit,
  }),
  defineCommand({
    type: "ipzs.decide-trial",
    v: 1,
    summary: "The manager decides after the trial",
    payload: DecideTrial,
    verb,
    run: decideTrial,
  }),
  defineCommand({
    type: "ipzs.ask-extension",
    v: 1,
    summary: "Asks for an extension with the opinion of the social worker of the CIS",
    payload: AskExtension,
    verb: ipzsAccess["ipzs.write"],
    run: askExtension,
  }),
  defineCommand({
    type: "ipzs.decide-extension",
    v: 1,
    summary: "The manager extends, or does not",
    payload: DecideExtension,
    verb,
    run: decideExtension,
  }),
  defineCommand({
    type: "ipzs.record-job",
    v: 1,
    summary: "The programme goes on after a job was taken, without benefit",
    payload: RecordIpzsJob,
    verb,
    run: recordJob,
  }),
  defineCommand({
    type: "ipzs.resign",
    v: 1,
    summary: "The participant resigns by a statement",
    payload: ResignIpzs,
    verb: ipzsAccess["ipzs.record"],
    run: resign,
  }),
  defineCommand({
    type: "ipzs.end",
    v: 1,
    summary: "The manager ends the programme with its reason",
    payload: EndIpzs,
    verb,
    run: endIpzs,
  }),
  defineCommand({
    type: "ipzs.certify",
    v: 1,
    summary: "The certificate of participation was given, or a mended one",
    payload: CertifyIpzs,
    verb,
    run: certify,
  }),
];
