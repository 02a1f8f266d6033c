import { defineScreens } from "../../../platform/ui/screenRoutes.ts";

const title = { pl: "Dlaczego klub?", en: "Why a club?", uk: "Навіщо клуб?" };

export const needsRoutes = defineScreens([
  {
    path: "/needs-statements",
    title,
    load: () => import("./NeedsStatementsScreen.tsx").then((it) => it.NeedsStatementsScreen),
  },
  {
    path: "/needs-statements/new",
    title: { pl: "Nowe uzasadnienie", en: "New statement", uk: "Нове обґрунтування" },
    load: () => import("./EditNeedsScreen.tsx").then((it) => it.NewNeedsScreen),
  },
  {
    path: "/needs-statements/$statementId",
    title,
    load: () => import("./NeedsStatementScreen.tsx").then((it) => it.NeedsStatementScreen),
  },
  {
    path: "/needs-statements/$statementId/edit",
    title: { pl: "Zmień liczby", en: "Change the figures", uk: "Змінити цифри" },
    load: () => import("./EditNeedsScreen.tsx").then((it) => it.EditNeedsScreen),
  },
  {
    path: "/needs-statements/sent/$sentId",
    title,
    load: () => import("./NeedsStatementScreen.tsx").then((it) => it.SentStatementScreen),
  },
]);
