import { defineMessages } from "../../platform/messages.ts";

/** Words of looking for one person. */
export const pickerMessages = defineMessages({
  search: { pl: "Szukaj osoby", en: "Search for a person", uk: "Пошук особи" },
  searchHint: {
    pl: "Kawałek imienia, nazwiska, pseudonimu, rok urodzenia albo numer.",
    en: "A piece of the name or alias, a birth year or a number.",
    uk: "Частина імені, прізвища, псевдоніма, рік народження або номер.",
  },
  notFound: { pl: "Nikt nie pasuje", en: "Nobody fits", uk: "Нікого не знайдено" },
  notFoundText: {
    pl: "Spróbuj krótszego kawałka. Widać tylko osoby, z którymi pracują moje jednostki albo zespoły.",
    en: "Try a shorter piece. Only people my units or teams work with are shown.",
    uk: "Спробуйте коротше. Видно лише людей, з якими працюють мої підрозділи чи команди.",
  },
  born: { pl: "ur. {year}", en: "born {year}", uk: "нар. {year}" },
});
