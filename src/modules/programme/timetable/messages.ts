import { defineMessages, plural } from "../../../platform/messages.ts";

export const timetableMessages = defineMessages({
  "plan.title": { pl: "Układanie zajęć", en: "Planning classes", uk: "Планування занять" },
  "tab.plan": { pl: "Ułóż", en: "Plan", uk: "Скласти" },
  "tab.order": { pl: "Spotkania i moduły", en: "Meetings and modules", uk: "Зустрічі й модулі" },

  "order.meetings": {
    pl: "Kiedy spotyka się grupa?",
    en: "When does the group meet?",
    uk: "Коли зустрічається група?",
  },
  "order.modules": {
    pl: "Kto prowadzi moduły i gdzie?",
    en: "Who leads the modules, and where?",
    uk: "Хто веде модулі та де?",
  },
  "order.modulesHint": {
    pl: "Bez prowadzących moduł prowadzi grupa sama. Bez sal zajęcia odbywają się poza salą.",
    en: "Without leaders the group leads a module itself. Without rooms a class is held outside.",
    uk: "Без ведучих модуль веде сама група. Без залів заняття проводять поза залою.",
  },
  "order.save": { pl: "Zapisz spotkania i moduły", en: "Save meetings and modules", uk: "Зберегти зустрічі й модулі" },
  "order.saved": {
    pl: "Zapisane. Teraz można ułożyć zajęcia.",
    en: "Saved. Now classes can be planned.",
    uk: "Збережено. Тепер можна складати заняття.",
  },
  "order.least": { pl: "Najkrócej", en: "At least", uk: "Щонайменше" },
  "order.usual": { pl: "Zwykle", en: "Usually", uk: "Зазвичай" },
  "order.most": { pl: "Najdłużej", en: "At most", uk: "Щонайбільше" },
  "order.minutes": { pl: "min", en: "min", uk: "хв" },
  "order.leaders": { pl: "Kto może prowadzić", en: "Who may lead", uk: "Хто може вести" },
  "order.rooms": { pl: "W których salach", en: "In which rooms", uk: "У яких залах" },
  "order.noRooms": {
    pl: "W jednostce nie ma jeszcze sal.",
    en: "The unit has no rooms yet.",
    uk: "У підрозділі ще немає залів.",
  },
  "order.addRooms": { pl: "Dodaj sale", en: "Add rooms", uk: "Додати зали" },
  "order.weekdays": { pl: "Najlepiej w te dni", en: "Best on these days", uk: "Найкраще в ці дні" },
  "order.seasonFrom": { pl: "Tylko od", en: "Only from", uk: "Лише від" },
  "order.seasonTo": { pl: "Tylko do", en: "Only until", uk: "Лише до" },
  "order.summary": {
    pl: "{hours} godz. · zajęcia po {usual} min · prowadzący: {leaders} · sale: {rooms}",
    en: "{hours} h · classes of {usual} min · leaders: {leaders} · rooms: {rooms}",
    uk: "{hours} год · заняття по {usual} хв · ведучих: {leaders} · залів: {rooms}",
  },
  "timetable.lengths_out_of_order": {
    pl: "Najkrócej, zwykle, najdłużej: liczby mają rosnąć.",
    en: "Least, usual, most: the numbers should grow.",
    uk: "Щонайменше, зазвичай, щонайбільше: числа мають зростати.",
  },
  "order.seasonHalf": {
    pl: "Podaj oba dni albo żadnego.",
    en: "Give both days or neither.",
    uk: "Вкажіть обидва дні або жодного.",
  },

  "propose.groups": {
    pl: "Które grupy ułożyć razem?",
    en: "Which groups to plan together?",
    uk: "Які групи планувати разом?",
  },
  "propose.from": { pl: "Od którego dnia", en: "From which day", uk: "Від якого дня" },
  "propose.keepMoved": {
    pl: "Zajęcia przeniesione ręcznie zostają na miejscu",
    en: "Classes moved by hand stay where they are",
    uk: "Перенесені вручну заняття лишаються на місці",
  },
  "propose.optional": { pl: "Zajęcia na życzenie", en: "Classes on request", uk: "Заняття за бажанням" },
  "propose.stays": {
    pl: "Co odbyte, zapisane w dzienniku albo dodane ręcznie, zostaje. Nic się nie zmieni, zanim tego nie przyjmiesz.",
    en: "What was held, has a register or was added by hand stays. Nothing changes before you accept it.",
    uk: "Що відбулося, записано в журналі або додано вручну, лишається. Нічого не зміниться, доки ви цього не приймете.",
  },
  "propose.submit": { pl: "Ułóż zajęcia", en: "Plan classes", uk: "Скласти заняття" },
  "propose.again": { pl: "Ułóż jeszcze raz", en: "Plan again", uk: "Скласти ще раз" },
  "propose.busy": {
    pl: "Szukam miejsca dla zajęć. To może potrwać do minuty.",
    en: "Looking for places. This may take up to a minute.",
    uk: "Шукаю місце для занять. Це може тривати до хвилини.",
  },
  "propose.noMeetings": {
    pl: "Najpierw zapisz, kiedy grupa się spotyka i kto prowadzi moduły.",
    en: "First save when the group meets and who leads the modules.",
    uk: "Спочатку збережіть, коли група зустрічається і хто веде модулі.",
  },
  "timetable.meetings_missing": {
    pl: "Nie wiadomo, kiedy grupa się spotyka. Zapisz najpierw jej spotkania.",
    en: "It is not known when the group meets. Save its meetings first.",
    uk: "Невідомо, коли група зустрічається. Спочатку збережіть її зустрічі.",
  },
  "timetable.nothing_to_plan": {
    pl: "Wszystkie godziny modułów są już odbyte albo stoją w kalendarzu.",
    en: "All hours of the modules are held or stand in the calendar already.",
    uk: "Усі години модулів уже проведено або вони є в календарі.",
  },
  "timetable.too_long": {
    pl: "Szukanie trwało za długo. Ułóż mniej grup naraz.",
    en: "The search took too long. Plan fewer groups at once.",
    uk: "Пошук тривав задовго. Плануйте менше груп одночасно.",
  },
  "timetable.outdated": {
    pl: "Od ułożenia coś się zmieniło: kalendarz, sala albo czyjaś dostępność. Ułóż jeszcze raz.",
    en: "Something has changed since: the calendar, a room or somebody's hours. Plan again.",
    uk: "Відтоді щось змінилося: календар, зала або чиясь доступність. Складіть ще раз.",
  },
  "timetable.not_found": {
    pl: "Tej propozycji już nie ma: została przyjęta albo zastąpiona nową.",
    en: "This proposal is gone: it was accepted or replaced.",
    uk: "Цієї пропозиції вже немає: її прийнято або замінено новою.",
  },

  "preview.title": { pl: "Propozycja", en: "Proposal", uk: "Пропозиція" },
  "preview.sum": {
    pl: "{hours} godz. zajęć od {from}. Bez zmian: {stays}, nowe: {comes}, przeniesione: {moved}, znikają: {goes}.",
    en: "{hours} h of classes from {from}. Unchanged: {stays}, new: {comes}, moved: {moved}, gone: {goes}.",
    uk: "{hours} год занять від {from}. Без змін: {stays}, нові: {comes}, перенесені: {moved}, зникають: {goes}.",
  },
  "preview.kept": {
    pl: plural({
      one: "{count} zajęcia stoją przy swoim: mają dziennik, są przeniesione albo dodane ręcznie.",
      few: "{count} zajęcia stoją przy swoim: mają dziennik, są przeniesione albo dodane ręcznie.",
      many: "{count} zajęć stoi przy swoim: mają dziennik, są przeniesione albo dodane ręcznie.",
      other: "{count} zajęć stoi przy swoim: mają dziennik, są przeniesione albo dodane ręcznie.",
    }),
    en: plural({
      one: "{count} class stays: it has a register, was moved or added by hand.",
      other: "{count} classes stay: they have a register, were moved or added by hand.",
    }),
    uk: plural({
      one: "{count} заняття лишається: має журнал, перенесене або додане вручну.",
      few: "{count} заняття лишаються: мають журнал, перенесені або додані вручну.",
      many: "{count} занять лишається: мають журнал, перенесені або додані вручну.",
      other: "{count} занять лишається: мають журнал, перенесені або додані вручну.",
    }),
  },
  "preview.all": {
    pl: "Wszystkie godziny znalazły miejsce.",
    en: "All hours found a place.",
    uk: "Усі години знайшли місце.",
  },
  "preview.stopped": {
    pl: "Przeszukano tyle możliwości, ile przewidziano. Najtrudniejszy tydzień mógłby być lepszy o najwyżej {percent} proc. Plan nie łamie żadnej zasady.",
    en: "As many possibilities were tried as are foreseen. The hardest week could be better by at most {percent} per cent. The plan breaks no rule.",
    uk: "Перевірено стільки можливостей, скільки передбачено. Найважчий тиждень міг би бути кращим щонайбільше на {percent} відс. План не порушує жодного правила.",
  },
  "preview.missing": {
    pl: "Nie ma miejsca na {hours} godz.",
    en: "No place for {hours} h",
    uk: "Немає місця на {hours} год",
  },
  "missing.line": {
    pl: "{group}, {module}: {hours} godz.",
    en: "{group}, {module}: {hours} h",
    uk: "{group}, {module}: {hours} год",
  },
  "missing.way": {
    pl: "Zmieści się {hours} godz., jeśli {gives}.",
    en: "{hours} h would fit if {gives}.",
    uk: "Вміститься {hours} год, якщо {gives}.",
  },
  "missing.none": {
    pl: "Nie pomoże jedna ani dwie zmiany: zmniejsz plan modułu albo wydłuż program.",
    en: "No one or two changes help: plan less of the module or make the programme longer.",
    uk: "Не допоможе одна чи дві зміни: зменште план модуля або продовжте програму.",
  },
  and: { pl: " i ", en: " and ", uk: " і " },
  "give.LEADER": { pl: "{name} będzie mieć więcej czasu", en: "{name} has more time", uk: "{name} матиме більше часу" },
  "give.EVERY_LEADER": {
    pl: "wszyscy prowadzący będą mieć więcej czasu",
    en: "all leaders have more time",
    uk: "усі ведучі матимуть більше часу",
  },
  "give.ROOMS": { pl: "znajdzie się jeszcze jedna sala", en: "there is one more room", uk: "знайдеться ще одна зала" },
  "give.MEETINGS": {
    pl: "grupa będzie się spotykać dłużej albo częściej",
    en: "the group meets longer or more often",
    uk: "група зустрічатиметься довше або частіше",
  },
  "give.RHYTHM": {
    pl: "moduł może odbywać się częściej",
    en: "the module may be held more often",
    uk: "модуль може відбуватися частіше",
  },
  "give.CLOSURES": {
    pl: "zajęcia odbędą się też w dni wolne jednostki",
    en: "classes are held on closed days too",
    uk: "заняття будуть і в неробочі дні підрозділу",
  },
  "preview.lost": {
    pl: plural({
      one: "{count} spotkanie przepada",
      few: "{count} spotkania przepadają",
      many: "{count} spotkań przepada",
      other: "{count} spotkań przepada",
    }),
    en: plural({ one: "{count} meeting is lost", other: "{count} meetings are lost" }),
    uk: plural({
      one: "{count} зустріч випадає",
      few: "{count} зустрічі випадають",
      many: "{count} зустрічей випадає",
      other: "{count} зустрічей випадає",
    }),
  },
  "change.comes": { pl: "dochodzi", en: "new", uk: "додається" },
  "change.goes": { pl: "znika", en: "gone", uk: "зникає" },
  "change.moved": { pl: "przenosi się", en: "moves", uk: "переноситься" },
  "change.what": { pl: "Zmiana", en: "Change", uk: "Зміна" },
  "change.when": { pl: "Kiedy", en: "When", uk: "Коли" },
  "change.was": { pl: "było: {when}", en: "was: {when}", uk: "було: {when}" },
  "change.where": { pl: "Sala", en: "Room", uk: "Зала" },
  "change.list": { pl: "Zmiany w kalendarzu", en: "Changes of the calendar", uk: "Зміни в календарі" },
  "change.none": {
    pl: "Kalendarz zostaje, jaki jest",
    en: "The calendar stays as it is",
    uk: "Календар лишається, який є",
  },
  "accept.submit": {
    pl: "Przyjmij i zapisz w kalendarzu",
    en: "Accept and write to the calendar",
    uk: "Прийняти й записати в календар",
  },
  "accept.done": { pl: "Kalendarz zapisany.", en: "Calendar written.", uk: "Календар записано." },
});
