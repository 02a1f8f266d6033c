import { defineMessages, plural } from "../../../platform/messages.ts";

/** Events of a unit's class programme, and tasks of the manager of a centre. */
export const classEventMessages = defineMessages({
  "class-programme.prepared": {
    pl: "Przygotowano program zajęć na {month}",
    en: "The class programme of {month} was prepared",
    uk: "Підготовлено програму занять на {month}",
  },
  "class-programme.approved": {
    pl: "Zatwierdzono program zajęć na {month}",
    en: "The class programme of {month} was approved",
    uk: "Затверджено програму занять на {month}",
  },
  "class-programme.returned": {
    pl: "Zwrócono program zajęć na {month}",
    en: "The class programme of {month} was returned",
    uk: "Повернуто програму занять на {month}",
  },
  CIS_SICK_LIMIT_NEAR: {
    pl: plural({
      one: "Zwolnienia: został {count} dzień z limitu",
      few: "Zwolnienia: zostały {count} dni z limitu",
      many: "Zwolnienia: zostało {count} dni z limitu",
      other: "Zwolnienia: zostało {count} dnia z limitu",
    }),
    en: plural({
      one: "Sickness: {count} day of the limit is left",
      other: "Sickness: {count} days of the limit are left",
    }),
    uk: plural({
      one: "Хвороба: залишився {count} день ліміту",
      few: "Хвороба: залишилися {count} дні ліміту",
      many: "Хвороба: залишилося {count} днів ліміту",
      other: "Хвороба: залишилося {count} дня ліміту",
    }),
  },
  CIS_DAYS_OFF_NEAR: {
    pl: plural({
      one: "Dni wolne: został {count} dzień",
      few: "Dni wolne: zostały {count} dni",
      many: "Dni wolne: zostało {count} dni",
      other: "Dni wolne: zostało {count} dnia",
    }),
    en: plural({ one: "Days off: {count} day is left", other: "Days off: {count} days are left" }),
    uk: plural({
      one: "Вихідні дні: залишився {count} день",
      few: "Вихідні дні: залишилися {count} дні",
      many: "Вихідні дні: залишилося {count} днів",
      other: "Вихідні дні: залишилося {count} дня",
    }),
  },
  CIS_UNEXCUSED_AT_MOST: {
    pl: plural({
      one: "{count} dzień bez usprawiedliwienia: następny odbiera świadczenie za miesiąc",
      few: "{count} dni bez usprawiedliwienia: następny odbiera świadczenie za miesiąc",
      many: "{count} dni bez usprawiedliwienia: następny odbiera świadczenie za miesiąc",
      other: "{count} dnia bez usprawiedliwienia: następny odbiera świadczenie za miesiąc",
    }),
    en: plural({
      one: "{count} day without excuse: the next takes the benefit of the month",
      other: "{count} days without excuse: the next takes the benefit of the month",
    }),
    uk: plural({
      one: "{count} день без поважної причини: наступний забирає виплату за місяць",
      few: "{count} дні без поважної причини: наступний забирає виплату за місяць",
      many: "{count} днів без поважної причини: наступний забирає виплату за місяць",
      other: "{count} дня без поважної причини: наступний забирає виплату за місяць",
    }),
  },
  "class-programme.due": {
    pl: "Zatwierdź program zajęć na {month}",
    en: "Approve the class programme of {month}",
    uk: "Затвердьте програму занять на {month}",
  },
  "benefit.advance-asked": {
    pl: "Zaliczka na świadczenia za {month}: dopilnuj odpowiedzi starosty",
    en: "Advance on the benefits of {month}: see to the starosta’s answer",
    uk: "Аванс на виплати за {month}: подбайте про відповідь старости",
  },
  "benefit.debt-open": {
    pl: "Nadpłata po zakończonym programie: ustal zwrot, raty albo umorzenie",
    en: "Overpaid benefit of an ended programme: agree on paying back, instalments or writing off",
    uk: "Переплата після завершеної програми: домовтеся про повернення, внески або списання",
  },
  "benefit.instalment-due": {
    pl: "Rata nadpłaty po zakończonym programie, termin {due}: sprawdź, czy wpłynęła",
    en: "Instalment of an overpaid benefit, due {due}: check that it came",
    uk: "Внесок за переплату після завершеної програми, термін {due}: перевірте, чи надійшов",
  },
});

