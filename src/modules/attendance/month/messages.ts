import { defineMessages, plural } from "../../../platform/messages.ts";

export const registerMonthMessages = defineMessages({
  title: { pl: "Miesiąc dzienników", en: "Month of registers", uk: "Місяць журналів" },
  month: { pl: "Miesiąc", en: "Month", uk: "Місяць" },
  unit: { pl: "Jednostka", en: "Unit", uk: "Підрозділ" },
  state: { pl: "Stan miesiąca", en: "State of the month", uk: "Стан місяця" },
  closed: {
    pl: "Zamknięte dzienniki: {closed} z {sessions}",
    en: "Closed registers: {closed} of {sessions}",
    uk: "Закриті журнали: {closed} із {sessions}",
  },
  none: {
    pl: "W tym miesiącu nie było zajęć",
    en: "There were no classes in this month",
    uk: "Цього місяця не було занять",
  },
  open: { pl: "Do zamknięcia", en: "To be closed", uk: "До закриття" },
  openText: {
    pl: "Miesiąc zamyka się, gdy wszystkie jego dzienniki są zamknięte. Zajęcia, które się nie odbyły, odwołaj w kalendarzu grupy.",
    en: "A month is locked once all its registers are closed. Cancel classes that did not take place in the group's calendar.",
    uk: "Місяць закривають, коли всі його журнали закрито. Заняття, які не відбулися, скасуйте в календарі групи.",
  },
  locked: {
    pl: "Zamknięty: {name}, {at}",
    en: "Locked by {name}, {at}",
    uk: "Закрито: {name}, {at}",
  },
  lockedText: {
    pl: "Nic nowego nie wejdzie do tego miesiąca. Poprawka z powodem trafi do następnej listy wypłat.",
    en: "Nothing new enters this month. A correction with its reason goes to the next pay list.",
    uk: "Нічого нового до цього місяця не потрапить. Виправлення з причиною потрапить до наступного списку виплат.",
  },
  corrected: {
    pl: plural({
      one: "{count} wpis poprawiono po zamknięciu miesiąca.",
      few: "{count} wpisy poprawiono po zamknięciu miesiąca.",
      many: "{count} wpisów poprawiono po zamknięciu miesiąca.",
      other: "{count} wpisu poprawiono po zamknięciu miesiąca.",
    }),
    en: plural({
      one: "{count} mark was corrected after the month was locked.",
      other: "{count} marks were corrected after the month was locked.",
    }),
    uk: plural({
      one: "{count} запис виправлено після закриття місяця.",
      few: "{count} записи виправлено після закриття місяця.",
      many: "{count} записів виправлено після закриття місяця.",
      other: "{count} запису виправлено після закриття місяця.",
    }),
  },
  lock: { pl: "Zamknij miesiąc", en: "Lock the month", uk: "Закрити місяць" },
  lockAsk: {
    pl: "Zamknąć {month}? Od tej chwili z tych dzienników liczy się wypłaty.",
    en: "Lock {month}? From now on, pay is reckoned from these registers.",
    uk: "Закрити {month}? Відтепер за цими журналами рахують виплати.",
  },
  lockDone: { pl: "Miesiąc zamknięty.", en: "Month locked.", uk: "Місяць закрито." },
  unlock: { pl: "Otwórz miesiąc", en: "Open the month", uk: "Відкрити місяць" },
  unlockText: {
    pl: "Listy już zatwierdzone się nie zmienią. Powód zobaczy każdy, kto czyta ślad tej czynności.",
    en: "Lists already approved do not change. The reason is kept with the trace of this act.",
    uk: "Уже затверджені списки не зміняться. Причина збережеться разом зі слідом цієї дії.",
  },
  reason: {
    pl: "Dlaczego miesiąc trzeba otworzyć?",
    en: "Why must the month be opened?",
    uk: "Чому місяць треба відкрити?",
  },
  unlockDone: { pl: "Miesiąc otwarty.", en: "Month opened.", uk: "Місяць відкрито." },

  "register-month.locked": {
    pl: "Ten miesiąc jest już zamknięty.",
    en: "This month is locked already.",
    uk: "Цей місяць уже закрито.",
  },
  "register-month.not_over": {
    pl: "Miesiąc jeszcze trwa. Zamknij go najwcześniej w jego ostatnim dniu.",
    en: "The month is not over. Lock it on its last day at the earliest.",
    uk: "Місяць ще триває. Закрийте його не раніше останнього дня.",
  },
  "register-month.registers_open": {
    pl: "Są jeszcze otwarte dzienniki. Zamknij je albo odwołaj zajęcia, które się nie odbyły.",
    en: "Some registers are open. Close them, or cancel the classes that did not take place.",
    uk: "Є ще відкриті журнали. Закрийте їх або скасуйте заняття, які не відбулися.",
  },
  "register-month.not_locked": {
    pl: "Ten miesiąc jest już otwarty.",
    en: "This month is open already.",
    uk: "Цей місяць уже відкрито.",
  },
  "register-month.not_found": {
    pl: "Nie ma takiego zamknięcia miesiąca.",
    en: "There is no such lock of a month.",
    uk: "Немає такого закриття місяця.",
  },
  "register-month.unit_not_found": {
    pl: "Nie ma takiej jednostki wśród Twoich.",
    en: "There is no such unit among yours.",
    uk: "Немає такого підрозділу серед ваших.",
  },
});
