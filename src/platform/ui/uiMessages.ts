import { defineMessages, plural } from "../messages.ts";

/** Words of the kit itself and common sentences for problem codes. Rooms bring their own for their own codes. */
export const uiMessages = defineMessages({
  today: { pl: "dziś", en: "today", uk: "сьогодні" },
  yesterday: { pl: "wczoraj", en: "yesterday", uk: "вчора" },
  tomorrow: { pl: "jutro", en: "tomorrow", uk: "завтра" },
  day: { pl: "Dzień", en: "Day", uk: "День" },
  month: { pl: "Miesiąc", en: "Month", uk: "Місяць" },
  year: { pl: "Rok", en: "Year", uk: "Рік" },
  hour: { pl: "Godzina", en: "Hour", uk: "Година" },
  minute: { pl: "Minuta", en: "Minute", uk: "Хвилина" },
  now: { pl: "teraz", en: "now", uk: "зараз" },
  close: { pl: "Zamknij", en: "Close", uk: "Закрити" },
  cancel: { pl: "Anuluj", en: "Cancel", uk: "Скасувати" },
  undo: { pl: "Cofnij", en: "Undo", uk: "Скасувати дію" },
  save: { pl: "Zapisz", en: "Save", uk: "Зберегти" },
  saving: { pl: "Zapisuję…", en: "Saving…", uk: "Зберігаю…" },
  back: { pl: "Wstecz", en: "Back", uk: "Назад" },
  more: { pl: "Więcej", en: "More", uk: "Більше" },
  loading: { pl: "Wczytuję…", en: "Loading…", uk: "Завантажую…" },
  tryAgain: { pl: "Spróbuj ponownie", en: "Try again", uk: "Спробувати ще раз" },
  choose: { pl: "wybierz", en: "choose", uk: "виберіть" },
  required: { pl: "wymagane", en: "required", uk: "обов’язково" },
  fillLater: { pl: "Uzupełnij teraz lub później", en: "Fill in now or later", uk: "Заповніть зараз або пізніше" },
  chooseFile: { pl: "Wybierz plik", en: "Choose a file", uk: "Виберіть файл" },
  removeFile: { pl: "Usuń plik {name}", en: "Remove file {name}", uk: "Видалити файл {name}" },
  zloty: { pl: "zł", en: "PLN", uk: "злотих" },

  "state.online": { pl: "Połączono", en: "Online", uk: "На зв’язку" },
  "state.offline": {
    pl: "Brak sieci. Nic z wpisanych rzeczy nie zginie.",
    en: "No network. Nothing you typed will be lost.",
    uk: "Немає мережі. Нічого з введеного не пропаде.",
  },
  "state.offlineShort": { pl: "Brak sieci", en: "No network", uk: "Немає мережі" },
  "state.waiting": {
    pl: "Zapisane na telefonie: {count}",
    en: "Saved on the phone: {count}",
    uk: "Збережено на телефоні: {count}",
  },
  "state.sentAt": { pl: "Wysłano {time}", en: "Sent {time}", uk: "Надіслано {time}" },

  "errors.title": {
    pl: plural({
      one: "Jedno pole wymaga poprawki",
      few: "{count} pola wymagają poprawki",
      many: "{count} pól wymaga poprawki",
      other: "{count} pola wymaga poprawki",
    }),
    en: plural({ one: "One field needs a correction", other: "{count} fields need a correction" }),
    uk: plural({
      one: "Одне поле потребує виправлення",
      few: "{count} поля потребують виправлення",
      many: "{count} полів потребують виправлення",
      other: "{count} поля потребує виправлення",
    }),
  },
  "errors.kept": {
    pl: "Wszystko, co wpisano, zostało.",
    en: "Everything typed is still here.",
    uk: "Усе введене збережено.",
  },
  "missing.title": { pl: "Do uzupełnienia później", en: "To be completed later", uk: "Доповнити пізніше" },

  "field.invalid": {
    pl: "Ta wartość nie pasuje do pola. Popraw ją.",
    en: "This value does not fit the field. Please correct it.",
    uk: "Це значення не підходить. Виправте його.",
  },
  "field.required": {
    pl: "Bez tego nie można zapisać. Uzupełnij pole.",
    en: "This is needed to save. Fill in the field.",
    uk: "Без цього не можна зберегти. Заповніть поле.",
  },
  "field.too_long": {
    pl: "Tekst jest za długi. Skróć go.",
    en: "The text is too long. Shorten it.",
    uk: "Текст задовгий. Скоротіть його.",
  },
  "field.too_short": {
    pl: "Tekst jest za krótki. Dopisz kilka słów.",
    en: "The text is too short. Add a few words.",
    uk: "Текст закороткий. Додайте кілька слів.",
  },
  "field.too_small": { pl: "Wartość jest za mała.", en: "The value is too small.", uk: "Значення замале." },
  "field.unknown": {
    pl: "Serwer nie zna tego pola. Odśwież stronę.",
    en: "The server does not know this field. Reload the page.",
    uk: "Сервер не знає цього поля. Оновіть сторінку.",
  },
  "field.wrong_type": {
    pl: "Ta wartość nie pasuje do pola. Wpisz ją inaczej.",
    en: "This value does not fit the field. Type it in another way.",
    uk: "Це значення не підходить. Введіть його інакше.",
  },
  "field.too_large": { pl: "Wartość jest za duża.", en: "The value is too large.", uk: "Значення завелике." },
  "field.not_in_list": {
    pl: "Takiej odpowiedzi nie ma na liście. Wybierz jedną z podanych.",
    en: "This answer is not on the list. Choose one of those given.",
    uk: "Такої відповіді немає у списку. Виберіть одну з наведених.",
  },
  "field.bad_time": {
    pl: "Nie ma takiej godziny. Wpisz na przykład 18:20.",
    en: "There is no such time. Type for example 18:20.",
    uk: "Такої години немає. Введіть, наприклад, 18:20.",
  },
  "field.bad_date": {
    pl: "Nie ma takiego dnia. Sprawdź dzień, miesiąc i rok.",
    en: "There is no such day. Check day, month and year.",
    uk: "Такого дня немає. Перевірте день, місяць і рік.",
  },

  "problem.network": {
    pl: "Nie ma połączenia z serwerem. Formularz został taki, jak był.",
    en: "There is no connection to the server. The form is as you left it.",
    uk: "Немає зв’язку з сервером. Форма залишилася без змін.",
  },
  "problem.networkNext": {
    pl: "Nie wiadomo, czy zapis dotarł. Wyślij ponownie: nic się nie zapisze podwójnie.",
    en: "It is not known whether it arrived. Send again: nothing is saved twice.",
    uk: "Невідомо, чи запис дійшов. Надішліть ще раз: нічого не збережеться двічі.",
  },
  "problem.networkRead": {
    pl: "Nie udało się wczytać. Sprawdź sieć i spróbuj ponownie.",
    en: "Loading failed. Check the network and try again.",
    uk: "Не вдалося завантажити. Перевірте мережу і спробуйте ще раз.",
  },
  "problem.sendAgain": { pl: "Wyślij ponownie", en: "Send again", uk: "Надіслати ще раз" },
  "problem.invalid": {
    pl: "Serwer nie przyjął tych danych. Sprawdź zaznaczone pola.",
    en: "The server did not accept this. Check the marked fields.",
    uk: "Сервер не прийняв ці дані. Перевірте позначені поля.",
  },
  "problem.forbidden": {
    pl: "Ta czynność należy do innej roli. Poproś opiekuna sprawy albo kierownika.",
    en: "This act belongs to another role. Ask the case leader or the manager.",
    uk: "Ця дія належить іншій ролі. Зверніться до ведучого справи або керівника.",
  },
  "problem.not_found": {
    pl: "Nie ma takiej pozycji albo nie jest dla tej roli.",
    en: "There is no such thing, or it is not for this role.",
    uk: "Такого запису немає або він не для цієї ролі.",
  },
  "problem.conflict": {
    pl: "W tym czasie ktoś zmienił to samo. Obejrzyj obie wersje i zapisz swoją jeszcze raz.",
    en: "Someone changed the same thing meanwhile. Look at both versions and save yours again.",
    uk: "Тим часом хтось змінив те саме. Перегляньте обидві версії і збережіть свою ще раз.",
  },
  "problem.conflictReload": {
    pl: "Wczytaj aktualną wersję",
    en: "Load the current version",
    uk: "Завантажити поточну версію",
  },
  "problem.refused": {
    pl: "Zasada nie pozwala tego zapisać.",
    en: "A rule does not allow this.",
    uk: "Правило не дозволяє це зберегти.",
  },
  "problem.refusedTitle": { pl: "Nie zapisano", en: "Not saved", uk: "Не збережено" },
  "problem.source": { pl: "Podstawa: {source}", en: "Source: {source}", uk: "Підстава: {source}" },
  "problem.throttled": {
    pl: "Za dużo prób naraz. Poczekaj minutę i wyślij ponownie.",
    en: "Too many tries at once. Wait a minute and send again.",
    uk: "Забагато спроб. Зачекайте хвилину і надішліть ще раз.",
  },
  "problem.unavailable": {
    pl: "Serwer chwilowo nie odpowiada. Formularz został. Wyślij ponownie za chwilę.",
    en: "The server is away for a moment. The form is kept. Send again shortly.",
    uk: "Сервер тимчасово не відповідає. Форму збережено. Надішліть ще раз за мить.",
  },
  "problem.unexpected": {
    pl: "Coś poszło nie tak po naszej stronie. Formularz został. Spróbuj ponownie.",
    en: "Something went wrong on our side. The form is kept. Try again.",
    uk: "Щось пішло не так з нашого боку. Форму збережено. Спробуйте ще раз.",
  },
  "problem.signed_out": {
    pl: "Sesja wygasła. Zaloguj się, a to samo zostanie wysłane.",
    en: "The session ended. Sign in and the same thing will be sent.",
    uk: "Сесія завершилася. Увійдіть, і те саме буде надіслано.",
  },

  "table.count": {
    pl: plural({ one: "{count} pozycja", few: "{count} pozycje", many: "{count} pozycji", other: "{count} pozycji" }),
    en: plural({ one: "{count} row", other: "{count} rows" }),
    uk: plural({ one: "{count} позиція", few: "{count} позиції", many: "{count} позицій", other: "{count} позиції" }),
  },
  "table.countOf": { pl: "{shown} z {total}", en: "{shown} of {total}", uk: "{shown} з {total}" },
  "table.sortBy": { pl: "Sortuj według", en: "Sort by", uk: "Сортувати за" },
  "table.keys": {
    pl: "Strzałki wybierają wiersz, Enter otwiera.",
    en: "Arrows choose a row, Enter opens it.",
    uk: "Стрілки вибирають рядок, Enter відкриває.",
  },
  "filters.title": { pl: "Filtry", en: "Filters", uk: "Фільтри" },
  "filters.all": { pl: "wszystkie", en: "all", uk: "усі" },
  "filters.clear": { pl: "Pokaż wszystkie", en: "Show all", uk: "Показати всі" },

  "bar.threshold": { pl: "próg {value}", en: "threshold {value}", uk: "поріг {value}" },
  "bar.of": { pl: "{value} z {total}", en: "{value} of {total}", uk: "{value} з {total}" },
  "bar.reached": { pl: "osiągnięto", en: "reached", uk: "досягнуто" },
  "bar.missing": { pl: "brakuje {count}", en: "{count} missing", uk: "бракує {count}" },
  "bar.asTable": { pl: "Pokaż tabelę", en: "Show the table", uk: "Показати таблицю" },
  "bar.asPicture": { pl: "Pokaż wykres", en: "Show the picture", uk: "Показати графік" },
  "bar.name": { pl: "Nazwa", en: "Name", uk: "Назва" },
  "bar.value": { pl: "Jest", en: "Is", uk: "Є" },
  "bar.total": { pl: "Wszystkich", en: "Of", uk: "Усього" },
  "bar.needed": { pl: "Potrzeba", en: "Needed", uk: "Потрібно" },

  "palette.open": { pl: "Szukaj", en: "Search", uk: "Пошук" },
  "palette.title": {
    pl: "Szukaj osoby, miejsca lub czynności",
    en: "Search a person, a place or an act",
    uk: "Пошук особи, місця або дії",
  },
  "palette.none": {
    pl: "Nic nie pasuje. Spróbuj krótszego kawałka nazwy.",
    en: "Nothing fits. Try a shorter piece of the name.",
    uk: "Нічого не знайдено. Спробуйте коротший фрагмент.",
  },
  "palette.hint": {
    pl: "Strzałki wybierają, Enter otwiera, Esc zamyka.",
    en: "Arrows choose, Enter opens, Esc closes.",
    uk: "Стрілки вибирають, Enter відкриває, Esc закриває.",
  },
  "palette.found": {
    pl: plural({ one: "{count} wynik", few: "{count} wyniki", many: "{count} wyników", other: "{count} wyniku" }),
    en: plural({ one: "{count} result", other: "{count} results" }),
    uk: plural({
      one: "{count} результат",
      few: "{count} результати",
      many: "{count} результатів",
      other: "{count} результату",
    }),
  },

  quickExit: { pl: "Szybkie wyjście", en: "Quick exit", uk: "Швидкий вихід" },
  language: { pl: "Język", en: "Language", uk: "Мова" },
  theme: { pl: "Wygląd", en: "Appearance", uk: "Вигляд" },
  "theme.auto": { pl: "Jak w systemie", en: "As the system", uk: "Як у системі" },
  "theme.light": { pl: "Jasny", en: "Light", uk: "Світлий" },
  "theme.dark": { pl: "Ciemny", en: "Dark", uk: "Темний" },
  notices: { pl: "Powiadomienia", en: "Notices", uk: "Сповіщення" },
  "relative.daysAgo": {
    pl: plural({
      one: "{count} dzień temu",
      few: "{count} dni temu",
      many: "{count} dni temu",
      other: "{count} dnia temu",
    }),
    en: plural({ one: "{count} day ago", other: "{count} days ago" }),
    uk: plural({
      one: "{count} день тому",
      few: "{count} дні тому",
      many: "{count} днів тому",
      other: "{count} дня тому",
    }),
  },
  "relative.inDays": {
    pl: plural({ one: "za {count} dzień", few: "za {count} dni", many: "za {count} dni", other: "za {count} dnia" }),
    en: plural({ one: "in {count} day", other: "in {count} days" }),
    uk: plural({ one: "за {count} день", few: "за {count} дні", many: "за {count} днів", other: "за {count} дня" }),
  },
});
