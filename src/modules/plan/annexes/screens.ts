import { defineScreens } from "../../../platform/ui/screenRoutes.ts";

/** Titles stand here and not in messages.ts, so that the first script of every role stays small. */
export const annexRoutes = defineScreens([
  {
    path: "/plans/$planId/vocational",
    title: { pl: "Plan rozwoju zawodowego", en: "Vocational plan", uk: "План професійного розвитку" },
    load: () => import("./VocationalScreen.tsx").then((it) => it.VocationalScreen),
  },
  {
    path: "/plans/$planId/vocational/edit",
    title: { pl: "Cel i kroki zawodowe", en: "Vocational goal and steps", uk: "Професійна мета й кроки" },
    load: () => import("./EditVocationalScreen.tsx").then((it) => it.EditVocationalScreen),
  },
  ...(["vocational", "path"] as const).map((place) => ({
    path: `/plans/$planId/${place}/sign`,
    title: { pl: "Podpisy pod załącznikiem", en: "Signatures of the annex", uk: "Підписи під додатком" },
    load: () => import("./SignAnnexScreens.tsx").then((it) => it.signScreens[place]),
  })),
  {
    path: "/plans/$planId/vocational/hand-over",
    title: { pl: "Przekazanie trenerowi pracy", en: "Hand-over to a job coach", uk: "Передача тренеру праці" },
    load: () => import("./HandOverScreen.tsx").then((it) => it.HandOverScreen),
  },
  {
    path: "/plans/$planId/path",
    title: { pl: "Ścieżka rozwoju", en: "Development path", uk: "Шлях розвитку" },
    load: () => import("./PathScreen.tsx").then((it) => it.PathScreen),
  },
  {
    path: "/plans/$planId/path/edit",
    title: { pl: "Cele i formy ścieżki", en: "Goals and forms of the path", uk: "Цілі й форми шляху" },
    load: () => import("./EditPathScreen.tsx").then((it) => it.EditPathScreen),
  },
  {
    path: "/plans/$planId/path/measure",
    title: { pl: "Pomiar umiejętności", en: "Measurement", uk: "Вимірювання вмінь" },
    load: () => import("./MeasureScreen.tsx").then((it) => it.MeasureScreen),
  },
  {
    path: "/plans/$planId/path/measures/$measureId",
    title: { pl: "Poprawka pomiaru", en: "Correction of a measurement", uk: "Виправлення вимірювання" },
    load: () => import("./MeasureScreen.tsx").then((it) => it.CorrectMeasureScreen),
  },
]);
