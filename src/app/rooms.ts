import { offerKinds } from "../modules/activity/offer/field/set.ts";
import {
  classPresence,
  courseRegisters,
  meetingsInCalendar,
  meetingsInRooms,
  meetingsOfVolunteers,
  visitSources,
} from "../modules/activity/public.ts";
import { activityRoom } from "../modules/activity/room.ts";
import { meetingsHeld } from "../modules/assessment/meetingsHeld.ts";
import { needGroups } from "../modules/assessment/needs/groups.ts";
import { receivedSources } from "../modules/assessment/needs/received.ts";
import { papersOfAssessment, papersOfProfile, papersOfQualifications } from "../modules/assessment/papers.ts";
import { assessmentsBegun, papersOfFitness, profilesToSign } from "../modules/assessment/public.ts";
import { assessmentRoom } from "../modules/assessment/room.ts";
import { absenceEffects } from "../modules/attendance/absence/public.ts";
import { minutesOfModule } from "../modules/attendance/courseMinutes.ts";
import { registerKinds } from "../modules/attendance/field/set.ts";
import {
  classesLed,
  classesOfVolunteers,
  keepLockedMonths,
  keepMarkedSessions,
  keepMonthsOfEnrolment,
  markConflicts,
  minutesOfPerson,
} from "../modules/attendance/public.ts";
import { attendanceRoom } from "../modules/attendance/room.ts";
import { courseOfRegisters } from "../modules/attendance/sessionCourse.ts";
import { classDays } from "../modules/attendance/visits.ts";
import { effectOfAbsence } from "../modules/benefit/month/effect.ts";
import { benefitRoom } from "../modules/benefit/room.ts";
import { auditRoom } from "../modules/casework/auditRoom.ts";
import { followDeath } from "../modules/casework/death.ts";
import { followRelease } from "../modules/casework/preRelease.ts";
import { casesOpened, taskTells } from "../modules/casework/public.ts";
import { caseworkRoom } from "../modules/casework/room.ts";
import { ipzsToSign } from "../modules/centre/ipzs/signing.ts";
import { clubContracts } from "../modules/centre/public.ts";
import { centreRoom } from "../modules/centre/room.ts";
import { conflictKinds, conflictSet, conflictTells } from "../modules/conflict/public.ts";
import { conflictRoom } from "../modules/conflict/room.ts";
import { busySources, calendarSources, daySources, droppedHours, hourSources } from "../modules/counselling/public.ts";
import { counsellingRoom } from "../modules/counselling/room.ts";
import { protectedPeople } from "../modules/device/hiddenEntries.ts";
import { heldPeople } from "../modules/device/office.ts";
import { deviceRoom } from "../modules/device/room.ts";
import { disclosures } from "../modules/employment/agreedDisclosure.ts";
import { papersOfPlacement } from "../modules/employment/papers.ts";
import { employmentRoom } from "../modules/employment/room.ts";
import { facilityRoom } from "../modules/facility/room.ts";
import { facilityKinds } from "../modules/facility/set.ts";
import { organisationRoom } from "../modules/organisation/room.ts";
import { recordMeasuredRise, tellOfCorrection } from "../modules/outcome/public.ts";
import { outcomeRoom } from "../modules/outcome/room.ts";
import { streetKinds } from "../modules/outreach/field/set.ts";
import { contactGates, siteConflicts } from "../modules/outreach/public.ts";
import { outreachRoom } from "../modules/outreach/room.ts";
import { streetTells } from "../modules/outreach/tells.ts";
import { participantRoom } from "../modules/participant/room.ts";
import { makePartnershipRoom } from "../modules/partnership/room.ts";
import { consentsToSign } from "../modules/person/consentPages.ts";
import { papersOfConsents } from "../modules/person/papers.ts";
import { deathActs, hiddenAmongIds, personConflicts, personNumbers, sectionActs } from "../modules/person/public.ts";
import { personRoom } from "../modules/person/room.ts";
import { disclosureInPlan } from "../modules/plan/annexes/agreedDisclosure.ts";
import { softOutcomes } from "../modules/plan/annexes/softOutcome.ts";
import { pathsToSign, programmesToSign, vocationalPlansToSign } from "../modules/plan/packet.ts";
import { papersOfPlan, papersOfPlanAnnexes } from "../modules/plan/papers.ts";
import { sidesOfPlan } from "../modules/plan/partnerSide.ts";
import { makePlanRoom } from "../modules/plan/room.ts";
import { modulesOfProject } from "../modules/programme/forecast/ofProject.ts";
import { changeGates } from "../modules/programme/gates.ts";
import {
  hoursInClass,
  listGroups,
  meetingSources,
  membersToday,
  sessionCourses,
  sessionGates,
  sessionsInCalendar,
  sessionsLedOn,
} from "../modules/programme/public.ts";
import { programmeRoom } from "../modules/programme/room.ts";
import { projectModules } from "../modules/project/goals/modules.ts";
import {
  criteriaSources,
  enrolmentEndings,
  enrolmentGates,
  enrolmentStarts,
  enrolmentsBegun,
  startGroups,
  waivableGates,
} from "../modules/project/public.ts";
import { projectRoom } from "../modules/project/room.ts";
import { findOtherHours, interviewsHeldOn, interviewsInCalendar } from "../modules/recruitment/interviews/public.ts";
import {
  askForAdmission,
  factsOfCandidate,
  followEnrolment,
  groupsToStartIn,
  keepPlaceOfGroup,
  projectGroups,
} from "../modules/recruitment/public.ts";
import { recruitmentRoom } from "../modules/recruitment/room.ts";
import { answerByContact, referralsSent, servicesStarted } from "../modules/referral/public.ts";
import { referralRoom } from "../modules/referral/room.ts";
import { referralKinds } from "../modules/referral/set.ts";
import { reportRoom } from "../modules/report/room.ts";
import { conditionsOfContract, papersOfContract } from "../modules/social-contract/checklist/contractPapers.ts";
import { paperConditions, paperSources } from "../modules/social-contract/checklist/queries.ts";
import { annexesToSign, contractsToSign } from "../modules/social-contract/packet/contractPapers.ts";
import { packetSources } from "../modules/social-contract/packet/sources.ts";
import { leadOfContract } from "../modules/social-contract/partnerSide.ts";
import { askForContract, findContractFor } from "../modules/social-contract/public.ts";
import { makeSocialContractRoom } from "../modules/social-contract/room.ts";
import { ledSources } from "../modules/staff/public.ts";
import { staffRoom } from "../modules/staff/room.ts";
import { streetWorkKinds } from "../modules/street-work/field/set.ts";
import { streetWorkRoom } from "../modules/street-work/room.ts";
import { referralSources, serviceSources } from "../modules/street-work/sources.ts";
import type { Room } from "../platform/command.ts";
import { takeOffline } from "../platform/sync/offlineCommands.ts";
import { addSetKinds } from "../platform/sync/setKind.ts";
import { planEvidence } from "./planEvidence.ts";
import { receivedServices } from "./receivedServices.ts";

