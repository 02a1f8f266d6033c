import { defineMessages, plural } from "../../../platform/messages.ts";
import type { MonthNoteCode } from "./personMonth.ts";

const days = (
  pl: readonly [string, string, string],
  en: readonly [string, string],
  uk: readonly [string, string, string],
) => ({
  pl: plural({ one: pl[0], few: pl[1], many: pl[2], other: pl[1] }),
  en: plural({ one: en[0], other: en[1] }),
  uk: plural({ one: uk[0], few: uk[1], many: uk[2], other: uk[1] }),
});

/** What each note of a month says. `{count}` as the note counts, `{day}` its day. */
export const noteMessages = defineMessages({
  "note.REGISTER_OPEN": days(
    [
      "{count} lista obecności nie jest zamknięta",
      "{count} listy obecności nie są zamknięte",
      "{count} list obecności nie jest zamkniętych",
    ],
    ["{count} register is not closed", "{count} registers are not closed"],
    [
      "{count} список присутності не закрито",
      "{count} списки присутності не закрито",
      "{count} списків присутності не закрито",
    ],
  ),
  "note.MARK_MISSING": days(
    [
      "w {count} zamkniętej liście brakuje oznaczenia",
      "w {count} zamkniętych listach brakuje oznaczenia",
      "w {count} zamkniętych listach brakuje oznaczenia",
    ],
    ["{count} closed register has no mark", "{count} closed registers have no mark"],
    [
      "у {count} закритому списку немає позначки",
      "у {count} закритих списках немає позначки",
      "у {count} закритих списках немає позначки",
    ],
  ),
  "note.SICK_WITHOUT_NOTE": days(
    [
      "{count} dzień choroby bez przyjętego zwolnienia",
      "{count} dni choroby bez przyjętego zwolnienia",
      "{count} dni choroby bez przyjętego zwolnienia",
    ],
    [
      "{count} day of sickness without an accepted certificate",
      "{count} days of sickness without an accepted certificate",
    ],
    [
      "{count} день хвороби без прийнятої довідки",
      "{count} дні хвороби без прийнятої довідки",
      "{count} днів хвороби без прийнятої довідки",
    ],
  ),
  "note.EXCUSED_WITHOUT_DECISION": days(
    [
      "{count} dzień usprawiedliwiony na liście bez decyzji kierownika",
      "{count} dni usprawiedliwione na liście bez decyzji kierownika",
      "{count} dni usprawiedliwionych na liście bez decyzji kierownika",
    ],
    [
      "{count} day excused in the register without the manager's decision",
      "{count} days excused in the register without the manager's decision",
    ],
    [
      "{count} день із поважною причиною у списку без рішення керівника",
      "{count} дні з поважною причиною у списку без рішення керівника",
      "{count} днів із поважною причиною у списку без рішення керівника",
    ],
  ),
  "note.EXCUSE_WAITS": days(
    [
      "{count} usprawiedliwienie czeka na decyzję",
      "{count} usprawiedliwienia czekają na decyzję",
      "{count} usprawiedliwień czeka na decyzję",
    ],
    ["{count} excuse waits for a decision", "{count} excuses wait for a decision"],
    ["{count} пояснення чекає на рішення", "{count} пояснення чекають на рішення", "{count} пояснень чекає на рішення"],
  ),
  "note.DAY_OFF_NOT_GRANTED": days(
    [
      "{count} dzień wolny na liście bez zgody kierownika",
      "{count} dni wolne na liście bez zgody kierownika",
      "{count} dni wolnych na liście bez zgody kierownika",
    ],
    [
      "{count} day off in the register without the manager's consent",
      "{count} days off in the register without the manager's consent",
    ],
    [
      "{count} вихідний день у списку без згоди керівника",
      "{count} вихідні дні у списку без згоди керівника",
      "{count} вихідних днів у списку без згоди керівника",
    ],
  ),
  "note.NOT_APPLIED": {
    pl: "nie ma wniosku o świadczenie, a przyznaje się je na wniosek",
    en: "the benefit was not applied for, and it is granted on application",
    uk: "немає заяви про виплату, а її призначають за заявою",
  },
  "note.APPLIED_LATE": {
    pl: "wniosek o świadczenie złożono {day}, po pierwszym dniu zajęć: sprawdź, od kiedy przysługuje",
    en: "the benefit was applied for on {day}, after the first day: check from when it is due",
    uk: "заяву про виплату подано {day}, після першого дня занять: перевірте, з якого дня вона належить",
  },
  "note.TRIAL_ENDS": {
    pl: "okres próbny kończy się {day}: potrzebna jest decyzja",
    en: "the trial ends on {day}: a decision is needed",
    uk: "випробувальний період закінчується {day}: потрібне рішення",
  },
  "note.TRIAL_ENDED": {
    pl: "okres próbny skończył się {day}, a decyzji nie ma",
    en: "the trial ended on {day} without a decision",
    uk: "випробувальний період закінчився {day}, рішення немає",
  },
  "note.PROGRAMME_ENDED": {
    pl: "ostatni dzień programu był {day}: odnotuj zakończenie",
    en: "the programme lasted until {day}: record its end",
    uk: "останній день програми був {day}: зафіксуйте завершення",
  },
  "note.PROGRAMME_ENDS": {
    pl: "ostatni dzień programu to {day}: przedłużenie albo zakończenie",
    en: "the programme lasts until {day}: extend it or end it",
    uk: "останній день програми {day}: продовження або завершення",
  },
  "note.NO_CLASSES": {
    pl: "w tym miesiącu nie ma żadnych zajęć",
    en: "there are no classes in this month",
    uk: "у цьому місяці немає жодних занять",
  },
  "note.TOO_MANY_UNEXCUSED": days(
    [
      "{count} dzień bez usprawiedliwienia: za ten miesiąc świadczenia nie ma",
      "{count} dni bez usprawiedliwienia: za ten miesiąc świadczenia nie ma",
      "{count} dni bez usprawiedliwienia: za ten miesiąc świadczenia nie ma",
    ],
    ["{count} day without excuse: no benefit for this month", "{count} days without excuse: no benefit for this month"],
    [
      "{count} день без поважної причини: за цей місяць виплати немає",
      "{count} дні без поважної причини: за цей місяць виплати немає",
      "{count} днів без поважної причини: за цей місяць виплати немає",
    ],
  ),
  "note.UNEXCUSED_AT_MOST": days(
    [
      "{count} dzień bez usprawiedliwienia: następny odbiera świadczenie",
      "{count} dni bez usprawiedliwienia: następny odbiera świadczenie",
      "{count} dni bez usprawiedliwienia: następny odbiera świadczenie",
    ],
    [
      "{count} day without excuse: one more takes the benefit away",
      "{count} days without excuse: one more takes the benefit away",
    ],
    [
      "{count} день без поважної причини: наступний забирає виплату",
      "{count} дні без поважної причини: наступний забирає виплату",
      "{count} днів без поважної причини: наступний забирає виплату",
    ],
  ),
  "note.SICK_LIMIT_NEAR": days(
    [
      "z limitu dni choroby został {count} dzień",
      "z limitu dni choroby zostały {count} dni",
      "z limitu dni choroby zostało {count} dni",
    ],
    ["{count} day of the sickness limit is left", "{count} days of the sickness limit are left"],
    [
      "з ліміту днів хвороби залишився {count} день",
      "з ліміту днів хвороби залишилися {count} дні",
      "з ліміту днів хвороби залишилося {count} днів",
    ],
  ),
  "note.DAYS_OFF_NEAR": days(
    ["został {count} dzień wolny", "zostały {count} dni wolne", "zostało {count} dni wolnych"],
    ["{count} day off is left", "{count} days off are left"],
    ["залишився {count} вихідний день", "залишилися {count} вихідні дні", "залишилося {count} вихідних днів"],
  ),
  "note.CAME_THOUGH_EXCUSED": days(
    [
      "{count} dzień z obecnością mimo zwolnienia albo dnia wolnego",
      "{count} dni z obecnością mimo zwolnienia albo dnia wolnego",
      "{count} dni z obecnością mimo zwolnienia albo dnia wolnego",
    ],
    ["present on {count} day of sickness or day off", "present on {count} days of sickness or days off"],
    [
      "{count} день із присутністю попри довідку або вихідний",
      "{count} дні з присутністю попри довідку або вихідний",
      "{count} днів із присутністю попри довідку або вихідний",
    ],
  ),
  "note.SUSPENDED": days(
    [
      "{count} dzień zawieszenia, bez wpływu na świadczenie",
      "{count} dni zawieszenia, bez wpływu na świadczenie",
      "{count} dni zawieszenia, bez wpływu na świadczenie",
    ],
    [
      "suspended on {count} day, which changes nothing in the benefit",
      "suspended on {count} days, which change nothing in the benefit",
    ],
    [
      "{count} день призупинення, без впливу на виплату",
      "{count} дні призупинення, без впливу на виплату",
      "{count} днів призупинення, без впливу на виплату",
    ],
  ),
  "note.HOURS_TOO_LOW": {
    pl: "{count} godz. w tygodniu do {day}: za mało",
    en: "{count} h in the week to {day}: too few",
    uk: "{count} год на тиждень до {day}: замало",
  },
  "note.HOURS_TOO_HIGH": {
    pl: "{count} godz. w tygodniu do {day}: za dużo",
    en: "{count} h in the week to {day}: too many",
    uk: "{count} год на тиждень до {day}: забагато",
  },
  "note.DAY_TOO_LONG": {
    pl: "{count} godz. w dniu {day}: za dużo przy stopniu niepełnosprawności",
    en: "{count} h on {day}: too many for a degree of disability",
    uk: "{count} год {day}: забагато за ступеня інвалідності",
  },
  "note.LAW_UNVERIFIED": {
    pl: "kwota zależy od niepotwierdzonego odczytania przepisu",
    en: "the amount depends on an unverified reading of the law",
    uk: "сума залежить від непідтвердженого тлумачення закону",
  },
} as const satisfies Record<`note.${MonthNoteCode | "TRIAL_ENDED" | "PROGRAMME_ENDED"}`, unknown>);
