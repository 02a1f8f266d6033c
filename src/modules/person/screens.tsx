import { defineScreens } from "../../platform/ui/screenRoutes.ts";

/** `/people` and `/people/$personId` stand in app, because other rooms bring lists and tabs of their own. */
export const routes = defineScreens([
  {
    path: "/people/new",
    title: { pl: "Nowa osoba", en: "New person", uk: "Нова особа" },
    load: () => import("./NewPersonScreen.tsx").then((it) => it.NewPersonScreen),
  },
  {
    path: "/people/$personId/edit",
    title: { pl: "Zmiana danych", en: "Edit the file", uk: "Зміна даних" },
    load: () => import("./EditPersonScreen.tsx").then((it) => it.EditPersonScreen),
  },
  {
    path: "/people/$personId/identify",
    title: { pl: "Ustalenie tożsamości", en: "Establish identity", uk: "Встановлення особи" },
    load: () => import("./IdentifyScreen.tsx").then((it) => it.IdentifyScreen),
  },
  {
    path: "/people/$personId/merge/$otherId",
    title: { pl: "Połączenie dwóch kart", en: "Merge two records", uk: "Об’єднання карток" },
    load: () => import("./MergeScreen.tsx").then((it) => it.MergeScreen),
  },
  {
    path: "/duplicates",
    title: { pl: "Możliwe duplikaty", en: "Possible duplicates", uk: "Можливі дублікати" },
    load: () => import("./DuplicatesScreen.tsx").then((it) => it.DuplicatesScreen),
  },
  {
    path: "/consent-texts",
    title: { pl: "Treści zgód i klauzul", en: "Wordings of consents", uk: "Тексти згод" },
    load: () => import("./ConsentTextsScreen.tsx").then((it) => it.ConsentTextsScreen),
  },
]);
