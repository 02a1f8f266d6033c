import { defineMessages } from "../../../platform/messages.ts";

/** The amounts and limits that a list rests on, by the code of their parameter. */
export const lawMessages = defineMessages({
  UNEMPLOYMENT_BENEFIT_FIRST_90_DAYS: {
    pl: "Zasiłek dla bezrobotnych, pierwsze 90 dni",
    en: "Unemployment benefit, first 90 days",
    uk: "Допомога з безробіття, перші 90 днів",
  },
  CIS_BENEFIT_RATE: {
    pl: "Świadczenie integracyjne, część zasiłku",
    en: "Integration benefit, share of the unemployment benefit",
    uk: "Інтеграційна допомога, частка",
  },
  CIS_BENEFIT_MONTH_DIVISOR: {
    pl: "Dzielnik niepełnego miesiąca",
    en: "Divisor of a part month",
    uk: "Дільник неповного місяця",
  },
  CIS_UNEXCUSED_DIVISOR: {
    pl: "Nieobecność nieusprawiedliwiona, dzielnik",
    en: "Unexcused absence, divisor",
    uk: "Невиправдана відсутність, дільник",
  },
  CIS_UNEXCUSED_MAX: {
    pl: "Nieobecność nieusprawiedliwiona, najwięcej w miesiącu",
    en: "Unexcused absence, most in a month",
    uk: "Невиправдана відсутність, найбільше за місяць",
  },
  CIS_SICK_DIVISOR: {
    pl: "Choroba w limicie, dzielnik",
    en: "Sickness within the limit, divisor",
    uk: "Хвороба в межах ліміту, дільник",
  },
  CIS_SICK_DAYS_LIMIT: { pl: "Limit dni choroby", en: "Limit of sick days", uk: "Ліміт днів хвороби" },
  CIS_SICK_LIMIT_PER_SICKNESS: {
    pl: "Limit choroby liczony osobno",
    en: "Sickness limit counted each time",
    uk: "Ліміт хвороби окремо",
  },
  CIS_SICK_IN_CLASS_DAYS: {
    pl: "Choroba liczona w dniach zajęć",
    en: "Sickness counted in class days",
    uk: "Хвороба в днях занять",
  },
  CIS_SICK_BEYOND_DIVISOR: {
    pl: "Choroba ponad limit, dzielnik",
    en: "Sickness beyond the limit, divisor",
    uk: "Хвороба понад ліміт, дільник",
  },
  CIS_TRIAL_SICK_DIVISOR: {
    pl: "Choroba w okresie próbnym, dzielnik",
    en: "Sickness in the trial, divisor",
    uk: "Хвороба на випробуванні, дільник",
  },
  CIS_UNEXCUSED_FROM_PART_MONTH: {
    pl: "Potrącenie od niepełnego miesiąca",
    en: "Deduction from the part month",
    uk: "Відрахування від неповного місяця",
  },
  CIS_EXCUSED_DIVISOR: {
    pl: "Inna usprawiedliwiona nieobecność, dzielnik",
    en: "Other excused absence, divisor",
    uk: "Інша виправдана відсутність, дільник",
  },
  CIS_BENEFIT_ROUND_TO_10_GROSZ: {
    pl: "Zaokrąglanie do 10 groszy",
    en: "Rounding to 10 grosz",
    uk: "Округлення до 10 грошів",
  },
  CIS_BONUS_MAX: {
    pl: "Premia motywacyjna, najwyżej",
    en: "Motivation bonus, at most",
    uk: "Мотиваційна премія, щонайбільше",
  },
  CIS_CORRECTION_MONTHS: {
    pl: "Korekty listy świadczeń, miesiące wstecz",
    en: "Corrections of a benefit list, months back",
    uk: "Виправлення списку виплат, місяців назад",
  },
  CIS_RECOVERY_MAX: {
    pl: "Odzyskiwanie nadpłaty, najwyżej z miesiąca",
    en: "Recovery of what was overpaid, at most of a month",
    uk: "Повернення переплати, щонайбільше з місяця",
  },
});
