import { defineMessages } from "../../platform/messages.ts";

/** Words of consents, their texts and channels. */
export const consentMessages = defineMessages({
  "consent.NOTICE_GIVEN": {
    pl: "Informacja o przetwarzaniu danych",
    en: "Notice on data processing",
    uk: "Інформація про обробку даних",
  },
  "consent.DATA_SHARING_WITH_PARTNER": {
    pl: "Zgoda na przekazanie danych partnerowi",
    en: "Sharing data with a partner",
    uk: "Згода на передачу даних партнерові",
  },
  "consent.IMAGE": { pl: "Zgoda na wizerunek", en: "Use of image", uk: "Згода на використання зображення" },
  "consent.SERVICE_ACCEPTANCE": {
    pl: "Zgoda na udział w usłudze",
    en: "Acceptance of a service",
    uk: "Згода на участь у послузі",
  },
  "consent.RESEARCH_CONTACT": {
    pl: "Zgoda na kontakt badawczy",
    en: "Contact for research",
    uk: "Згода на контакт для досліджень",
  },
  "consent.MEDICAL_INFO_RELEASE": {
    pl: "Zgoda na informacje medyczne",
    en: "Release of medical information",
    uk: "Згода на медичну інформацію",
  },
  "consent.kind": { pl: "Rodzaj", en: "Kind", uk: "Вид" },
  "consent.purpose": { pl: "Cel", en: "Purpose", uk: "Мета" },
  "consent.recipients": {
    pl: "Odbiorcy (po przecinku)",
    en: "Recipients (comma between)",
    uk: "Одержувачі (через кому)",
  },
  "consent.textVersion": { pl: "Wersja treści", en: "Version of the text", uk: "Версія тексту" },
  "consent.version": { pl: "wersja {version}", en: "version {version}", uk: "версія {version}" },
  "consent.versionHint": { pl: "Na przykład 2026-01", en: "For example 2026-01", uk: "Наприклад 2026-01" },
  "consent.wording": { pl: "Treść", en: "Wording", uk: "Текст" },
  "consent.openFile": { pl: "Podpisana strona", en: "Signed page", uk: "Підписана сторінка" },
  "consent.signed": { pl: "podpis: {who}", en: "signed: {who}", uk: "підпис: {who}" },
  "consent.signedBy": { pl: "Kto podpisał", en: "Who signed", uk: "Хто підписав" },
  "consent.file": { pl: "Skan podpisanej zgody", en: "Scan of the signed consent", uk: "Скан підписаної згоди" },
  "consent.fileHint": {
    pl: "Nigdy nie dołączaj kopii dowodu osobistego.",
    en: "Never attach a copy of an identity document.",
    uk: "Ніколи не додавайте копію посвідчення особи.",
  },
  "consent.purposeOfNotice": {
    pl: "Informacja o przetwarzaniu danych",
    en: "Information on the processing of data",
    uk: "Інформація про обробку даних",
  },
  "consentText.lead": {
    pl: "Treść raz opublikowana się nie zmienia; nowa wersja jest nowym wpisem. Przy każdej zgodzie widać dokładnie to, co osoba dostała.",
    en: "A published wording never changes; a new version is a new entry. Each consent shows exactly what the person was given.",
    uk: "Опублікований текст не змінюється; нова версія є новим записом. При кожній згоді видно саме те, що отримала особа.",
  },
  "consentText.none": {
    pl: "Nie ma jeszcze opublikowanych treści",
    en: "No wording is published yet",
    uk: "Ще немає опублікованих текстів",
  },
  "consentText.noneText": {
    pl: "Do tego czasu przy zgodzie wpisuje się samą wersję.",
    en: "Until then a consent names the version alone.",
    uk: "До того часу при згоді вписують лише версію.",
  },
  "consentText.current": { pl: "obowiązuje", en: "in force", uk: "чинна" },
  "consentText.currentVersion": { pl: "{version} (obowiązuje)", en: "{version} (in force)", uk: "{version} (чинна)" },
  "consentText.body": { pl: "Dokładna treść", en: "Exact wording", uk: "Точний текст" },
  "consentText.bodyHint": {
    pl: "Wklej całość, tak jak ją osoba dostaje",
    en: "Paste the whole, as the person gets it",
    uk: "Вставте весь текст, як його отримує особа",
  },
  "consent.channel": { pl: "Sposób", en: "How", uk: "Спосіб" },
  "consent.effect": { pl: "Co z tego wynika", en: "What follows from it", uk: "Що з цього випливає" },
  "consent.none": {
    pl: "Nie zapisano żadnej zgody ani informacji",
    en: "No consent or notice is recorded",
    uk: "Не записано жодної згоди чи інформації",
  },
  "consent.noneText": {
    pl: "O przetwarzaniu danych trzeba powiedzieć najpóźniej przy pierwszym działaniu. Na ulicy wystarczy ustnie.",
    en: "People must be told about data processing at the first action at the latest. In the street, orally is enough.",
    uk: "Про обробку даних треба сказати щонайпізніше під час першої дії. На вулиці достатньо усно.",
  },
  "consent.withdrawnOn": { pl: "Wycofana: {effect}", en: "Withdrawn: {effect}", uk: "Відкликано: {effect}" },
  "channel.ORAL_NOTED": { pl: "ustnie, odnotowane", en: "orally, noted", uk: "усно, занотовано" },
  "channel.WRITTEN": { pl: "pisemnie", en: "in writing", uk: "письмово" },
  "channel.ELECTRONIC": { pl: "elektronicznie", en: "electronically", uk: "електронно" },
  "consent.oral_only_for_notice": {
    pl: "Ustnie można przekazać tylko informację. Zgodę przyjmij na piśmie lub elektronicznie.",
    en: "Only a notice may be oral. Take the consent in writing or electronically.",
    uk: "Усно можна лише поінформувати. Згоду прийміть письмово або електронно.",
  },
  "consent.recipients_missing": {
    pl: "Wpisz, komu dane będą przekazane.",
    en: "Write to whom the data will go.",
    uk: "Впишіть, кому передадуть дані.",
  },
  "consent.already_withdrawn": {
    pl: "Ta zgoda jest już wycofana.",
    en: "This consent is withdrawn already.",
    uk: "Цю згоду вже відкликано.",
  },
  "consent.version_taken": {
    pl: "Taka wersja tej treści już jest. Nadaj inną nazwę wersji.",
    en: "There is such a version of this wording. Give another one.",
    uk: "Така версія цього тексту вже є. Дайте іншу назву.",
  },
  "consent.unknown_text": {
    pl: "Nie ma takiej treści tego rodzaju. Wybierz ją jeszcze raz.",
    en: "There is no such wording of this kind. Choose it again.",
    uk: "Немає такого тексту цього виду. Виберіть ще раз.",
  },
  "consent.no_file": {
    pl: "Do tej zgody nie dołączono podpisanej strony.",
    en: "No signed page is attached to this consent.",
    uk: "До цієї згоди не додано підписаної сторінки.",
  },
});
