import { defineMessages } from "../../platform/messages.ts";

/** The page of a consent on paper, and its scan that comes later. Source: docs/domain/forms.md F-00a */
export const consentPageMessages = defineMessages({
  "page.facts.person": { pl: "Osoba", en: "Person", uk: "Особа" },
  "page.wording": { pl: "Treść zgody", en: "Wording of the consent", uk: "Текст згоди" },
  "page.noWording": {
    pl: "Treść w wersji {version} jest na osobnej karcie, którą osoba dostała.",
    en: "The wording in version {version} is on a sheet of its own that the person was given.",
    uk: "Текст у версії {version} — на окремому аркуші, який особа отримала.",
  },
  "page.right": {
    pl: "Zgodę można wycofać w każdej chwili, bez podania powodu. Od wycofania nic więcej się na jej podstawie nie dzieje.",
    en: "The consent may be withdrawn at any time, without a reason. From then on nothing more is done under it.",
    uk: "Згоду можна відкликати будь-коли, без пояснень. Відтоді на її підставі нічого не робиться.",
  },
  "page.working": {
    pl: "Brzmienie robocze: oprócz treści ogłoszonej przez organizację przepisy nie określają wzoru tej strony.",
    en: "Working wording: beside the wording that the organisation published, no act of law gives a template of this page.",
    uk: "Робоче формулювання: крім тексту, оприлюдненого організацією, зразка цієї сторінки право не встановлює.",
  },
  "page.print": { pl: "Strona do podpisu (PDF)", en: "Page for signing (PDF)", uk: "Сторінка для підпису (PDF)" },
  "page.large": { pl: "Dużym drukiem", en: "In large print", uk: "Великим шрифтом" },
  "page.attach": { pl: "Dołącz podpisaną stronę", en: "Attach the signed page", uk: "Долучити підписану сторінку" },
  "page.file": { pl: "Skan podpisanej strony", en: "Scan of the signed page", uk: "Скан підписаної сторінки" },
  "consent.has_page": {
    pl: "Ta zgoda ma już podpisaną stronę. Odśwież kartotekę.",
    en: "This consent already has its signed page. Refresh the file.",
    uk: "Ця згода вже має підписану сторінку. Оновіть картку.",
  },
  "consent.not_written": {
    pl: "Podpisaną stronę ma tylko zgoda na piśmie. Tę zapisano inaczej.",
    en: "Only a written consent has a signed page. This one was noted otherwise.",
    uk: "Підписану сторінку має лише письмова згода. Цю записано інакше.",
  },
});
