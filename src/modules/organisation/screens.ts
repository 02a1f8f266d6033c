import { defineScreens } from "../../platform/ui/screenRoutes.ts";

/** Titles stand here and not in messages.ts, so that the first script of every role stays small. */
export const routes = defineScreens([
  {
    path: "/accounts",
    title: { pl: "Konta", en: "Accounts", uk: "Облікові записи" },
    load: () => import("./AccountsScreen.tsx").then((it) => it.AccountsScreen),
  },
  {
    path: "/parameters",
    title: { pl: "Parametry prawne", en: "Parameters and law", uk: "Параметри й норми" },
    load: () => import("./ParametersScreen.tsx").then((it) => it.ParametersScreen),
  },
  {
    path: "/me",
    title: { pl: "Moje konto", en: "My account", uk: "Мій запис" },
    load: () => import("./MeScreen.tsx").then((it) => it.MeScreen),
  },
  {
    path: "/setup",
    title: { pl: "Pierwsza organizacja", en: "The first organisation", uk: "Перша організація" },
    load: () => import("./SetupScreen.tsx").then((it) => it.SetupScreen),
    open: true,
    bare: true,
  },
  {
    path: "/invitation",
    title: { pl: "Zaproszenie", en: "Invitation", uk: "Запрошення" },
    load: () => import("./InvitationScreen.tsx").then((it) => it.InvitationScreen),
    open: true,
    bare: true,
  },
  {
    path: "/recovery",
    title: { pl: "Przywrócenie dostępu", en: "Recovery of access", uk: "Відновлення доступу" },
    load: () => import("./RecoveryScreen.tsx").then((it) => it.RecoveryScreen),
    open: true,
    bare: true,
  },
]);
