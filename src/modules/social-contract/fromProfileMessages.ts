import { defineMessages } from "../../platform/messages.ts";

/** Words of what part I of a contract takes from the experience profile. */
export const fromProfileMessages = defineMessages({
  take: {
    pl: "Uzupełnij puste pola z profilu",
    en: "Fill empty fields from the profile",
    uk: "Заповнити порожні поля з профілю",
  },
  hint: {
    pl: "Z wersji {no} profilu doświadczeniowego: ocena sytuacji, zasoby, ograniczenia, dotychczasowe działania. Potem popraw razem z osobą.",
    en: "From version {no} of the experience profile: situation, resources, limits, actions so far. Then mend it together with the person.",
    uk: "З версії {no} профілю досвіду: ситуація, ресурси, обмеження, попередні дії. Потім виправте разом з особою.",
  },
});
