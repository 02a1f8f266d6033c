import { defineScreens } from "../../platform/ui/screenRoutes.ts";

export const routes = defineScreens([
  {
    path: "/groups",
    title: { pl: "Grupy i zajęcia", en: "Groups and classes", uk: "Групи й заняття" },
    load: () => import("./GroupsScreen.tsx").then((it) => it.GroupsScreen),
  },
  {
    path: "/groups/new",
    title: { pl: "Nowa grupa", en: "New group", uk: "Нова група" },
    load: () => import("./NewGroupScreen.tsx").then((it) => it.NewGroupScreen),
  },
  {
    path: "/groups/$groupId/calendar",
    title: { pl: "Kalendarz grupy", en: "Group calendar", uk: "Календар групи" },
    load: () => import("./CalendarScreen.tsx").then((it) => it.CalendarScreen),
  },
  {
    path: "/calendar",
    title: { pl: "Kalendarz zajęć", en: "Calendar of classes", uk: "Календар занять" },
    load: () => import("./calendar/CalendarScreen.tsx").then((it) => it.CalendarScreen),
  },
  {
    path: "/calendar/rooms",
    title: { pl: "Sale", en: "Rooms", uk: "Зали" },
    load: () => import("./rooms/RoomsScreen.tsx").then((it) => it.RoomsScreen),
  },
  {
    path: "/calendar/closures",
    title: { pl: "Dni bez zajęć", en: "Days without classes", uk: "Дні без занять" },
    load: () => import("./closures/ClosuresScreen.tsx").then((it) => it.ClosuresScreen),
  },
  {
    path: "/calendar/leaders",
    title: { pl: "Dostępność prowadzących", en: "When leaders are free", uk: "Доступність ведучих" },
    load: () => import("./leaders/LeaderHoursScreen.tsx").then((it) => it.LeaderHoursScreen),
  },
  {
    path: "/groups/$groupId/realisation",
    title: { pl: "Realizacja miesiąc po miesiącu", en: "Progress month by month", uk: "Виконання за місяцями" },
    load: () => import("./realisation/RealisationScreen.tsx").then((it) => it.RealisationScreen),
  },
  {
    path: "/groups/$groupId/forecast",
    title: { pl: "Realizacja i prognoza", en: "Progress and forecast", uk: "Виконання і прогноз" },
    load: () => import("./forecast/ForecastScreen.tsx").then((it) => it.ForecastScreen),
  },
  {
    path: "/groups/$groupId/plan",
    title: { pl: "Układanie kalendarza", en: "Making the calendar", uk: "Складання календаря" },
    load: () => import("./timetable/TimetableScreen.tsx").then((it) => it.TimetableScreen),
  },
  {
    path: "/groups/$groupId/modules",
    title: { pl: "Moduły programu", en: "Modules of the programme", uk: "Модулі програми" },
    load: () => import("./modules/ModulesScreen.tsx").then((it) => it.ModulesScreen),
  },
  {
    path: "/groups/$groupId/leaders",
    title: { pl: "Osoby prowadzące grupę", en: "Leaders of the group", uk: "Ведучі групи" },
    load: () => import("./LeadersScreen.tsx").then((it) => it.LeadersScreen),
  },
  {
    path: "/groups/$groupId/members",
    title: { pl: "Dodawanie uczestników", en: "Adding members", uk: "Додавання учасників" },
    load: () => import("./AddMembersScreen.tsx").then((it) => it.AddMembersScreen),
  },
]);
