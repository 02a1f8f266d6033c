import { defineScreens } from "../../../platform/ui/screenRoutes.ts";

/** Pages of one act. Titles stand here and not in messages.ts, so that the first script of every role stays small. */
const steps = [
  ["agree", "AgreeIpzsScreen", { pl: "Uzgodnienie z OPS", en: "Agreement of the OPS", uk: "Узгодження з OPS" }],
  ["sign", "SignIpzsScreen", { pl: "Podpis uczestnika", en: "Signature", uk: "Підпис учасника" }],
  ["redraft", "RedraftIpzsScreen", { pl: "Cofnięcie do szkicu", en: "Back to a draft", uk: "До чернетки" }],
  ["withdraw", "WithdrawIpzsScreen", { pl: "Odstąpienie", en: "Given up", uk: "Відмова" }],
  ["admit", "AdmitIpzsScreen", { pl: "Przyjęcie do CIS", en: "Admission", uk: "Прийняття до CIS" }],
  ["trial", "TrialIpzsScreen", { pl: "Decyzja po próbie", en: "After the trial", uk: "Рішення після випробування" }],
  ["extension", "AskExtensionScreen", { pl: "Wniosek o przedłużenie", en: "Extension", uk: "Подовження" }],
  [
    "extensions/$extensionId",
    "DecideExtensionScreen",
    { pl: "Przedłużenie", en: "Decision on extension", uk: "Рішення про подовження" },
  ],
  ["job", "JobIpzsScreen", { pl: "Podjęcie pracy", en: "A job", uk: "Початок роботи" }],
  ["resign", "ResignIpzsScreen", { pl: "Rezygnacja", en: "Resignation", uk: "Відмова учасника" }],
  ["end", "EndIpzsScreen", { pl: "Zakończenie programu CIS", en: "End", uk: "Завершення програми" }],
  ["certify", "CertifyIpzsScreen", { pl: "Zaświadczenie", en: "Certificate", uk: "Довідка" }],
  ["days-off", "DaysOffScreen", { pl: "Dni wolne", en: "Days off", uk: "Вільні дні" }],
  ["provide", "ProvideIpzsScreen", { pl: "Co zapewniono", en: "Provided", uk: "Забезпечено" }],
] as const;

export const ipzsRoutes = defineScreens([
  {
    path: "/ipzs/$ipzsId",
    title: { pl: "Program zatrudnienia socjalnego", en: "Social employment", uk: "Соціальне працевлаштування" },
    load: () => import("./IpzsScreen.tsx").then((it) => it.IpzsScreen),
  },
  {
    path: "/ipzs/$ipzsId/edit",
    title: { pl: "Treść programu CIS", en: "The programme", uk: "Зміст програми" },
    load: () => import("./EditIpzsScreen.tsx").then((it) => it.EditIpzsScreen),
  },
  {
    path: "/ipzs/$ipzsId/amend",
    title: { pl: "Zmiana programu CIS", en: "Change", uk: "Зміна програми" },
    load: () => import("./EditIpzsScreen.tsx").then((it) => it.AmendIpzsScreen),
  },
  ...steps.map(([path, screen, title]) => ({
    path: `/ipzs/$ipzsId/${path}`,
    title,
    load: () => import("./IpzsStepScreens.tsx").then((it) => it[screen]),
  })),
]);
