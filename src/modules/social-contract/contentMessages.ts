import { defineMessages } from "../../platform/messages.ts";

/** What the form of the contract asks for and is not written yet. */
export const contentMessages = defineMessages({
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
