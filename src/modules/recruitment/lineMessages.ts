import { defineMessages } from "../../platform/messages.ts";

/** Lines of the history and of tasks; they tell nothing of who else applied. */
export const recruitmentLines = defineMessages({
  "candidate.admitted": {
    pl: "Przyjęcie do projektu po rekrutacji",
    en: "Accepted into a project by its recruitment",
    uk: "Прийнято до проєкту після набору",
  },
  "candidate-interview.find-another": {
    pl: "Specjalisty nie będzie w godzinie rozmowy wstępnej ({day}): znajdź inny termin",
    en: "The specialist is away in the hour of an initial interview ({day}): find another one",
    uk: "Фахівця не буде в годину попередньої розмови ({day}): знайдіть інший термін",
  },
  "recruitment.place-free": {
    pl: "Zwolniło się miejsce w projekcie: zaproponuj je liście rezerwowej",
    en: "A place in the project is free: offer it to the reserve",
    uk: "Звільнилося місце в проєкті: запропонуйте його резерву",
  },
});
