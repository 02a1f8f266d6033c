import type { Role } from "../../src/platform/access.ts";

/** `write`; `whole`: everything the column means; `some`: a line, a state, a number of it. */
export type Depth = "write" | "whole" | "some";

const social = "Social assessment, IPWB, contract";

/**
 * Which operations and parts of an answer are plainly a column of the matrix, judged by what they hold and not by who may: their
 * cells follow from it. Operations that no column means (sign-in, routes, referrals …) are not here.
 */
export const matrixRows: readonly { column: string; depth: Depth; rows: RegExp }[] = [
  {
    column: "Core data",
    depth: "write",
    rows: /^(person\.(change|(add|end|withdraw|correct)-fact)|conflict\.decide)$/,
  },
  { column: "Core data", depth: "write", rows: /^(representative|household)\.(record|end|(add|end)-member)$/ },
  {
    column: "Core data",
    depth: "whole",
    rows: /^(person\.(read-history|read-pesel|list-merges)|consent\.(list|open-file))$/,
  },
  { column: "Core data", depth: "whole", rows: /^((representative|household|case)\.list|case\.read|caseload\.read)$/ },
  {
    column: "Core data",
    depth: "some",
    rows: /^(person\.(read|search)|enrolment\.list|timeline\.CORE|evidence\.read-names|report\.open-names)$/,
  },
  {
    column: "Street cards",
    depth: "write",
    rows: /^(contact\.(record|correct|record-group)|assistance\.(plan|change|record))$/,
  },
  {
    column: "Street cards",
    depth: "whole",
    rows: /^(contact\.read|assistance\.list-of-person|site-photo\.(list|open))$/,
  },
  { column: "Street cards", depth: "some", rows: /^(contact\.list-of-person|timeline\.STREET)$/ },
  { column: "Stay/nights", depth: "write", rows: /^facility\.(record|count)$/ },
  { column: "Stay/nights", depth: "some", rows: /^timeline\.STAY$/ },
  {
    column: social,
    depth: "write",
    rows: /^plan\.(draft|describe|set-goals|set-tasks|mark-task|agree|redraft|activate|review|close|prolong|reopen|apply-template)$/,
  },
  {
    column: social,
    depth: "write",
    rows: /^contract\.(draft|change|set-duties|set-goals|agree|evaluate|complete|terminate|annex)$/,
  },
  { column: social, depth: "write", rows: /^ipzs\.(begin|change|agree|redraft|amend)$/ },
  {
    column: social,
    depth: "write",
    rows: /^(assessment\.SOCIAL\.record|profile\.(record|SOCIAL\.write)|need\.(record|correct|match|end))$/,
  },
  { column: social, depth: "write", rows: /^interview\.(need|record|correct|withdraw)$/ },
  {
    column: social,
    depth: "whole",
    rows: /^(plan\.(whole|list-versions|read-evidence|print|print-course)|assessment\.SOCIAL\.content)$/,
  },
  {
    column: social,
    depth: "whole",
    rows: /^contract\.(read|read-evidence|read-signing|print|print-annex|print-evaluation|open-issued|open-proof)$/,
  },
  {
    column: social,
    depth: "whole",
    rows: /^(profile\.(SOCIAL\.read|list-versions|print|open-scan)|(need|service-mix)\.list(-of-group)?)$/,
  },
  { column: social, depth: "whole", rows: /^ipzs\.(read|list-versions|print)$/ },
  {
    column: social,
    depth: "some",
    rows: /^((plan|contract)\.list|plan\.(read|list-of-person)|timeline\.SOCIAL|assessment\.SOCIAL\.conclusion)$/,
  },
  { column: "Psychologist conclusion", depth: "write", rows: /^assessment\.PSYCHOLOGICAL\.record$/ },
  { column: "Psychologist conclusion", depth: "whole", rows: /^assessment\.PSYCHOLOGICAL\.content$/ },
  {
    column: "Psychologist conclusion",
    depth: "some",
    rows: /^(assessment\.PSYCHOLOGICAL\.conclusion|timeline\.PSYCHOLOGICAL|counselling\.psychological)$/,
  },
  { column: "Psychologist working notes", depth: "write", rows: /^assessment\.write-note$/ },
  { column: "Psychologist working notes", depth: "whole", rows: /^assessment\.(read-note|list-notes)$/ },
  {
    column: "Addiction",
    depth: "write",
    rows: /^(assessment\.ADDICTION\.record|(person\.write-section |section\.)ADDICTION(\.write)?)$/,
  },
  {
    column: "Addiction",
    depth: "whole",
    rows: /^(person\.read-section ADDICTION|section\.ADDICTION\.read|assessment\.ADDICTION\.content)$/,
  },
  {
    column: "Addiction",
    depth: "some",
    rows: /^(timeline|assessment)\.ADDICTION(\.conclusion)?$|^counselling\.addiction$/,
  },
  { column: "Health", depth: "write", rows: /^(person\.write-section |section\.)(HEALTH|DISABILITY)(\.write)?$/ },
  {
    column: "Health",
    depth: "whole",
    rows: /^(person\.read-section (HEALTH|DISABILITY)|section\.(HEALTH|DISABILITY)\.read)$/,
  },
  { column: "Health", depth: "some", rows: /^(timeline\.HEALTH|register\.read-fitness|member\.read-fitness)$/ },
  { column: "Court (art. 10)", depth: "write", rows: /^(person\.write-section |section\.)COURT(\.write)?$/ },
  {
    column: "Court (art. 10)",
    depth: "whole",
    rows: /^(person\.read-section COURT|section\.COURT\.read|timeline\.COURT|release\.read)$/,
  },
  { column: "Attendance", depth: "write", rows: /^(attendance\.mark|register\.close)$/ },
  { column: "Attendance", depth: "whole", rows: /^(register\.(read|list-today)|attendance\.read-rates)$/ },
  { column: "Attendance", depth: "some", rows: /^(attendance\.(read-person|read-hours)|timeline\.ATTENDANCE)$/ },
  { column: "Benefit list", depth: "write", rows: /^benefit\.(approve|return|give-bonus|ask-refund)$/ },
  {
    column: "Benefit list",
    depth: "whole",
    rows: /^(timeline\.BENEFIT|benefit\.(read-month|list-of-person|print|export|print-slip|print-refund))$/,
  },
  { column: "Benefit list", depth: "some", rows: /^benefit\.list-months$/ },
  {
    column: "Employer/placement",
    depth: "write",
    rows: /^(placement\.(plan|prepare|start|end)|coach-log\.write|employment-check\.record|employer\.record)$/,
  },
  { column: "Employer/placement", depth: "whole", rows: /^(placement\.(read|list)|timeline\.EMPLOYMENT)$/ },
  { column: "Employer/placement", depth: "some", rows: /^employer\.(list|read)$/ },
  { column: "Project indicators", depth: "write", rows: /^(project\.record|report\.send)$/ },
  {
    column: "Project indicators",
    depth: "whole",
    rows: /^(report\.(open-people|read-sent|print|export)(-sent)?|timeline\.INDICATORS)$/,
  },
  { column: "Project indicators", depth: "some", rows: /^(report\.(read-effectiveness|list-sent)|enrolment\.list)$/ },
  { column: "Audit log", depth: "some", rows: /^audit\.(search|list-unusual|export)$/ },
];

