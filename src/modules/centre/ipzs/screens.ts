import { defineScreens, type ScreenRoute } from "../../../platform/ui/screenRoutes.ts";

/** A page of one act. Titles stand here and not in messages.ts, so that the first script of every role stays small. */
const step = (path: string, title: ScreenRoute["title"], load: ScreenRoute["load"]): ScreenRoute => ({
  path: `/ipzs/$ipzsId/${path}`,
  title,
  load,
});

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
  {
    path: "/ipzs/$ipzsId/signatures",
    title: { pl: "Podpisy pod programem CIS", en: "Signatures of the programme", uk: "Підписи під програмою" },
    load: () => import("./SignaturesScreen.tsx").then((it) => it.SignaturesScreen),
  },
  step("agree", { pl: "Uzgodnienie z OPS", en: "Agreement of the OPS", uk: "Узгодження з OPS" }, () =>
    import("./PreparingScreens.tsx").then((it) => it.AgreeIpzsScreen),
  ),
  step("redraft", { pl: "Cofnięcie do szkicu", en: "Back to a draft", uk: "До чернетки" }, () =>
    import("./PreparingScreens.tsx").then((it) => it.RedraftIpzsScreen),
  ),
  step("withdraw", { pl: "Odstąpienie", en: "Given up", uk: "Відмова" }, () =>
    import("./PreparingScreens.tsx").then((it) => it.WithdrawIpzsScreen),
  ),
  step("admit", { pl: "Przyjęcie do CIS", en: "Admission", uk: "Прийняття до CIS" }, () =>
    import("./DecidingScreens.tsx").then((it) => it.AdmitIpzsScreen),
  ),
  step("trial", { pl: "Decyzja po próbie", en: "After the trial", uk: "Рішення після випробування" }, () =>
    import("./DecidingScreens.tsx").then((it) => it.TrialIpzsScreen),
  ),
  step("extension", { pl: "Wniosek o przedłużenie", en: "Extension", uk: "Подовження" }, () =>
    import("./ExtensionScreens.tsx").then((it) => it.AskExtensionScreen),
  ),
  step(
    "extensions/$extensionId",
    { pl: "Przedłużenie", en: "Decision on extension", uk: "Рішення про подовження" },
    () => import("./ExtensionScreens.tsx").then((it) => it.DecideExtensionScreen),
  ),
  step("job", { pl: "Podjęcie pracy", en: "A job", uk: "Початок роботи" }, () =>
    import("./EndingScreens.tsx").then((it) => it.JobIpzsScreen),
  ),
  step("resign", { pl: "Rezygnacja", en: "Resignation", uk: "Відмова учасника" }, () =>
    import("./EndingScreens.tsx").then((it) => it.ResignIpzsScreen),
  ),
  step("end", { pl: "Zakończenie programu CIS", en: "End", uk: "Завершення програми" }, () =>
    import("./EndingScreens.tsx").then((it) => it.EndIpzsScreen),
  ),
  step("certify", { pl: "Zaświadczenie", en: "Certificate", uk: "Довідка" }, () =>
    import("./EndingScreens.tsx").then((it) => it.CertifyIpzsScreen),
  ),
  step("days-off", { pl: "Dni wolne", en: "Days off", uk: "Вільні дні" }, () =>
    import("./DaysOffScreens.tsx").then((it) => it.DaysOffScreen),
  ),
  step("provide", { pl: "Co zapewniono", en: "Provided", uk: "Забезпечено" }, () =>
    import("./DaysOffScreens.tsx").then((it) => it.ProvideIpzsScreen),
  ),
]);
