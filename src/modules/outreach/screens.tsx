import { lazy } from "react";
import { defineScreens } from "../../platform/ui/screenRoutes.ts";

/** Titles stand here and not in messages.ts, so that the first script of every role stays small. */
export const routes = defineScreens([
  {
    path: "/tonight",
    title: { pl: "Dziś w terenie", en: "Tonight", uk: "Сьогодні на вулиці" },
    load: () => import("./TonightScreen.tsx").then((it) => it.TonightScreen),
  },
  {
    path: "/street",
    title: { pl: "Osoby z ulicy", en: "People in the street", uk: "Люди на вулиці" },
    load: () => import("./StreetPeopleScreen.tsx").then((it) => it.StreetPeopleScreen),
  },
  {
    path: "/contacts/new",
    title: { pl: "Karta kontaktu", en: "Contact card", uk: "Картка контакту" },
    load: () => import("./RecordContactScreen.tsx").then((it) => it.RecordContactScreen),
  },
  {
    path: "/contacts/group",
    title: { pl: "Kontakt w grupie", en: "Group contact", uk: "Контакт у групі" },
    load: () => import("./field/GroupContactScreen.tsx").then((it) => it.GroupContactScreen),
  },
  {
    path: "/contacts/$contactId",
    title: { pl: "Kontakt", en: "Contact", uk: "Контакт" },
    load: () => import("./ContactScreen.tsx").then((it) => it.ContactScreen),
  },
  {
    path: "/contacts/$contactId/correction",
    title: { pl: "Korekta karty", en: "Correct the card", uk: "Виправлення картки" },
    load: () => import("./CorrectContactScreen.tsx").then((it) => it.CorrectContactScreen),
  },
  {
    path: "/sites",
    title: { pl: "Miejsca", en: "Places", uk: "Місця" },
    load: () => import("./SitesScreen.tsx").then((it) => it.SitesScreen),
  },
  {
    path: "/sites/$siteId",
    title: { pl: "Miejsce", en: "Place", uk: "Місце" },
    load: () => import("./field/SiteScreen.tsx").then((it) => it.SiteScreen),
  },
  {
    path: "/intervention",
    title: { pl: "Wezwanie służb", en: "Emergency services", uk: "Виклик служб" },
    load: () => import("./field/InterventionScreen.tsx").then((it) => it.InterventionScreen),
  },
  {
    path: "/assistance",
    title: { pl: "Asysta", en: "Accompany a person", uk: "Супровід особи" },
    load: () => import("./field/AssistanceScreen.tsx").then((it) => it.AssistanceScreen),
  },
  {
    path: "/assistance/plan",
    title: { pl: "Umówiona asysta", en: "Agreed accompaniment", uk: "Домовлений супровід" },
    load: () => import("./field/PlanAssistanceScreen.tsx").then((it) => it.PlanAssistanceScreen),
  },
  {
    path: "/minor-alert",
    title: { pl: "Małoletni bez opiekuna", en: "Minor without a guardian", uk: "Неповнолітній без опікуна" },
    load: () => import("./MinorAlertScreen.tsx").then((it) => it.MinorAlertScreen),
  },
  {
    path: "/street-work/alone",
    title: { pl: "Praca w pojedynkę", en: "Working alone", uk: "Робота наодинці" },
    load: () => import("./office/AloneScreen.tsx").then((it) => it.AloneScreen),
  },
  {
    path: "/street-work/routes",
    title: { pl: "Trasy", en: "Routes", uk: "Маршрути" },
    load: () => import("./office/RoutesScreen.tsx").then((it) => it.RoutesScreen),
  },
  {
    path: "/street-work/stock",
    title: { pl: "Zapas do wydania", en: "Stock to hand out", uk: "Запас для видачі" },
    load: () => import("./office/StockScreen.tsx").then((it) => it.StockScreen),
  },
  {
    path: "/street-work/events",
    title: { pl: "Interwencje i zdarzenia", en: "Emergencies and incidents", uk: "Виклики і події" },
    load: () => import("./office/EventsScreen.tsx").then((it) => it.EventsScreen),
  },
  {
    path: "/street-work/lost",
    title: { pl: "Kontakt mógł się urwać", en: "Contact may be lost", uk: "Контакт міг обірватися" },
    load: () => import("./office/LostScreen.tsx").then((it) => it.LostScreen),
  },
]);

/** Part of the first screen of who leads a street team. */
export const outreachHome = [
  {
    id: "outreach.team",
    roles: ["OUTREACH_COORDINATOR"],
    Part: lazy(() => import("./office/HomeTeam.tsx").then((it) => ({ default: it.HomeTeam }))),
  },
];