/** All rooms, lower floors first. The only list of them on the server. */
export const rooms: readonly Room[] = [
  organisationRoom,
  deviceRoom,
  conflictRoom,
  personRoom,
  staffRoom,
  caseworkRoom,
  auditRoom,
  outreachRoom,
  facilityRoom,
  assessmentRoom,
  counsellingRoom,
  employmentRoom,
  projectRoom,
  makePartnershipRoom([leadOfContract, sidesOfPlan]),
  outcomeRoom,
  referralRoom,
  streetWorkRoom,
  programmeRoom,
  recruitmentRoom,
  activityRoom,
  attendanceRoom,
  makeSocialContractRoom(planEvidence),
  makePlanRoom(planEvidence),
  centreRoom,
  benefitRoom,
  reportRoom,
  participantRoom,
];

export const commands = rooms.flatMap((room) => room.commands);
export const queries = rooms.flatMap((room) => room.queries);
export const downloads = rooms.flatMap((room) => room.downloads);

takeOffline(commands);
conflictKinds.push(personConflicts, siteConflicts, markConflicts);
addSetKinds(streetKinds);
addSetKinds(streetWorkKinds);
addSetKinds([conflictSet]);
addSetKinds([...facilityKinds, ...referralKinds, ...registerKinds, ...offerKinds]);
heldPeople.numbersOf = personNumbers;
protectedPeople.hiddenOf = hiddenAmongIds;
protectedPeople.tellsOf.push(conflictTells, taskTells, ...streetTells);

