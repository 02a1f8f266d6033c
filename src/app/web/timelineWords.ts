import { assessmentMessages } from "../../modules/assessment/messages.ts";
import { profileLineMessages } from "../../modules/assessment/profile/lineMessages.ts";
import { absenceLineMessages } from "../../modules/attendance/absence/lineMessages.ts";
import { attendanceMessages } from "../../modules/attendance/messages.ts";
import { workshopTaskMessages } from "../../modules/attendance/workshop/messages.ts";
import { classEventMessages } from "../../modules/benefit/classes/messages.ts";
import { benefitEventMessages } from "../../modules/benefit/list/messages.ts";
import { interviewMessages } from "../../modules/casework/interviewMessages.ts";
import type { LineWords } from "../../modules/casework/lineWords.ts";
import { timelineMessages } from "../../modules/casework/messages.ts";
import { entryLines } from "../../modules/centre/entry/lineMessages.ts";
import { ipzsLineMessages } from "../../modules/centre/ipzs/lineMessages.ts";
import { conflictMessages } from "../../modules/conflict/messages.ts";
import { counsellingLines } from "../../modules/counselling/lineMessages.ts";
import { employmentMessages } from "../../modules/employment/messages.ts";
import { outcomeMessages } from "../../modules/outcome/messages.ts";
import { outreachMessages } from "../../modules/outreach/messages.ts";
import { partnershipMessages } from "../../modules/partnership/messages.ts";
import { familyMessages } from "../../modules/person/familyMessages.ts";
import { annexLineMessages } from "../../modules/plan/annexes/lineMessages.ts";
import { leadingMessages } from "../../modules/plan/leading/messages.ts";
import { planMessages } from "../../modules/plan/messages.ts";
import { programmeLines } from "../../modules/programme/lineMessages.ts";
import { programmeMessages } from "../../modules/programme/messages.ts";
import { projectMessages } from "../../modules/project/messages.ts";
import { recruitmentLines } from "../../modules/recruitment/lineMessages.ts";
import { letterMessages } from "../../modules/referral/letterMessages.ts";
import { reportMessages } from "../../modules/report/messages.ts";
import { contractMessages } from "../../modules/social-contract/messages.ts";
import { eventMessages } from "./eventMessages.ts";

/**
 * Words of timeline lines and tasks by kind, one line a room; the first that knows a kind speaks. A room whose catalogue
 * keeps other sentences under the same keys gives a catalogue of its lines alone.
 */
export const timelineWords: readonly LineWords[] = [
  { messages: timelineMessages, lists: { from: "stage", to: "stage" } },
  { messages: interviewMessages },
  { messages: eventMessages },
  { messages: benefitEventMessages },
  { messages: classEventMessages },
  { messages: conflictMessages },
  { messages: familyMessages },
  { messages: outreachMessages },
  { messages: assessmentMessages },
  { messages: counsellingLines },
  { messages: profileLineMessages },
  { messages: leadingMessages, lists: { reason: "leading.reason", part: "leading.part" } },
  { messages: planMessages },
  { messages: annexLineMessages },
  { messages: ipzsLineMessages },
  { messages: contractMessages },
  { messages: projectMessages },
  { messages: recruitmentLines },
  { messages: partnershipMessages },
  { messages: programmeLines },
  { messages: programmeMessages },
  { messages: attendanceMessages },
  { messages: workshopTaskMessages },
  { messages: absenceLineMessages },
  { messages: employmentMessages },
  { messages: outcomeMessages },
  { messages: letterMessages },
  { messages: entryLines },
  { messages: reportMessages },
];
