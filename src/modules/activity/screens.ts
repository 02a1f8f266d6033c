import { defineScreens } from "../../platform/ui/screenRoutes.ts";

export const routes = defineScreens([
  {
    path: "/activities",
    title: { pl: "Klub i wydarzenia", en: "Club and events", uk: "Клуб і події" },
    load: () => import("./offer/ActivitiesScreen.tsx").then((it) => it.ActivitiesScreen),
  },
  {
    path: "/activities/evening",
    title: { pl: "Kto dziś przyszedł", en: "Who came", uk: "Хто прийшов" },
    load: () => import("./offer/EveningScreen.tsx").then((it) => it.EveningScreen),
  },
  {
    path: "/activities/courses",
    title: { pl: "Kursy", en: "Courses", uk: "Курси" },
    load: () => import("./course/CoursesScreen.tsx").then((it) => it.CoursesScreen),
  },
  {
    path: "/activities/courses/$courseId",
    title: { pl: "Kurs", en: "Course", uk: "Курс" },
    load: () => import("./course/CourseScreen.tsx").then((it) => it.CourseScreen),
  },
  {
    path: "/activities/gatherings",
    title: { pl: "Spotkania i wyjścia", en: "Meetings and outings", uk: "Зустрічі та виходи" },
    load: () => import("./gathering/GatheringsScreen.tsx").then((it) => it.GatheringsScreen),
  },
  {
    path: "/activities/gatherings/$gatheringId",
    title: { pl: "Spotkanie", en: "Meeting", uk: "Зустріч" },
    load: () => import("./gathering/GatheringScreen.tsx").then((it) => it.GatheringScreen),
  },
  {
    path: "/activities/exchange",
    title: { pl: "Wymiana usług", en: "Exchange of services", uk: "Обмін послугами" },
    load: () => import("./gathering/ExchangeScreen.tsx").then((it) => it.ExchangeScreen),
  },
  {
    path: "/activities/active-groups",
    title: { pl: "Grupa najaktywniejsza", en: "Most active group", uk: "Найактивніша група" },
    load: () => import("./active/ActiveGroupsScreen.tsx").then((it) => it.ActiveGroupsScreen),
  },
  {
    path: "/activities/active-groups/$activeGroupId",
    title: { pl: "Grupa najaktywniejsza", en: "Most active group", uk: "Найактивніша група" },
    load: () => import("./active/ActiveGroupScreen.tsx").then((it) => it.ActiveGroupScreen),
  },
  {
    path: "/activities/standard",
    title: { pl: "Standard klubu", en: "Standard of the club", uk: "Стандарт клубу" },
    load: () => import("./standard/StandardScreen.tsx").then((it) => it.StandardScreen),
  },
]);

/** Parts of the first screen. */
export const activityHome: readonly never[] = [];