export const classMessages = defineMessages({
  title: { pl: "Program zajęć", en: "Class programme", uk: "Програма занять" },
  lead: {
    pl: "Zajęcia bierze z kalendarza. Kierownik zatwierdza program przed miesiącem, a każda zmiana to nowe wydanie z powodem.",
    en: "It takes its classes from the calendar. The manager approves it before the month, and each change is a new edition with its reason.",
    uk: "Заняття береться з календаря. Керівник затверджує програму до початку місяця, а кожна зміна – нове видання з причиною.",
  },
  calendar: { pl: "Kalendarz zajęć", en: "Calendar of classes", uk: "Календар занять" },
  none: {
    pl: "W kalendarzu nie ma zajęć na ten miesiąc",
    en: "The calendar has no classes in this month",
    uk: "У календарі немає занять на цей місяць",
  },
  noneWhy: {
    pl: "Najpierw zaplanuj zajęcia grup centrum, potem przygotuj z nich program.",
    en: "Plan the classes of the groups of the centre first, then prepare the programme from them.",
    uk: "Спочатку заплануйте заняття груп центру, потім підготуйте з них програму.",
  },

  state: { pl: "Gdzie stoi program", en: "Where the programme stands", uk: "Стан програми" },
  "state.NONE": { pl: "nieprzygotowany", en: "not prepared", uk: "не підготовлено" },
  "state.PREPARED": { pl: "czeka na zatwierdzenie", en: "waits for approval", uk: "чекає на затвердження" },
  "state.RETURNED": { pl: "zwrócony do poprawy", en: "returned", uk: "повернуто на виправлення" },
  "state.APPROVED": { pl: "zatwierdzony", en: "approved", uk: "затверджено" },
  due: {
    pl: "Do zatwierdzenia do {day}",
    en: "To be approved by {day}",
    uk: "Затвердити до {day}",
  },
  late: { pl: "termin minął {day}", en: "it was due by {day}", uk: "термін минув {day}" },
  classes: {
    pl: plural({ one: "{count} zajęcia", few: "{count} zajęcia", many: "{count} zajęć", other: "{count} zajęcia" }),
    en: plural({ one: "{count} class", other: "{count} classes" }),
    uk: plural({ one: "{count} заняття", few: "{count} заняття", many: "{count} занять", other: "{count} заняття" }),
  },
  hoursOf: {
    pl: "{hours} godz. w miesiącu",
    en: "{hours} h in the month",
    uk: "{hours} год. на місяць",
  },
  board: { pl: "Wydruk na tablicę", en: "Print for the board", uk: "Друк на дошку" },
  "edition.of": {
    pl: "Wydanie {no}: {by}, {day}",
    en: "Edition {no}: {by}, {day}",
    uk: "Видання {no}: {by}, {day}",
  },
  "edition.APPROVED": {
    pl: "zatwierdzone przez {by}, {day}",
    en: "approved by {by}, {day}",
    uk: "затвердив(-ла) {by}, {day}",
  },
  "edition.RETURNED": {
    pl: "zwrócone przez {by}, {day}: {reason}",
    en: "returned by {by}, {day}: {reason}",
    uk: "повернув(-ла) {by}, {day}: {reason}",
  },
  "edition.reason": { pl: "Powód zmiany", en: "Reason for the change", uk: "Причина зміни" },
  editions: { pl: "Wydania", en: "Editions", uk: "Видання" },
  holds: { pl: "obowiązuje", en: "holds", uk: "чинне" },

  "changes.title": {
    pl: plural({
      one: "W kalendarzu zmieniły się {count} zajęcia",
      few: "W kalendarzu zmieniły się {count} zajęcia",
      many: "W kalendarzu zmieniło się {count} zajęć",
      other: "W kalendarzu zmieniły się {count} zajęcia",
    }),
    en: plural({
      one: "{count} class has changed in the calendar",
      other: "{count} classes have changed in the calendar",
    }),
    uk: plural({
      one: "У календарі змінилося {count} заняття",
      few: "У календарі змінилися {count} заняття",
      many: "У календарі змінилося {count} занять",
      other: "У календарі змінилися {count} заняття",
    }),
  },
  "changes.next": {
    pl: "To wydanie ich nie zna. Przygotuj nowe, z powodem zmiany.",
    en: "This edition does not know of them. Prepare a new one, with the reason.",
    uk: "Це видання про них не знає. Підготуйте нове, із причиною зміни.",
  },
  "change.ADDED": { pl: "doszły", en: "added", uk: "додано" },
  "change.GONE": { pl: "odpadły", en: "gone", uk: "скасовано" },
  "change.MOVED": { pl: "zmienione", en: "changed", uk: "змінено" },
  "changes.people": {
    pl: "Zmienili się uczestnicy albo ich godziny. Przygotuj program jeszcze raz, zanim go zatwierdzisz.",
    en: "Participants or their hours have changed. Prepare the programme again before it is approved.",
    uk: "Змінилися учасники або їхні години. Підготуйте програму ще раз, перш ніж затвердити.",
  },

  prepare: { pl: "Przygotuj program", en: "Prepare the programme", uk: "Підготувати програму" },
  "prepare.anew": { pl: "Przygotuj nowe wydanie", en: "Prepare a new edition", uk: "Підготувати нове видання" },
  "prepare.lead": {
    pl: "Zapisze zajęcia tak, jak stoją dziś w kalendarzu, i godziny każdego uczestnika.",
    en: "It keeps the classes as the calendar has them today, and the hours of each participant.",
    uk: "Збереже заняття так, як вони сьогодні в календарі, і години кожного учасника.",
  },
  reason: { pl: "Powód zmiany", en: "Reason for the change", uk: "Причина зміни" },
  approve: { pl: "Zatwierdź program", en: "Approve the programme", uk: "Затвердити програму" },
  return: { pl: "Zwróć do poprawy", en: "Return it", uk: "Повернути на виправлення" },
  "return.reason": { pl: "Co poprawić", en: "What to mend", uk: "Що виправити" },
  "approve.short": {
    pl: plural({
      one: "{count} osoba ma w którymś tygodniu mniej niż {least} godz. Podaj powód.",
      few: "{count} osoby mają w którymś tygodniu mniej niż {least} godz. Podaj powód.",
      many: "{count} osób ma w którymś tygodniu mniej niż {least} godz. Podaj powód.",
      other: "{count} osoby mają w którymś tygodniu mniej niż {least} godz. Podaj powód.",
    }),
    en: plural({
      one: "{count} person has a week of fewer than {least} hours. Say why.",
      other: "{count} people have a week of fewer than {least} hours. Say why.",
    }),
    uk: plural({
      one: "{count} особа має в якомусь тижні менше ніж {least} год. Вкажіть причину.",
      few: "{count} особи мають у якомусь тижні менше ніж {least} год. Вкажіть причину.",
      many: "{count} осіб мають у якомусь тижні менше ніж {least} год. Вкажіть причину.",
      other: "{count} особи мають у якомусь тижні менше ніж {least} год. Вкажіть причину.",
    }),
  },
  "approve.common": {
    pl: "Powód dla wszystkich, którzy nie mają własnego",
    en: "Reason for all who have none of their own",
    uk: "Причина для всіх, хто не має власної",
  },
  "approve.own": { pl: "Powód: {name}", en: "Reason: {name}", uk: "Причина: {name}" },
  "approve.over": {
    pl: plural({
      one: "{count} osoba ma więcej godzin, niż pozwala ustawa",
      few: "{count} osoby mają więcej godzin, niż pozwala ustawa",
      many: "{count} osób ma więcej godzin, niż pozwala ustawa",
      other: "{count} osoby mają więcej godzin, niż pozwala ustawa",
    }),
    en: plural({
      one: "{count} person has more hours than the act allows",
      other: "{count} people have more hours than the act allows",
    }),
    uk: plural({
      one: "{count} особа має більше годин, ніж дозволяє закон",
      few: "{count} особи мають більше годин, ніж дозволяє закон",
      many: "{count} осіб мають більше годин, ніж дозволяє закон",
      other: "{count} особи мають більше годин, ніж дозволяє закон",
    }),
  },
  "approve.overNext": {
    pl: "Takiego programu nie można zatwierdzić. Zmień zajęcia w kalendarzu albo wpisz do programu indywidualnego najwięcej godzin w jednym dniu.",
    en: "Such a programme cannot be approved. Change the classes in the calendar, or write the most hours on a day into the individual programme.",
    uk: "Таку програму не можна затвердити. Змініть заняття в календарі або впишіть до індивідуальної програми найбільше годин на день.",
  },
  prepared: { pl: "Program przygotowany", en: "Programme prepared", uk: "Програму підготовлено" },
  approved: { pl: "Program zatwierdzony", en: "Programme approved", uk: "Програму затверджено" },
  returned: { pl: "Program zwrócony", en: "Programme returned", uk: "Програму повернуто" },

  people: { pl: "Godziny uczestników", en: "Hours of participants", uk: "Години учасників" },
  "people.lead": {
    pl: "Tydzień ma od {least} do {most} godz., a przy umiarkowanym lub znacznym stopniu niepełnosprawności najwyżej {capped} godz. i {day} godz. dziennie.",
    en: "A week has {least} to {most} hours; with a moderate or severe degree of disability at most {capped}, and {day} a day.",
    uk: "Тиждень має від {least} до {most} год., а за помірного або значного ступеня інвалідності – щонайбільше {capped} год. і {day} год. на день.",
  },
  "people.unverified": {
    pl: "Wymiar dla osób z niepełnosprawnością nie jest potwierdzony w źródle.",
    en: "The hours for people with a disability are not confirmed in their source.",
    uk: "Години для людей з інвалідністю не підтверджено в джерелі.",
  },
  "people.within": {
    pl: plural({
      one: "{count} osoba, w granicach.",
      few: "{count} osoby, wszystkie w granicach.",
      many: "{count} osób, wszystkie w granicach.",
      other: "{count} osoby, wszystkie w granicach.",
    }),
    en: plural({ one: "{count} person, within the limits.", other: "{count} people, all within the limits." }),
    uk: plural({
      one: "{count} особа, в межах.",
      few: "{count} особи, всі в межах.",
      many: "{count} осіб, всі в межах.",
      other: "{count} особи, всі в межах.",
    }),
  },
  "people.all": {
    pl: "Pokaż godziny wszystkich ({count})",
    en: "Show the hours of everybody ({count})",
    uk: "Показати години всіх ({count})",
  },
  "people.none": {
    pl: "W tym miesiącu nikt nie uczestniczy w zajęciach.",
    en: "Nobody takes part in this month.",
    uk: "Цього місяця ніхто не бере участі.",
  },
  "people.hidden": {
    pl: plural({
      one: "{count} osoba ma chronione miejsce pobytu i tutaj jej nie widać.",
      few: "{count} osoby mają chronione miejsce pobytu i tutaj ich nie widać.",
      many: "{count} osób ma chronione miejsce pobytu i tutaj ich nie widać.",
      other: "{count} osoby mają chronione miejsce pobytu i tutaj ich nie widać.",
    }),
    en: plural({
      one: "{count} person has protected whereabouts and is not shown here.",
      other: "{count} people have protected whereabouts and are not shown here.",
    }),
    uk: plural({
      one: "{count} особа має захищене місце перебування, тут її не видно.",
      few: "{count} особи мають захищене місце перебування, тут їх не видно.",
      many: "{count} осіб мають захищене місце перебування, тут їх не видно.",
      other: "{count} особи мають захищене місце перебування, тут їх не видно.",
    }),
  },
  who: { pl: "Uczestnik", en: "Participant", uk: "Учасник" },
  inPlan: { pl: "W programie indyw.", en: "In the individual programme", uk: "В індивід. програмі" },
  look: { pl: "Uwaga", en: "Look at", uk: "Увага" },
  capped: { pl: "z limitem", en: "capped", uk: "з обмеженням" },
  "week.short": { pl: "{from}–{to}", en: "{from}–{to}", uk: "{from}–{to}" },
  "fault.WEEK_TOO_SHORT": { pl: "za mało godzin", en: "too few hours", uk: "замало годин" },
  "fault.WEEK_TOO_LONG": { pl: "za dużo godzin", en: "too many hours", uk: "забагато годин" },
  "fault.DAY_TOO_LONG": { pl: "za długi dzień", en: "too long a day", uk: "задовгий день" },
  part: { pl: "niepełny tydzień", en: "part of a week", uk: "неповний тиждень" },

  plan: { pl: "Zajęcia", en: "Classes", uk: "Заняття" },
  week: { pl: "{from} – {to}", en: "{from} – {to}", uk: "{from} – {to}" },
  closed: { pl: "Bez zajęć", en: "No classes", uk: "Без занять" },
  "column.days": { pl: "Dni", en: "Days", uk: "Дні" },
  "column.hours": { pl: "Godziny", en: "Hours", uk: "Години" },
  "column.class": { pl: "Zajęcia", en: "Class", uk: "Заняття" },
  "column.group": { pl: "Grupa", en: "Group", uk: "Група" },
  "column.room": { pl: "Sala", en: "Room", uk: "Кімната" },
  "column.leader": { pl: "Prowadzi", en: "Leader", uk: "Веде" },

  "print.title": { pl: "Miesięczny program zajęć", en: "Monthly class programme", uk: "Місячна програма занять" },
  "print.prepared": { pl: "Przygotował(a)", en: "Prepared by", uk: "Підготував(-ла)" },
  "print.approved": { pl: "Zatwierdził(a)", en: "Approved by", uk: "Затвердив(-ла)" },
  "print.notApproved": { pl: "projekt, niezatwierdzony", en: "draft, not approved", uk: "проєкт, не затверджено" },
  "print.hours": {
    pl: "Planowane godziny uczestników",
    en: "Planned hours of participants",
    uk: "Заплановані години учасників",
  },
  "print.no": { pl: "Lp.", en: "No.", uk: "№" },
  "print.leftOut": {
    pl: plural({
      one: "Wydruk nie obejmuje {count} osoby.",
      few: "Wydruk nie obejmuje {count} osób.",
      many: "Wydruk nie obejmuje {count} osób.",
      other: "Wydruk nie obejmuje {count} osoby.",
    }),
    en: plural({
      one: "{count} person is left out of this paper.",
      other: "{count} people are left out of this paper.",
    }),
    uk: plural({
      one: "У цьому документі немає {count} особи.",
      few: "У цьому документі немає {count} осіб.",
      many: "У цьому документі немає {count} осіб.",
      other: "У цьому документі немає {count} особи.",
    }),
  },
  hoursPrint: { pl: "Wydruk godzin do podpisu", en: "Print of the hours to sign", uk: "Друк годин на підпис" },
  "print.free": { pl: "Dni bez zajęć", en: "Days without classes", uk: "Дні без занять" },
  "print.manager": { pl: "Kierownik centrum", en: "Manager of the centre", uk: "Керівник центру" },

  home: { pl: "Program zajęć: {month}", en: "Class programme: {month}", uk: "Програма занять: {month}" },
  open: { pl: "Otwórz", en: "Open", uk: "Відкрити" },

  "field.required": { pl: "Podaj powód.", en: "Give the reason.", uk: "Вкажіть причину." },
  "class-programme.not_found": {
    pl: "Nie ma takiego programu zajęć w Twoich jednostkach.",
    en: "There is no such class programme in your units.",
    uk: "У ваших підрозділах немає такої програми занять.",
  },
  "class-programme.month_over": {
    pl: "Ten miesiąc już minął: nie można przygotować jego programu.",
    en: "This month is over: its programme cannot be prepared.",
    uk: "Цей місяць минув: його програму не можна підготувати.",
  },
  "class-programme.no_classes": {
    pl: "W kalendarzu nie ma zajęć na ten miesiąc.",
    en: "The calendar has no classes in this month.",
    uk: "У календарі немає занять на цей місяць.",
  },
  "class-programme.unchanged": {
    pl: "Nic się nie zmieniło od ostatniego wydania.",
    en: "Nothing has changed since the last edition.",
    uk: "Від останнього видання нічого не змінилося.",
  },
  "class-programme.reason_missing": {
    pl: "Nowe wydanie potrzebuje powodu.",
    en: "A new edition needs its reason.",
    uk: "Нове видання потребує причини.",
  },
  "class-programme.changed": {
    pl: "Kalendarz albo uczestnicy zmienili się. Odśwież i przygotuj program jeszcze raz.",
    en: "The calendar or the participants have changed. Read it again and prepare the programme anew.",
    uk: "Календар або учасники змінилися. Оновіть і підготуйте програму ще раз.",
  },
  "class-programme.replaced": {
    pl: "Jest już nowsze wydanie.",
    en: "There is a newer edition.",
    uk: "Є новіше видання.",
  },
  "class-programme.decided": {
    pl: "O tym wydaniu już zdecydowano.",
    en: "This edition was decided already.",
    uk: "Про це видання вже вирішено.",
  },
  "class-programme.over_limit": {
    pl: "Ktoś ma więcej godzin, niż pozwala ustawa. Takiego programu nie można zatwierdzić.",
    en: "Somebody has more hours than the act allows. Such a programme cannot be approved.",
    uk: "Хтось має більше годин, ніж дозволяє закон. Таку програму не можна затвердити.",
  },
  "class-programme.hours_unexplained": {
    pl: "Podaj powód przy każdym, kto ma za mało godzin.",
    en: "Give the reason for everybody who has too few hours.",
    uk: "Вкажіть причину для кожного, хто має замало годин.",
  },
  "class-programme.not_intact": {
    pl: "Zapis tego wydania nie zgadza się ze skrótem. Zgłoś to administratorowi.",
    en: "What was kept of this edition does not fit its hash. Tell the administrator.",
    uk: "Запис цього видання не відповідає хешу. Повідомте адміністратора.",
  },
});