/** Rows that are the way itself to what a column means: whom the matrix lets in, they let in. */
export const doors =
  /^(timeline\..*|section\..*\.read|assessment\.[A-Z]+\.record|person\.(read|read-history)|plan\.(read|draft|whole)|contact\.(read|record)|facility\.count|placement\.(read|plan)|attendance\.mark|register\.read|audit\.search)$/;

type Departure = { rows: RegExp; roles: readonly Role[]; source: string };

/** Where the tables go further than the matrix, or less far through a door, because another page of docs/domain says so. */
export const departures: readonly Departure[] = [
  {
    rows: /^(person\.(change|(add|end|withdraw|correct)-fact)|conflict\.decide)$/,
    roles: ["OUTREACH_WORKER", "OUTREACH_COORDINATOR", "SHELTER_WORKER", "CIS_MANAGER", "KIS_COORDINATOR"],
    source: "F-00: whoever began a record goes on with it",
  },
  {
    rows: /^(person\.write-section |section\.)(HEALTH|DISABILITY|ADDICTION|COURT)(\.write)?$/,
    roles: ["SOCIAL_WORKER", "REINTEGRATION_SOCIAL_WORKER"],
    source: "F-00, SE 8b: whoever keeps the record writes its sections, in the team",
  },
  {
    rows: /^assessment\.(write-note|read-note|list-notes)$/,
    roles: ["SOCIAL_WORKER", "REINTEGRATION_SOCIAL_WORKER", "ADDICTION_THERAPIST", "VOCATIONAL_COUNSELLOR"],
    source: "decision 10: notes of one's own, sealed to their author",
  },
  {
    rows: /^interview\.(need|correct|withdraw)$/,
    roles: ["SOCIAL_WORK_MANAGER"],
    source: "R-INT-01: the OPS learns of the need; what was found is the social worker's",
  },
  {
    rows: /^need\.(record|correct|match|end|list|list-of-group)$/,
    roles: ["PSYCHOLOGIST", "VOCATIONAL_COUNSELLOR"],
    source: "F-21, F-23: specialists tell the needs that they found",
  },
  { rows: /^employer\.record$/, roles: ["KIS_COORDINATOR"], source: "F-50, J8, J9" },
  { rows: /^project\.record$/, roles: ["CIS_MANAGER"], source: "F-70: a CIS without a coordinator" },
  { rows: /^facility\.(record|count)$/, roles: ["OUTREACH_COORDINATOR"], source: "J2 step 5: by telephone" },
  {
    rows: /^release\.read$/,
    roles: ["SOCIAL_WORKER", "REINTEGRATION_SOCIAL_WORKER"],
    source: "R-JUR-06: whether there is a day; the day itself is told to whom the section opens",
  },
];
