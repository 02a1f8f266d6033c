import { lazy } from "react";
import { defineScreens } from "../../platform/ui/screenRoutes.ts";
import { referralAccess } from "./access.ts";

export const routes = defineScreens([
  {
    path: "/notifications",
    title: { pl: "Zgłoszenia", en: "Reports", uk: "Повідомлення" },
    load: () => import("./NotificationsScreen.tsx").then((it) => it.NotificationsScreen),
  },
  {
    path: "/notifications/new",
    title: { pl: "Nowe zgłoszenie", en: "New report", uk: "Нове повідомлення" },
    load: () => import("./ReportScreen.tsx").then((it) => it.ReportScreen),
  },
  {
    path: "/notifications/mine",
    title: { pl: "Moje zgłoszenia", en: "My reports", uk: "Мої повідомлення" },
    load: () => import("./MyReportsScreen.tsx").then((it) => it.MyReportsScreen),
  },
  {
    path: "/notifications/month",
    title: { pl: "Zgłoszenia w miesiącu", en: "Reports in a month", uk: "Повідомлення за місяць" },
    load: () => import("./MonthScreen.tsx").then((it) => it.MonthScreen),
  },
  {
    path: "/notifications/links",
    title: { pl: "Linki na dyżur", en: "Shift links", uk: "Посилання на зміну" },
    load: () => import("./LinksScreen.tsx").then((it) => it.LinksScreen),
  },
  {
    path: "/notifications/$notificationId/answer",
    title: { pl: "Odpowiedź na zgłoszenie", en: "Answer a report", uk: "Відповідь на повідомлення" },
    load: () => import("./AnswerScreen.tsx").then((it) => it.AnswerScreen),
  },
  {
    path: "/shift-link",
    title: { pl: "Zgłoszenia na dyżur", en: "Reports for a shift", uk: "Повідомлення на зміну" },
    load: () => import("./ShiftLinkScreen.tsx").then((it) => it.ShiftLinkScreen),
    open: true,
    bare: true,
  },
  {
    path: "/referrals",
    title: { pl: "Skierowania", en: "Referrals", uk: "Скерування" },
    load: () => import("./ReferralsScreen.tsx").then((it) => it.ReferralsScreen),
  },
]);

/** Parts of the first screen: what a partner comes for, and what waits for a coordinator. */
export const referralHome = [
  {
    id: "referral.partner",
    roles: ["PARTNER_REFERRER"],
    Part: lazy(() => import("./HomePartner.tsx").then((it) => ({ default: it.HomePartner }))),
  },
  {
    id: "referral.due",
    roles: Object.keys(referralAccess["referral.list-due"]),
    Part: lazy(() => import("./HomeReferrals.tsx").then((it) => ({ default: it.HomeReferrals }))),
  },
  {
    id: "referral.coordinator",
    roles: ["OUTREACH_COORDINATOR"],
    Part: lazy(() => import("./HomeVerdicts.tsx").then((it) => ({ default: it.HomeVerdicts }))),
  },
];
