import { defineMessages } from "../../platform/messages.ts";

/** Why a case cannot be computed: of `powrot benefit` and of the month on the screen. */
export const benefitCalculatorMessages = defineMessages({
  "benefit.not_json": {
    pl: "To nie jest wiersz JSON. Podaj jeden przypadek w jednym wierszu.",
    en: "This is not a line of JSON. Give one case a line.",
    uk: "Це не рядок JSON. Подайте один випадок в одному рядку.",
  },
  "benefit.invalid": {
    pl: "Brakuje pola, jest nieznane albo ma złą wartość: {fields}. Pola opisuje powrot benefit --help.",
    en: "A field is missing, unknown or has a wrong value: {fields}. The fields are told by powrot benefit --help.",
    uk: "Поля бракує, воно невідоме або має хибне значення: {fields}. Поля описує powrot benefit --help.",
  },
  "benefit.rate_unknown": {
    pl: "Na ten miesiąc nie ma w tabeli kwoty zasiłku dla bezrobotnych. Wpisz ją w parametrach z dniem, od którego obowiązuje.",
    en: "The table has no unemployment benefit for this month. Enter it in the parameters with the day it is valid from.",
    uk: "На цей місяць у таблиці немає допомоги по безробіттю. Введіть її в параметрах із днем, від якого вона діє.",
  },
  "benefit.span_missing": {
    pl: "W tym miesiącu nie ma ani jednego dnia uczestnictwa. Podaj dni od i do.",
    en: "This month has no day of participation. Give the days from and to.",
    uk: "У цьому місяці немає жодного дня участі. Подайте дні від і до.",
  },
  "benefit.span_out_of_order": {
    pl: "Ostatni dzień jest przed pierwszym albo okresy na siebie zachodzą. Popraw dni od i do.",
    en: "The last day is before the first, or periods overlap. Correct the days from and to.",
    uk: "Останній день раніше за перший або періоди перетинаються. Виправте дні від і до.",
  },
  "benefit.not_one_month": {
    pl: "Dni od i do muszą leżeć w miesiącu listy.",
    en: "The days from and to must lie in the month of the list.",
    uk: "Дні від і до мають бути в місяці списку.",
  },
  "benefit.more_days_than_covered": {
    pl: "Dni nieobecności jest więcej niż dni okresu. Sprawdź liczby dni i okres.",
    en: "There are more days of absence than days of the period. Check the counts and the period.",
    uk: "Днів відсутності більше, ніж днів періоду. Перевірте кількість днів і період.",
  },
  "benefit.days_off_in_trial": {
    pl: "W okresie próbnym nie ma dni wolnych (art. 15 ust. 6a u.z.s.). Przenieś te dni do okresu uczestnictwa albo podaj inny rodzaj nieobecności.",
    en: "The trial month has no days off (SE art. 15(6a)). Move these days into the participation or give another kind of absence.",
    uk: "У випробувальний період немає вихідних днів (art. 15 ust. 6a u.z.s.). Перенесіть ці дні в період участі або вкажіть інший вид відсутності.",
  },
  "benefit.bonus_below_zero": {
    pl: "Premia nie może być mniejsza od zera. Potrącenia wpisuje się osobno, z tytułem.",
    en: "A bonus cannot be below zero. Deductions are entered apart, with their title.",
    uk: "Премія не може бути меншою за нуль. Утримання вносять окремо, з підставою.",
  },
  "benefit.bonus_in_trial": {
    pl: "Premia motywacyjna należy się w okresie uczestnictwa, nie w próbnym (art. 15a u.z.s.). Wpisz 0,00.",
    en: "The motivation bonus belongs to the participation, not to the trial (SE art. 15a). Enter 0.00.",
    uk: "Мотиваційна премія належить до періоду участі, а не випробування (art. 15a u.z.s.). Введіть 0,00.",
  },
  "benefit.bonus_over_cap": {
    pl: "Premia może wynieść najwyżej {cap}: tyle, ile pełne świadczenie (art. 15a u.z.s.). Wpisz mniejszą kwotę.",
    en: "The bonus can be {cap} at most, as much as the full benefit (SE art. 15a). Enter a smaller amount.",
    uk: "Премія може становити щонайбільше {cap}: стільки, скільки повна виплата (art. 15a u.z.s.). Введіть меншу суму.",
  },
});
