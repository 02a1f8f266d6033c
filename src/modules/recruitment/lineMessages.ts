import { defineMessages } from "../../platform/messages.ts";

/** Lines of the history and of tasks; they tell nothing of who else applied. */
export const recruitmentLines = defineMessages({
  "candidate.admitted": {
    pl: "Przyjęcie do projektu po rekrutacji",
    en: "Accepted into a project by its recruitment",
    uk: "Прийнято до проєкту після набору",
  },
  "recruitment.place-free": {
    pl: "Zwolniło się miejsce w projekcie: zaproponuj je liście rezerwowej",
    en: "A place in the project is free: offer it to the reserve",
    uk: "Звільнилося місце в проєкті: запропонуйте його резерву",
  },
});
