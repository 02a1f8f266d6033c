/** Code lists of the room. Source: docs/domain/forms.md, docs/domain/rules.md R-S0-06 */
export const taskOutcomes = ["DONE", "PARTLY", "NOT_DONE", "NO_LONGER_RELEVANT"] as const;

export const taskOwners = ["mine", "unit"] as const;

export const caseEndReasons = [
  "INDEPENDENT",
  "HOUSED_WITH_SUPPORT",
  "TRANSFERRED",
  "INTERRUPTED_BY_PERSON",
  "LOST_CONTACT",
  "DECEASED",
  "OTHER",
] as const;

export const teamParts = [
  "LEADER",
  "SOCIAL_WORKER",
  "PSYCHOLOGIST",
  "VOCATIONAL_COUNSELLOR",
  "ADDICTION_THERAPIST",
  "LAWYER",
  "JOB_COACH",
  "OUTREACH_WORKER",
  "GROUP_LEADER",
  "ASSISTANT",
] as const;

export const glassVerdicts = ["JUSTIFIED", "NOT_JUSTIFIED"] as const;

/** The path of a case; `NOT_RECOMMENDED` stands where `RECOMMENDED` would. */
export const stagePath = [
  "OPEN_OFFER",
  "REGULAR",
  "UNDER_ASSESSMENT",
  "RECOMMENDED",
  "ANALYSIS",
  "PLANNED",
  "CONTRACTED",
  "ADVANCED",
  "PLACED",
  "FOLLOW_UP",
  "CLOSED",
] as const;

/** Source: docs/domain/rules.md R-INT-01, R-INT-02 */
export const interviewUrgencies = ["NORMAL_14WD", "URGENT_2WD"] as const;
export const interviewSettings = ["ONGOING_SUPPORT", "CARE_HOME", "MENTAL_HEALTH_SUPPORT_CENTRE"] as const;

/** How an entry of the interview register stands, most pressing first. */
export const interviewStandings = ["OVERDUE", "NEEDED", "UPDATE_DUE", "REFUSED", "HELD", "STOPPED"] as const;

/** Parts of the ministerial questionnaire; which of them a case needs is not verified. Source: docs/domain/forms.md F-20 */
export const interviewParts = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"] as const;

/** First words of the kinds of timeline lines that a history can be narrowed to. */
export const timelineNouns = [
  "contact",
  "case",
  "task",
  "assessment",
  "plan",
  "contract",
  "enrolment",
  "group",
  "attendance",
  "placement",
  "evidence",
  "interview",
  "share",
  "consent",
  "household",
  "person",
] as const;

/** The most open tasks that a list answers, soonest first: a device keeps so many. */
export const tasksAtMost = 500;
