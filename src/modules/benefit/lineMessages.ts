import { defineMessages, plural } from "../../platform/messages.ts";

/** Each line of a benefit as its participant reads it. `{full}` and `{share}` are amounts, `{from}` and `{to}` days. */
export const benefitLineMessages = defineMessages({
  "line.WHOLE_MONTH": {
    pl: "Cały miesiąc uczestnictwa: pełne świadczenie {full}.",
    en: "The whole month: the full benefit of {full}.",
    uk: "Увесь місяць участі: повна виплата {full}.",
  },
  "line.PART_MONTH": {
    pl: plural({
      one: "Część miesiąca, od {from} do {to}: {count} dzień po 1/{divisor} świadczenia {full}.",
      few: "Część miesiąca, od {from} do {to}: {count} dni po 1/{divisor} świadczenia {full}.",
      many: "Część miesiąca, od {from} do {to}: {count} dni po 1/{divisor} świadczenia {full}.",
      other: "Część miesiąca, od {from} do {to}: {count} dnia po 1/{divisor} świadczenia {full}.",
    }),
    en: plural({
      one: "A part of the month, {from} to {to}: {count} day at 1/{divisor} of the benefit of {full}.",
      other: "A part of the month, {from} to {to}: {count} days at 1/{divisor} of the benefit of {full}.",
    }),
    uk: plural({
      one: "Частина місяця, від {from} до {to}: {count} день по 1/{divisor} виплати {full}.",
      few: "Частина місяця, від {from} до {to}: {count} дні по 1/{divisor} виплати {full}.",
      many: "Частина місяця, від {from} до {to}: {count} днів по 1/{divisor} виплати {full}.",
      other: "Частина місяця, від {from} до {to}: {count} дня по 1/{divisor} виплати {full}.",
    }),
  },
  /** Where the full benefit changed inside the month, or days between were not covered. */
  "line.WHOLE_MONTH_PARTS": {
    pl: "Cały miesiąc uczestnictwa, a pełne świadczenie zmieniło się w jego trakcie: {parts}. Każda kwota liczy się za swoje dni.",
    en: "The whole month, and the full benefit changed within it: {parts}. Each amount counts for its own days.",
    uk: "Увесь місяць участі, а повна виплата змінилася протягом нього: {parts}. Кожна сума рахується за свої дні.",
  },
  "part.WHOLE_MONTH": {
    pl: "od {from} do {to} {full}",
    en: "{from} to {to} {full}",
    uk: "від {from} до {to} {full}",
  },
  "line.PART_MONTH_PARTS": {
    pl: "Część miesiąca: {parts}.",
    en: "A part of the month: {parts}.",
    uk: "Частина місяця: {parts}.",
  },
  "part.PART_MONTH": {
    pl: plural({
      one: "od {from} do {to} {count} dzień po 1/{divisor} świadczenia {full}",
      few: "od {from} do {to} {count} dni po 1/{divisor} świadczenia {full}",
      many: "od {from} do {to} {count} dni po 1/{divisor} świadczenia {full}",
      other: "od {from} do {to} {count} dnia po 1/{divisor} świadczenia {full}",
    }),
    en: plural({
      one: "{from} to {to}, {count} day at 1/{divisor} of the benefit of {full}",
      other: "{from} to {to}, {count} days at 1/{divisor} of the benefit of {full}",
    }),
    uk: plural({
      one: "від {from} до {to} {count} день по 1/{divisor} виплати {full}",
      few: "від {from} до {to} {count} дні по 1/{divisor} виплати {full}",
      many: "від {from} до {to} {count} днів по 1/{divisor} виплати {full}",
      other: "від {from} до {to} {count} дня по 1/{divisor} виплати {full}",
    }),
  },
  "line.NOTHING_LEFT": {
    pl: "Nie ma już z czego odjąć.",
    en: "There is nothing left to take it from.",
    uk: "Віднімати вже немає з чого.",
  },
  "line.UNEXCUSED_OF_PART": {
    pl: plural({
      one: "{count} dzień nieobecności bez usprawiedliwienia: o 1/{divisor} kwoty za tę część miesiąca mniej.",
      few: "{count} dni nieobecności bez usprawiedliwienia: za każdy o 1/{divisor} kwoty za tę część miesiąca mniej.",
      many: "{count} dni nieobecności bez usprawiedliwienia: za każdy o 1/{divisor} kwoty za tę część miesiąca mniej.",
      other:
        "{count} dnia nieobecności bez usprawiedliwienia: za każdy o 1/{divisor} kwoty za tę część miesiąca mniej.",
    }),
    en: plural({
      one: "{count} day away without excuse: 1/{divisor} of the amount for this part of the month less.",
      other: "{count} days away without excuse: 1/{divisor} of the amount for this part of the month less for each.",
    }),
    uk: plural({
      one: "{count} день відсутності без поважної причини: на 1/{divisor} суми за цю частину місяця менше.",
      few: "{count} дні відсутності без поважної причини: за кожен на 1/{divisor} суми за цю частину місяця менше.",
      many: "{count} днів відсутності без поважної причини: за кожен на 1/{divisor} суми за цю частину місяця менше.",
      other: "{count} дня відсутності без поважної причини: за кожен на 1/{divisor} суми за цю частину місяця менше.",
    }),
  },
  "line.UNEXCUSED": {
    pl: plural({
      one: "{count} dzień nieobecności bez usprawiedliwienia: o 1/{divisor} świadczenia mniej.",
      few: "{count} dni nieobecności bez usprawiedliwienia: za każdy o 1/{divisor} świadczenia mniej.",
      many: "{count} dni nieobecności bez usprawiedliwienia: za każdy o 1/{divisor} świadczenia mniej.",
      other: "{count} dnia nieobecności bez usprawiedliwienia: za każdy o 1/{divisor} świadczenia mniej.",
    }),
    en: plural({
      one: "{count} day away without excuse: 1/{divisor} of the benefit less.",
      other: "{count} days away without excuse: 1/{divisor} of the benefit less for each.",
    }),
    uk: plural({
      one: "{count} день відсутності без поважної причини: на 1/{divisor} виплати менше.",
      few: "{count} дні відсутності без поважної причини: за кожен на 1/{divisor} виплати менше.",
      many: "{count} днів відсутності без поважної причини: за кожен на 1/{divisor} виплати менше.",
      other: "{count} дня відсутності без поважної причини: за кожен на 1/{divisor} виплати менше.",
    }),
  },
  "line.UNEXCUSED_TOO_MANY": {
    pl: plural({
      one: "{count} dzień nieobecności bez usprawiedliwienia, więcej niż {most} w miesiącu: za ten miesiąc świadczenia nie ma.",
      few: "{count} dni nieobecności bez usprawiedliwienia, więcej niż {most} w miesiącu: za ten miesiąc świadczenia nie ma.",
      many: "{count} dni nieobecności bez usprawiedliwienia, więcej niż {most} w miesiącu: za ten miesiąc świadczenia nie ma.",
      other:
        "{count} dnia nieobecności bez usprawiedliwienia, więcej niż {most} w miesiącu: za ten miesiąc świadczenia nie ma.",
    }),
    en: plural({
      one: "{count} day away without excuse, more than {most} in a month: there is no benefit for this month.",
      other: "{count} days away without excuse, more than {most} in a month: there is no benefit for this month.",
    }),
    uk: plural({
      one: "{count} день відсутності без поважної причини, більше ніж {most} на місяць: за цей місяць виплати немає.",
      few: "{count} дні відсутності без поважної причини, більше ніж {most} на місяць: за цей місяць виплати немає.",
      many: "{count} днів відсутності без поважної причини, більше ніж {most} на місяць: за цей місяць виплати немає.",
      other: "{count} дня відсутності без поважної причини, більше ніж {most} на місяць: за цей місяць виплати немає.",
    }),
  },
  "line.SICK_WITHIN": {
    pl: plural({
      one: "{count} dzień choroby ze zwolnieniem, w limicie {limit} dni: o 1/{divisor} świadczenia mniej.",
      few: "{count} dni choroby ze zwolnieniem, w limicie {limit} dni: za każdy o 1/{divisor} świadczenia mniej.",
      many: "{count} dni choroby ze zwolnieniem, w limicie {limit} dni: za każdy o 1/{divisor} świadczenia mniej.",
      other: "{count} dnia choroby ze zwolnieniem, w limicie {limit} dni: za każdy o 1/{divisor} świadczenia mniej.",
    }),
    en: plural({
      one: "{count} day of sickness with a certificate, within the limit of {limit} days: 1/{divisor} of the benefit less.",
      other:
        "{count} days of sickness with a certificate, within the limit of {limit} days: 1/{divisor} of the benefit less for each.",
    }),
    uk: plural({
      one: "{count} день хвороби з довідкою, у межах {limit} днів: на 1/{divisor} виплати менше.",
      few: "{count} дні хвороби з довідкою, у межах {limit} днів: за кожен на 1/{divisor} виплати менше.",
      many: "{count} днів хвороби з довідкою, у межах {limit} днів: за кожен на 1/{divisor} виплати менше.",
      other: "{count} дня хвороби з довідкою, у межах {limit} днів: за кожен на 1/{divisor} виплати менше.",
    }),
  },
  "line.SICK_BEYOND": {
    pl: plural({
      one: "{count} dzień choroby ponad limit {limit} dni: za ten dzień świadczenia nie ma (1/{divisor}).",
      few: "{count} dni choroby ponad limit {limit} dni: za te dni świadczenia nie ma (po 1/{divisor}).",
      many: "{count} dni choroby ponad limit {limit} dni: za te dni świadczenia nie ma (po 1/{divisor}).",
      other: "{count} dnia choroby ponad limit {limit} dni: za te dni świadczenia nie ma (po 1/{divisor}).",
    }),
    en: plural({
      one: "{count} day of sickness beyond the limit of {limit} days: no benefit for this day (1/{divisor}).",
      other: "{count} days of sickness beyond the limit of {limit} days: no benefit for these days (1/{divisor} each).",
    }),
    uk: plural({
      one: "{count} день хвороби понад межу {limit} днів: за цей день виплати немає (1/{divisor}).",
      few: "{count} дні хвороби понад межу {limit} днів: за ці дні виплати немає (по 1/{divisor}).",
      many: "{count} днів хвороби понад межу {limit} днів: за ці дні виплати немає (по 1/{divisor}).",
      other: "{count} дня хвороби понад межу {limit} днів: за ці дні виплати немає (по 1/{divisor}).",
    }),
  },
  "line.SICK_IN_TRIAL": {
    pl: plural({
      one: "{count} dzień choroby w okresie próbnym: o 1/{divisor} świadczenia mniej.",
      few: "{count} dni choroby w okresie próbnym: za każdy o 1/{divisor} świadczenia mniej.",
      many: "{count} dni choroby w okresie próbnym: za każdy o 1/{divisor} świadczenia mniej.",
      other: "{count} dnia choroby w okresie próbnym: za każdy o 1/{divisor} świadczenia mniej.",
    }),
    en: plural({
      one: "{count} day of sickness in the trial month: 1/{divisor} of the benefit less.",
      other: "{count} days of sickness in the trial month: 1/{divisor} of the benefit less for each.",
    }),
    uk: plural({
      one: "{count} день хвороби у випробувальний період: на 1/{divisor} виплати менше.",
      few: "{count} дні хвороби у випробувальний період: за кожен на 1/{divisor} виплати менше.",
      many: "{count} днів хвороби у випробувальний період: за кожен на 1/{divisor} виплати менше.",
      other: "{count} дня хвороби у випробувальний період: за кожен на 1/{divisor} виплати менше.",
    }),
  },
  "line.EXCUSED": {
    pl: plural({
      one: "{count} dzień innej usprawiedliwionej nieobecności: o 1/{divisor} świadczenia mniej.",
      few: "{count} dni innej usprawiedliwionej nieobecności: za każdy o 1/{divisor} świadczenia mniej.",
      many: "{count} dni innej usprawiedliwionej nieobecności: za każdy o 1/{divisor} świadczenia mniej.",
      other: "{count} dnia innej usprawiedliwionej nieobecności: za każdy o 1/{divisor} świadczenia mniej.",
    }),
    en: plural({
      one: "{count} day of another excused absence: 1/{divisor} of the benefit less.",
      other: "{count} days of another excused absence: 1/{divisor} of the benefit less for each.",
    }),
    uk: plural({
      one: "{count} день іншої поважної відсутності: на 1/{divisor} виплати менше.",
      few: "{count} дні іншої поважної відсутності: за кожен на 1/{divisor} виплати менше.",
      many: "{count} днів іншої поважної відсутності: за кожен на 1/{divisor} виплати менше.",
      other: "{count} дня іншої поважної відсутності: за кожен на 1/{divisor} виплати менше.",
    }),
  },
  "line.DAYS_OFF": {
    pl: plural({
      one: "{count} dzień wolny za zgodą kierownika: świadczenie bez zmian.",
      few: "{count} dni wolne za zgodą kierownika: świadczenie bez zmian.",
      many: "{count} dni wolnych za zgodą kierownika: świadczenie bez zmian.",
      other: "{count} dnia wolnego za zgodą kierownika: świadczenie bez zmian.",
    }),
    en: plural({
      one: "{count} day off with the manager's consent: the benefit stays.",
      other: "{count} days off with the manager's consent: the benefit stays.",
    }),
    uk: plural({
      one: "{count} вихідний день за згодою керівника: виплата без змін.",
      few: "{count} вихідні дні за згодою керівника: виплата без змін.",
      many: "{count} вихідних днів за згодою керівника: виплата без змін.",
      other: "{count} вихідного дня за згодою керівника: виплата без змін.",
    }),
  },
});
