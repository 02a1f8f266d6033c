import { defineScreens } from "../../../platform/ui/screenRoutes.ts";

/** Titles stand here and not in messages.ts, so that the first script of every role stays small. */
export const entryRoutes = defineScreens([
  {
    path: "/centre-entries",
    title: { pl: "Wnioski do CIS i KIS", en: "Ways into CIS and KIS", uk: "Заяви до CIS і KIS" },
    load: () => import("./EntriesScreen.tsx").then((it) => it.EntriesScreen),
  },
  {
    path: "/centre-places",
    title: { pl: "Miejsca w CIS", en: "Places of the CIS", uk: "Місця в CIS" },
    load: () => import("./PlacesScreen.tsx").then((it) => it.PlacesScreen),
  },
  {
    path: "/centre-entries/$entryId",
    title: { pl: "Wniosek do CIS lub KIS", en: "Way into CIS or KIS", uk: "Заява до CIS або KIS" },
    load: () => import("./EntryScreen.tsx").then((it) => it.EntryScreen),
  },
  {
    path: "/centre-entries/$entryId/check",
    title: { pl: "Kto może uczestniczyć", en: "Who may take part", uk: "Хто може брати участь" },
    load: () => import("./CheckScreen.tsx").then((it) => it.CheckScreen),
  },
  {
    path: "/centre-entries/$entryId/act/$act",
    title: { pl: "Krok do CIS lub KIS", en: "Step into CIS or KIS", uk: "Крок до CIS або KIS" },
    load: () => import("./ActScreen.tsx").then((it) => it.ActScreen),
  },
  {
    path: "/centre-entries/$entryId/stay/$act",
    title: { pl: "Udział w klubie", en: "Stay in the club", uk: "Участь у клубі" },
    load: () => import("../club/StayScreen.tsx").then((it) => it.StayScreen),
  },
  {
    path: "/people/$personId/centre-entry",
    title: { pl: "Nowy wniosek do CIS lub KIS", en: "New application to CIS or KIS", uk: "Нова заява до CIS або KIS" },
    load: () => import("./ApplyScreen.tsx").then((it) => it.ApplyScreen),
  },
  {
    path: "/people/$personId/centre-entry/paper",
    title: { pl: "Skierowanie z papieru", en: "Referral on paper", uk: "Скерування з паперу" },
    load: () => import("./PaperScreen.tsx").then((it) => it.PaperScreen),
  },
]);