// What rooms above hold against acts of rooms below.
deathActs.push(followDeath);
sectionActs.push((context, { personId, section }) =>
  section === "COURT" ? followRelease(context, personId) : Promise.resolve(),
);
sessionGates.push(keepMarkedSessions);
changeGates.push(keepLockedMonths);
absenceEffects.of = effectOfAbsence;
sessionCourses.push(courseOfRegisters);
enrolmentGates.push(askForContract);
criteriaSources.push(factsOfCandidate);
enrolmentEndings.push(followEnrolment, keepMonthsOfEnrolment);
waivableGates.push(askForAdmission);
enrolmentStarts.push(keepPlaceOfGroup, followEnrolment);
startGroups.of = groupsToStartIn;
projectGroups.of = async (context, projectId) =>
  (await listGroups(context)).filter((group) => group.projectId === projectId);
clubContracts.holdingOn = findContractFor;
contactGates.push(answerByContact);

// Services that were really given, beside those promised under needs.
receivedSources.push(...receivedServices);

// Days on which people come, for whom that is regular (R-S0-02).
visitSources.push(classDays);
courseRegisters.minutesOf = minutesOfModule;
classPresence.of = minutesOfPerson;
projectModules.of = modulesOfProject; // what serves the aims of a project

// Whose needs are looked at together.
needGroups.list = async (context) =>
  (await listGroups(context)).map(({ id, name, projectId, projectTitle }) => ({
    id,
    name,
    projectId,
    projectName: projectTitle,
  }));
needGroups.membersOf = membersToday;

// What rooms above tell of a specialist's day, and of it elsewhere.
daySources.push(sessionsLedOn, interviewsHeldOn);
calendarSources.push(sessionsInCalendar, interviewsInCalendar, meetingsInCalendar);
meetingSources.push(meetingsInRooms);
ledSources.push(classesOfVolunteers, meetingsOfVolunteers);
droppedHours.push(findOtherHours);
busySources.push(hoursInClass);
hourSources.push(meetingsHeld, classesLed);
softOutcomes.record = recordMeasuredRise;
softOutcomes.corrected = tellOfCorrection;
disclosures.of = disclosureInPlan;

// What rooms tell the month of the street: a first service, and what came of referrals (RP-13).
serviceSources.push(casesOpened, assessmentsBegun, enrolmentsBegun, servicesStarted);
referralSources.push(referralsSent);

// Papers that wait for a signature: one packet for each person.
packetSources.push(
  consentsToSign,
  profilesToSign,
  programmesToSign,
  vocationalPlansToSign,
  pathsToSign,
  ipzsToSign,
  contractsToSign,
  annexesToSign,
);

// Papers of the checklist of a stage (R-S0-06), and what decides whether they are asked for.
paperSources.push(papersOfConsents, papersOfAssessment, papersOfQualifications, papersOfProfile, papersOfPlan);
paperSources.push(papersOfPlanAnnexes, papersOfContract, papersOfPlacement, papersOfFitness);
paperConditions.push(conditionsOfContract);
