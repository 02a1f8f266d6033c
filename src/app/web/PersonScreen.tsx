import { useQuery } from "@tanstack/react-query";
import { lazy } from "react";
import { activityAccess } from "../../modules/activity/access.ts";
import { benefitAccess } from "../../modules/benefit/access.ts";
import { caseworkAccess } from "../../modules/casework/access.ts";
import { BreakGlass } from "../../modules/casework/BreakGlass.tsx";
import { caseworkMessages } from "../../modules/casework/messages.ts";
import { caseworkTabs } from "../../modules/casework/screens.tsx";
import { counsellingAccess } from "../../modules/counselling/access.ts";
import { personQuery } from "../../modules/person/api.ts";
import { PersonScreen as File, type PersonTab } from "../../modules/person/PersonScreen.tsx";
import { ServerProblem } from "../../platform/ui/api.ts";
import { useParam } from "../../platform/ui/navigation.ts";
import { Page } from "../../platform/ui/Page.tsx";
import { useSession } from "../../platform/ui/session.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";

const street = ["OUTREACH_WORKER", "OUTREACH_COORDINATOR", "SHELTER_WORKER", "SOCIAL_WORKER"];
const leaders = [
  "SOCIAL_WORKER",
  "SOCIAL_WORK_MANAGER",
  "REINTEGRATION_SOCIAL_WORKER",
  "CIS_MANAGER",
  "KIS_COORDINATOR",
];
const specialists = ["PSYCHOLOGIST", "ADDICTION_THERAPIST", "VOCATIONAL_COUNSELLOR", "JOB_COACH"];

/** Tabs that rooms bring to a person's file, in the order of the way through. The server still decides what each shows. */
const tabs: readonly PersonTab[] = [
  {
    code: "history",
    label: { pl: "Historia", en: "History", uk: "Історія" },
    roles: Object.keys(caseworkAccess["timeline.read"]),
    Tab: lazy(() => import("./HistoryTab.tsx").then((it) => ({ default: it.HistoryTab }))),
  },
  ...caseworkTabs,
  {
    code: "contacts",
    label: { pl: "Kontakty", en: "Contacts", uk: "Контакти" },
    roles: street,
    Tab: lazy(() => import("../../modules/outreach/ContactsTab.tsx").then((it) => ({ default: it.ContactsTab }))),
  },
  {
    code: "assessments",
    label: { pl: "Diagnozy", en: "Assessments", uk: "Діагнози" },
    roles: [...leaders, ...specialists],
    Tab: lazy(() =>
      import("../../modules/assessment/AssessmentsTab.tsx").then((it) => ({ default: it.AssessmentsTab })),
    ),
  },
  {
    code: "profile",
    label: { pl: "Profil", en: "Profile", uk: "Профіль" },
    roles: [...leaders, ...specialists],
    Tab: lazy(() =>
      import("../../modules/assessment/profile/ProfileTab.tsx").then((it) => ({ default: it.ProfileTab })),
    ),
  },
  {
    code: "talks",
    label: { pl: "Porady", en: "Advice", uk: "Поради" },
    roles: Object.keys(counsellingAccess["waiting.list"]),
    Tab: lazy(() => import("../../modules/counselling/TalksTab.tsx").then((it) => ({ default: it.TalksTab }))),
  },
  {
    code: "plan",
    label: { pl: "Program", en: "Plan", uk: "Програма" },
    roles: [...leaders, ...specialists],
    Tab: lazy(() => import("./PlanTab.tsx").then((it) => ({ default: it.PlanTab }))),
  },
  {
    code: "contracts",
    label: { pl: "Kontrakty", en: "Contracts", uk: "Контракти" },
    roles: leaders,
    Tab: lazy(() =>
      import("../../modules/social-contract/ContractsTab.tsx").then((it) => ({ default: it.ContractsTab })),
    ),
  },
  {
    code: "projects",
    label: { pl: "Projekty", en: "Projects", uk: "Проєкти" },
    roles: [...leaders, "GROUP_LEADER", "JOB_COACH"],
    Tab: lazy(() => import("../../modules/project/EnrolmentTab.tsx").then((it) => ({ default: it.EnrolmentTab }))),
  },
  {
    code: "attendance",
    label: { pl: "Obecności", en: "Attendance", uk: "Присутність" },
    roles: [...leaders, ...specialists, "GROUP_LEADER", "WORKSHOP_INSTRUCTOR"],
    Tab: lazy(() => import("../../modules/attendance/AttendanceTab.tsx").then((it) => ({ default: it.AttendanceTab }))),
  },
  {
    code: "benefits",
    label: { pl: "Świadczenia", en: "Benefits", uk: "Виплати" },
    roles: Object.keys(benefitAccess["benefit.list-of-person"]),
    Tab: lazy(() => import("../../modules/benefit/list/BenefitsTab.tsx").then((it) => ({ default: it.BenefitsTab }))),
  },
  {
    code: "activities",
    label: { pl: "Klub i wydarzenia", en: "Club and events", uk: "Клуб і події" },
    roles: Object.keys(activityAccess["participation.read"]),
    Tab: lazy(() =>
      import("../../modules/activity/participation/ParticipationTab.tsx").then((it) => ({
        default: it.ParticipationTab,
      })),
    ),
  },
  {
    code: "shares",
    label: { pl: "Udostępnienia", en: "Shares", uk: "Надання" },
    roles: [...leaders, "OUTREACH_COORDINATOR"],
    Tab: lazy(() => import("../../modules/partnership/SharesTab.tsx").then((it) => ({ default: it.SharesTab }))),
  },
  {
    code: "referrals",
    label: { pl: "Skierowania", en: "Referrals", uk: "Скерування" },
    roles: [...leaders, "OUTREACH_COORDINATOR"],
    Tab: lazy(() => import("./ReferralsTab.tsx").then((it) => ({ default: it.ReferralsTab }))),
  },
];

/** What a role opens a file for; the rest follows in the order of the way through. */
const firstOf: Readonly<Record<string, readonly string[]>> = {
  OUTREACH_WORKER: ["contacts", "history"],
  OUTREACH_COORDINATOR: ["contacts", "history"],
  SHELTER_WORKER: ["history", "contacts"],
  PSYCHOLOGIST: ["assessments", "history"],
  ADDICTION_THERAPIST: ["assessments", "history"],
  VOCATIONAL_COUNSELLOR: ["assessments", "plan", "history"],
  JOB_COACH: ["history", "plan", "projects"],
  GROUP_LEADER: ["attendance", "history"],
  WORKSHOP_INSTRUCTOR: ["attendance", "history"],
};

function orderOf(roles: readonly string[]): readonly string[] {
  return ["overview", ...roles.flatMap((role) => firstOf[role] ?? [])];
}

/** A person's file with the tabs of all rooms. Where there is none for this role, the way in for an emergency. */
export function PersonScreen() {
  const t = useMessages(caseworkMessages);
  const { roles } = useSession();
  const personId = useParam("personId");
  const { error, data } = useQuery(personQuery(personId));
  const missing = !data && error instanceof ServerProblem && error.kind === "not_found";
  if (!missing) return <File tabs={tabs} order={orderOf(roles)} />;
  return (
    <Page title={t("glass.noPerson")} narrow>
      <BreakGlass personId={personId} />
    </Page>
  );
}
