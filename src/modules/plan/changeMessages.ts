import { defineMessages } from "../../platform/messages.ts";

/** Words of changes of a running programme. */
export const planChangeMessages = defineMessages({
  "q.why": { pl: "Dlaczego zmieniamy?", en: "Why do we change it?", uk: "Чому змінюємо?" },
  "version.reason": { pl: "Powód zmiany", en: "Why it changed", uk: "Причина зміни" },
  "act.proposeChange": {
    pl: "Przekaż zmianę kierownikowi",
    en: "Put the change before the manager",
    uk: "Передати зміну керівникові",
  },
  "act.approveChange": { pl: "Zatwierdź zmianę", en: "Approve the change", uk: "Затвердити зміну" },
  "act.withdrawChange": { pl: "Wycofaj zmianę", en: "Take the change back", uk: "Відкликати зміну" },
  "change.lead": {
    pl: "Tę część zatwierdził kierownik OPS, więc zmianę też zatwierdza. Do tego czasu program trwa bez zmian.",
    en: "The manager of the OPS approved this part and approves its change too. Until then the programme runs as it is.",
    uk: "Цю частину затвердив керівник OPS, тож затверджує і зміну. Доти програма триває без змін.",
  },
  "change.was": { pl: "Jest", en: "Is", uk: "Є" },
  "change.willBe": { pl: "Ma być", en: "Is to be", uk: "Має бути" },
  "change.waits": {
    pl: "Zmiana czeka na kierownika OPS",
    en: "A change waits for the manager of the OPS",
    uk: "Зміна чекає на керівника OPS",
  },
  "change.returned": {
    pl: "Zmiana wróciła do poprawy ({by})",
    en: "The change was returned ({by})",
    uk: "Зміну повернено на доопрацювання ({by})",
  },
  "plan.change_proposed": {
    pl: "Zmiana programu czeka na kierownika",
    en: "A change of the programme waits for the manager",
    uk: "Зміна програми чекає на керівника",
  },
  "plan.change_approved": {
    pl: "Kierownik zatwierdził zmianę programu",
    en: "The manager approved a change of the programme",
    uk: "Керівник затвердив зміну програми",
  },
  "plan.change_returned": {
    pl: "Kierownik zwrócił zmianę programu",
    en: "The manager returned a change of the programme",
    uk: "Керівник повернув зміну програми",
  },
  "plan.change_withdrawn": {
    pl: "Wycofano zmianę programu",
    en: "A change of the programme was taken back",
    uk: "Зміну програми відкликано",
  },
  "plan.change_waits": {
    pl: "Inna zmiana tego programu czeka już na kierownika. Poczekaj na decyzję albo ją wycofaj.",
    en: "Another change of this programme waits for the manager already. Wait for the decision, or take it back.",
    uk: "Інша зміна цієї програми вже чекає на керівника. Дочекайтеся рішення або відкличте її.",
  },
  "plan.change_approval_not_needed": {
    pl: "Ta zmiana nie wymaga kierownika. Zapisz ją od razu jako nową wersję.",
    en: "This change needs no manager. Save it at once as a new version.",
    uk: "Ця зміна не потребує керівника. Збережіть її одразу як нову версію.",
  },
  "plan.change_decided": {
    pl: "O tej zmianie już zdecydowano. Wczytaj stronę ponownie.",
    en: "This change has been decided already. Load the page again.",
    uk: "Про цю зміну вже вирішено. Завантажте сторінку знову.",
  },
});
