import { defineMessages } from "../../../platform/messages.ts";

/** Words of one's own calendar in another program. */
export const calendarMessages = defineMessages({
  title: { pl: "Mój kalendarz w innym programie", en: "My calendar elsewhere", uk: "Мій календар в іншій програмі" },
  lead: {
    pl: "Tajny adres, pod którym kalendarz w telefonie albo komputerze czyta Twoje dyżury, umówione rozmowy i zajęcia. Kto zna adres, czyta je bez logowania.",
    en: "A secret address at which the calendar of a phone or computer reads your duties, booked talks and classes. Whoever knows the address reads them without signing in.",
    uk: "Таємна адреса, за якою календар у телефоні чи комп’ютері читає ваші чергування, домовлені розмови та заняття. Хто знає адресу, читає їх без входу.",
  },
  off: { pl: "Wyłączony", en: "Off", uk: "Вимкнено" },
  on: { pl: "Włączony od {time}", en: "On since {time}", uk: "Увімкнено від {time}" },
  read: { pl: "ostatnio czytany {time}", en: "last read {time}", uk: "востаннє читали {time}" },
  unread: { pl: "jeszcze nikt nie czytał", en: "not read yet", uk: "ще ніхто не читав" },
  withNames: { pl: "z nazwiskami osób", en: "with names of persons", uk: "з прізвищами осіб" },
  without: { pl: "bez danych osób", en: "without data of persons", uk: "без даних осіб" },
  what: { pl: "Co ma być w kalendarzu?", en: "What should the calendar hold?", uk: "Що має бути в календарі?" },
  HOURS: {
    pl: "tylko dni, godziny i miejsca",
    en: "days, hours and places only",
    uk: "лише дні, години й місця",
  },
  NAMES: { pl: "także nazwiska osób", en: "names of persons too", uk: "також прізвища осіб" },
  namesMean: {
    pl: "Nazwiska trafią do programu, w którym otworzysz adres, i do firmy, która go prowadzi, np. Google albo Apple. Wyjdą spod ochrony Powrotu. Zapytaj inspektora ochrony danych, czy wolno. Osób z ukrytym miejscem pobytu nie będzie nigdy.",
    en: "The names go to the program in which you open the address and to the company that runs it, such as Google or Apple. They leave the protection of Powrót. Ask the data protection officer whether that is allowed. Persons in hiding are never named.",
    uk: "Прізвища потраплять до програми, у якій ви відкриєте адресу, і до фірми, що її веде, напр. Google чи Apple. Вони вийдуть з-під захисту Powrót. Запитайте інспектора з захисту даних, чи можна. Осіб із прихованим місцем перебування не буде ніколи.",
  },
  make: { pl: "Utwórz adres", en: "Make an address", uk: "Створити адресу" },
  renew: { pl: "Utwórz nowy adres", en: "Make a new address", uk: "Створити нову адресу" },
  renewAsk: {
    pl: "Dawny adres od razu przestanie działać.",
    en: "The old address stops working at once.",
    uk: "Стара адреса відразу перестане працювати.",
  },
  close: { pl: "Wyłącz", en: "Switch off", uk: "Вимкнути" },
  closed: { pl: "Adres kalendarza wyłączony.", en: "Calendar address switched off.", uk: "Адресу календаря вимкнено." },
  made: {
    pl: "Skopiuj adres teraz. Nie pokażemy go drugi raz.",
    en: "Copy the address now. It is not shown again.",
    uk: "Скопіюйте адресу зараз. Удруге ми її не покажемо.",
  },
  madeNext: {
    pl: "W kalendarzu wybierz dodanie kalendarza z adresu (subskrypcję) i wklej adres.",
    en: "In your calendar choose to add a calendar by address (subscribe) and paste it.",
    uk: "У календарі виберіть додавання календаря за адресою (підписку) і вставте адресу.",
  },
  address: { pl: "Adres kalendarza", en: "Calendar address", uk: "Адреса календаря" },
  copy: { pl: "Kopiuj adres", en: "Copy the address", uk: "Копіювати адресу" },
  copied: { pl: "Adres skopiowany.", en: "Address copied.", uk: "Адресу скопійовано." },
  done: { pl: "Gotowe", en: "Done", uk: "Готово" },
  leave: { pl: "Anuluj", en: "Cancel", uk: "Скасувати" },
  "calendar-feed.not_found": {
    pl: "Tego adresu już nie ma. Odśwież stronę.",
    en: "This address is no longer there. Reload the page.",
    uk: "Цієї адреси вже немає. Оновіть сторінку.",
  },
});
