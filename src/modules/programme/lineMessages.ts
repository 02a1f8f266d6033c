import { defineMessages } from "../../platform/messages.ts";

/** Lines of tasks; they name nobody. */
export const programmeLines = defineMessages({
  "classes.cannot-be-held": {
    pl: "Część zaplanowanych zajęć nie może się odbyć: osoba prowadząca albo sala jest wtedy niedostępna. Ułóż je od nowa",
    en: "Some planned classes cannot be held: the leader or the room is not available then. Plan them again",
    uk: "Частина запланованих занять не може відбутися: ведучий або зала тоді недоступні. Сплануйте їх знову",
  },
});
