import { defineScreens } from "../../platform/ui/screenRoutes.ts";

export const routes = defineScreens([
  {
    path: "/audit",
    title: { pl: "Rejestr dostępu", en: "Access log", uk: "Журнал доступу" },
    load: () => import("./AuditScreen.tsx").then((it) => it.AuditScreen),
  },
]);
