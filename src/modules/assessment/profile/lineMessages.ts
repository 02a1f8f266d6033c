import { defineMessages } from "../../../platform/messages.ts";

/** Lines of the timeline; the words of the screens are a catalogue of their own. */
export const profileLineMessages = defineMessages({
  "profile.recorded": {
    pl: "Zapisano profil doświadczeniowy, wersja {no}",
    en: "Experience profile written, version {no}",
    uk: "Записано профіль досвіду, версія {no}",
  },
  "profile.accepted": {
    pl: "Osoba przyjęła profil doświadczeniowy, wersja {no}",
    en: "The person accepted the experience profile, version {no}",
    uk: "Особа прийняла профіль досвіду, версія {no}",
  },
  "profile.declined": {
    pl: "Osoba nie przyjęła profilu doświadczeniowego, wersja {no}",
    en: "The person did not accept the experience profile, version {no}",
    uk: "Особа не прийняла профіль досвіду, версія {no}",
  },
});
