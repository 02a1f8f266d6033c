import { defineMessages } from "../../../platform/messages.ts";

export const fromFileMessages = defineMessages({
  stays: {
    pl: "Kartoteka już to zna. Weź, co się zgadza:",
    en: "The file knows this already. Take what is right:",
    uk: "Це вже є в картці. Візьміть, що правильно:",
  },
  take: { pl: "Weź: {text}", en: "Take: {text}", uk: "Взяти: {text}" },
  conclusions: {
    pl: "Wnioski specjalistów, które czytasz",
    en: "Conclusions of the specialists that you read",
    uk: "Висновки фахівців, які ви читаєте",
  },
  append: { pl: "Dopisz do pola: {name}", en: "Add to: {name}", uk: "Додати до поля: {name}" },
  closed: {
    pl: "Ten wniosek czyta mniej osób niż profil. Napisz własnymi słowami to, co potrzebne do programu.",
    en: "Fewer people read this conclusion than the profile. Put what the plan needs in your own words.",
    uk: "Цей висновок читає менше людей, ніж профіль. Напишіть своїми словами те, що потрібно для програми.",
  },
});
