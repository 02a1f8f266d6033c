import { defineMessages } from "../../platform/messages.ts";

/** What the form of the contract asks for and is not written yet, and the facts beside what was promised. */
export const contentMessages = defineMessages({
  "field.sphere": { pl: "Czego dotyczy", en: "What it is about", uk: "Чого стосується" },
  "sphere.none": { pl: "nie wskazano", en: "not said", uk: "не вказано" },
  "sphere.HOUSING": { pl: "Mieszkanie", en: "Housing", uk: "Житло" },
  "sphere.FAMILY": { pl: "Rodzina", en: "Family", uk: "Сім’я" },
  "sphere.VOCATIONAL": { pl: "Praca", en: "Work", uk: "Робота" },
  "sphere.SOCIAL": { pl: "Życie społeczne", en: "Social life", uk: "Соціальне життя" },
  "sphere.PSYCHOLOGICAL": {
    pl: "Samopoczucie i relacje",
    en: "Well-being and relations",
    uk: "Самопочуття і стосунки",
  },
  "sphere.HEALTH": { pl: "Zdrowie", en: "Health", uk: "Здоров’я" },
  "sphere.LEGAL": { pl: "Sprawy urzędowe i prawne", en: "Legal and official matters", uk: "Правові справи" },
  "facts.title": { pl: "Co się wydarzyło", en: "What happened", uk: "Що сталося" },
  "facts.since": { pl: "Od {from} do {until}", en: "From {from} to {until}", uk: "Від {from} до {until}" },
  "facts.none": {
    pl: "Inne części systemu nie mają nowych faktów.",
    en: "Other parts of the system have no new facts.",
    uk: "Інші частини системи не мають нових фактів.",
  },
  "facts.hidden": {
    pl: "Miejsca pobytu tej osoby są chronione: faktów tu nie widać.",
    en: "This person's whereabouts are protected: no facts are shown here.",
    uk: "Місце перебування цієї особи захищене: фактів тут не видно.",
  },
  "facts.beside": {
    pl: "Pozostałe fakty stoją przy działaniach, których dotyczą.",
    en: "The other facts stand beside the duties that they are about.",
    uk: "Інші факти стоять біля дій, яких стосуються.",
  },
  "facts.ofAll": { pl: "{count} z {all}", en: "{count} of {all}", uk: "{count} з {all}" },
  "contract.duty_due": {
    pl: "Zrobić, co ośrodek obiecał w kontrakcie {number}",
    en: "Do what the centre promised in the contract {number}",
    uk: "Зробити, що центр обіцяв у контракті {number}",
  },
  "duty.late": { pl: "po terminie", en: "late", uk: "прострочено" },
  "contract.missing_goals": {
    pl: "Kontrakt nie ma żadnego celu. Wpisz cel główny i cele szczegółowe.",
    en: "The contract has no goal. Write the main goal and specific ones.",
    uk: "Контракт не має жодної цілі. Впишіть головну ціль і конкретні цілі.",
  },
  "contract.missing_main_goal": {
    pl: "Brakuje celu głównego.",
    en: "There is no main goal.",
    uk: "Бракує головної цілі.",
  },
  "contract.missing_specific_goal": {
    pl: "Brakuje celu szczegółowego.",
    en: "There is no specific goal.",
    uk: "Бракує конкретної цілі.",
  },
  "contract.missing_effect": {
    pl: "Któryś cel nie ma oczekiwanego efektu. Dopisz, po czym poznamy, że się udało.",
    en: "A goal has no expected effect. Write how we shall know that it worked.",
    uk: "Якась ціль не має очікуваного результату. Допишіть, як дізнаємося, що вдалося.",
  },
  "contract.missing_situation": {
    pl: "Brakuje oceny sytuacji i jej przyczyn.",
    en: "The situation and its causes are not written.",
    uk: "Бракує оцінки ситуації та її причин.",
  },
  "contract.missing_resources": {
    pl: "Brakuje możliwości i zasobów osoby.",
    en: "The person's strengths and resources are not written.",
    uk: "Бракує можливостей і ресурсів особи.",
  },
  "contract.missing_barriers": {
    pl: "Brakuje ograniczeń, które utrudniają zmianę.",
    en: "The barriers are not written.",
    uk: "Бракує обмежень, які ускладнюють зміну.",
  },
});
