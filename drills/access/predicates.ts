import { commands, downloads, queries } from "../../src/app/rooms.ts";
import { activityAccess } from "../../src/modules/activity/access.ts";
import { assessmentAccess, conclusionReaders, contentReaders, recorders } from "../../src/modules/assessment/access.ts";
import { historyAccess } from "../../src/modules/assessment/history/access.ts";
import { needAccess } from "../../src/modules/assessment/needs/access.ts";
import { entryAccess, profileAccess } from "../../src/modules/assessment/profile/access.ts";
import { absenceAccess } from "../../src/modules/attendance/absence/access.ts";
import { attendanceAccess } from "../../src/modules/attendance/access.ts";
import { attendanceCardAccess } from "../../src/modules/attendance/cards/access.ts";
import { registerMonthAccess } from "../../src/modules/attendance/month/access.ts";
import { workshopAccess } from "../../src/modules/attendance/workshop/access.ts";
import { benefitAccess } from "../../src/modules/benefit/access.ts";
import { classProgrammeAccess } from "../../src/modules/benefit/classes/access.ts";
import { centreMonthAccess } from "../../src/modules/benefit/month/access.ts";
import { caseworkAccess, sectionReaders } from "../../src/modules/casework/access.ts";
import { auditAccess } from "../../src/modules/casework/auditAccess.ts";
import { centreEntryAccess, wordReaders } from "../../src/modules/centre/entry/access.ts";
import { ipzsAccess } from "../../src/modules/centre/ipzs/access.ts";
import { conflictAccess } from "../../src/modules/conflict/access.ts";
import { counsellingAccess, topicReaders } from "../../src/modules/counselling/access.ts";
import { deviceAccess } from "../../src/modules/device/access.ts";
import { employmentAccess } from "../../src/modules/employment/access.ts";
import { facilityAccess } from "../../src/modules/facility/access.ts";
import { organisationAccess } from "../../src/modules/organisation/access.ts";
import { outcomeAccess } from "../../src/modules/outcome/access.ts";
import { outreachAccess } from "../../src/modules/outreach/access.ts";
import { partnershipAccess } from "../../src/modules/partnership/access.ts";
import { personAccess, sectionAccess } from "../../src/modules/person/access.ts";
import { fullReaders, goalReaders, planAccess } from "../../src/modules/plan/access.ts";
import { annexAccess, measureReaders, reasonReaders } from "../../src/modules/plan/annexes/access.ts";
import { leadingAccess, leadingManagers } from "../../src/modules/plan/leading/access.ts";
import { programmeAccess } from "../../src/modules/programme/access.ts";
import { projectAccess } from "../../src/modules/project/access.ts";
import { exceptionMakers } from "../../src/modules/project/criteria/access.ts";
import { recruitmentAccess } from "../../src/modules/recruitment/access.ts";
import { referralAccess } from "../../src/modules/referral/access.ts";
import { reportAccess } from "../../src/modules/report/access.ts";
import { contractAccess } from "../../src/modules/social-contract/access.ts";
import { staffAccess } from "../../src/modules/staff/access.ts";
import { streetWorkAccess } from "../../src/modules/street-work/access.ts";
import type { Reach, Role } from "../../src/platform/access.ts";

/** A verb as the server holds it. Writable here, because mutants are made of it in this process. */
export type Verb = Partial<Record<Role, Reach>>;

const permissions = {
  organisation: organisationAccess,
  device: deviceAccess,
  conflict: conflictAccess,
  person: personAccess,
  casework: caseworkAccess,
  audit: auditAccess,
  outreach: outreachAccess,
  streetWork: streetWorkAccess,
  facility: facilityAccess,
  assessment: assessmentAccess,
  profile: profileAccess,
  history: historyAccess,
  need: needAccess,
  counselling: counsellingAccess,
  employment: employmentAccess,
  project: projectAccess,
  partnership: partnershipAccess,
  outcome: outcomeAccess,
  programme: programmeAccess,
  recruitment: recruitmentAccess,
  activity: activityAccess,
  staff: staffAccess,
  benefit: benefitAccess,
  attendance: attendanceAccess,
  absence: absenceAccess,
  centreMonth: centreMonthAccess,
  classProgramme: classProgrammeAccess,
  attendanceCard: attendanceCardAccess,
  registerMonth: registerMonthAccess,
  workshop: workshopAccess,
  contract: contractAccess,
  plan: planAccess,
  annex: annexAccess,
  leading: leadingAccess,
  ipzs: ipzsAccess,
  referral: referralAccess,
  centreEntry: centreEntryAccess,
  report: reportAccess,
};

const prefixed = (prefix: string, verbs: Readonly<Record<string, Verb>>, suffix = "") =>
  Object.entries(verbs).map(([name, verb]): [string, Verb] => [`${prefix}.${name}${suffix}`, verb]);

/** What decides inside an answer or behind a door: the lines of `parts.csv`. */
export const parts: ReadonlyMap<string, Verb> = new Map([
  ...(["person.read-section", "person.write-section"] as const).map((name): [string, Verb] => [
    name,
    personAccess[name],
  ]),
  ...Object.entries(sectionAccess).flatMap(([name, { read, write }]): [string, Verb][] => [
    [`section.${name}.read`, read],
    [`section.${name}.write`, write],
  ]),
  ...prefixed("timeline", sectionReaders),
  ...prefixed("assessment", recorders, ".record"),
  ...prefixed("assessment", conclusionReaders, ".conclusion"),
  ...prefixed("assessment", contentReaders, ".content"),
  ["profile.SOCIAL.read", entryAccess.SOCIAL.read],
  ["profile.SOCIAL.write", entryAccess.SOCIAL.write],
  ["attendance.read-person", attendanceAccess["attendance.read-person"]],
  ["register.read-fitness", attendanceAccess["register.read-fitness"]],
  ["register.read-alerts", attendanceAccess["register.read-alerts"]],
  ["member.read-fitness", programmeAccess["member.read-fitness"]],
  ["volunteer.read-whole", staffAccess["volunteer.read-whole"]],
  ["gathering.read-self-help", activityAccess["gathering.read-self-help"]],
  ["course.read-reasons", activityAccess["course.read-reasons"]],
  ["need.write-whole", needAccess["need.write-whole"]],
  ["need.read-whole", needAccess["need.read-whole"]],
  ["evidence.read-names", outcomeAccess["evidence.read-names"]],
  ["report.open-names", reportAccess["report.open-names"]],
  ...prefixed("counselling", topicReaders),
  ["plan.whole", fullReaders],
  ["plan.goals", goalReaders],
  ["plan.leading-manager", leadingManagers],
  ["annex.measures", measureReaders],
  ["annex.reasons", reasonReaders],
  ["centre-entry.words", wordReaders],
  ["enrolment.except", exceptionMakers],
]);

/** The verb of every command, query and download by its operation id. */
export const operationVerbs: ReadonlyMap<string, Verb> = new Map<string, Verb>([
  ...commands.map(({ type, verb }): [string, Verb] => [type, verb]),
  ...[...queries, ...downloads].map(({ name, verb }): [string, Verb] => [name, verb]),
]);

/** Every entry of every room's permissions and of the parts, each verb object once, with a name to tell it by. */
export const allVerbs: readonly { name: string; verb: Verb }[] = [
  ...new Map<Verb, string>([
    ...Object.values(permissions).flatMap((room) =>
      Object.entries(room).map(([name, verb]): [Verb, string] => [verb, name]),
    ),
    ...[...parts].map(([name, verb]): [Verb, string] => [verb, name]),
  ]),
].map(([verb, name]) => ({ name, verb }));
