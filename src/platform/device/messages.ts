import { defineMessages } from "../messages.ts";

/** Why the device does not do something, by the code of a `DeviceProblem` or of `DeviceState.trouble`. */
export const deviceMessages = defineMessages({
  "device.offline": {
    pl: "Brak sieci. Zapisane rzeczy czekają na telefonie i wyślą się same.",
    en: "No network. What you saved waits on the phone and is sent by itself.",
    uk: "Немає мережі. Збережене чекає на телефоні й надішлеться само.",
  },
  "device.unavailable": {
    pl: "Serwer chwilowo nie odpowiada. Spróbuję sam ponownie.",
    en: "The server does not answer just now. It will be tried again by itself.",
    uk: "Сервер зараз не відповідає. Спроба повториться сама.",
  },
  "device.sign_in": {
    pl: "Zaloguj się, żeby pobrać nowe dane. To, co zapisane, nie zginie.",
    en: "Sign in to fetch new data. What you saved is not lost.",
    uk: "Увійдіть, щоб отримати нові дані. Збережене не пропаде.",
  },
  "device.revoked": {
    pl: "Ten telefon odłączono w biurze. Dane na nim są zniszczone, a to, co czekało na wysłanie, trafi do sprawdzenia.",
    en: "The office disconnected this phone. Its data is destroyed; what waited to be sent will be looked through.",
    uk: "Цей телефон від’єднали в офісі. Дані на ньому знищено, а те, що чекало на надсилання, перевірять.",
  },
  "device.revoked_own": {
    pl: "Ten telefon odłączono z Twojego konta. Dane na nim są zniszczone, a to, co czekało na wysłanie, trafi do sprawdzenia.",
    en: "This phone was disconnected from your own account. Its data is destroyed; what waited to be sent will be looked through.",
    uk: "Цей телефон від’єднано з Вашого облікового запису. Дані на ньому знищено, а те, що чекало на надсилання, перевірять.",
  },
  "device.revoked_idle": {
    pl: "Ten telefon odłączył się sam po 30 dniach bez kontaktu. Dane na nim są zniszczone, a to, co czekało na wysłanie, trafi do sprawdzenia.",
    en: "This phone was disconnected by itself after 30 days without contact. Its data is destroyed; what waited to be sent will be looked through.",
    uk: "Цей телефон від’єднався сам після 30 днів без зв’язку. Дані на ньому знищено, а те, що чекало на надсилання, перевірять.",
  },
  "device.revoked_account_ended": {
    pl: "Ten telefon odłączono, bo Twoje konto w organizacji nie działa. Dane na nim są zniszczone, a to, co czekało na wysłanie, trafi do sprawdzenia.",
    en: "This phone was disconnected because your account does not work here any more. Its data is destroyed; what waited to be sent will be looked through.",
    uk: "Цей телефон від’єднано, бо Ваш запис в організації не діє. Дані на ньому знищено, а те, що чекало на надсилання, перевірять.",
  },
  "device.revoked_work_off": {
    pl: "Administrator wyłączył pracę na telefonach w całej organizacji. Dane na tym telefonie są zniszczone, a to, co czekało na wysłanie, trafi do sprawdzenia.",
    en: "The administrator switched off work on phones for the whole organisation. This phone’s data is destroyed; what waited to be sent will be looked through.",
    uk: "Адміністратор вимкнув роботу на телефонах у всій організації. Дані на цьому телефоні знищено, а те, що чекало на надсилання, перевірять.",
  },
  "device.disk_full": {
    pl: "Nie zapisano: na telefonie brak miejsca. Zwolnij miejsce i zapisz jeszcze raz.",
    en: "Not saved: the phone has no space left. Free some and save again.",
    uk: "Не збережено: на телефоні немає місця. Звільніть місце і збережіть ще раз.",
  },
  "device.too_large": {
    pl: "Nie zapisano: to za dużo tekstu naraz. Podziel na dwa zapisy.",
    en: "Not saved: this is too much text at once. Split it in two.",
    uk: "Не збережено: забагато тексту одразу. Розділіть на два записи.",
  },
  "device.not_open": {
    pl: "Telefon jest zablokowany. Odblokuj go i spróbuj ponownie.",
    en: "The phone is locked. Unlock it and try again.",
    uk: "Телефон заблоковано. Розблокуйте його і спробуйте ще раз.",
  },
  "device.unknown_entry": {
    pl: "Tego zapisu nie ma już na liście.",
    en: "This entry is not on the list any more.",
    uk: "Цього запису вже немає в списку.",
  },
  "device.outbox_full": {
    pl: "Nie wszystko jest wysłane. Wyślij albo przekaż telefon z zapisami do wysłania.",
    en: "Not everything is sent. Send it, or hand the phone over with what waits.",
    uk: "Не все надіслано. Надішліть або передайте телефон із записами, що чекають.",
  },
  "device.needs_you": {
    pl: "Są zapisy, których nie przyjęto. Popraw je albo odrzuć.",
    en: "Some entries were refused. Mend or discard them first.",
    uk: "Є записи, яких не прийнято. Виправте або відкиньте їх.",
  },
  "device.phrase_short": {
    pl: "Hasło musi mieć co najmniej cztery słowa.",
    en: "The passphrase must have at least four words.",
    uk: "Парольна фраза має містити щонайменше чотири слова.",
  },
  "device.pin_form": {
    pl: "PIN to od 4 do 8 cyfr.",
    en: "A PIN is 4 to 8 digits.",
    uk: "PIN – це від 4 до 8 цифр.",
  },
  "device.no_prf": {
    pl: "Ten klucz dostępu nie potrafi chronić danych na telefonie. Wybierz cztery słowa.",
    en: "This passkey cannot protect data on the phone. Choose four words.",
    uk: "Цей ключ доступу не може захистити дані на телефоні. Виберіть чотири слова.",
  },
  "device.worker_lost": {
    pl: "Przeglądarka przerwała pracę w tle. Odblokuj telefon jeszcze raz; zapisane rzeczy są bezpieczne.",
    en: "The browser stopped the work in the background. Unlock again; what you saved is safe.",
    uk: "Браузер зупинив роботу у фоні. Розблокуйте ще раз; збережене в безпеці.",
  },
  "device.evicted": {
    pl: "Przeglądarka usunęła dane z tego telefonu.",
    en: "The browser has removed the data from this phone.",
    uk: "Браузер видалив дані з цього телефону.",
  },
  "device.failed": {
    pl: "Telefon nie mógł tego zrobić. Spróbuj ponownie.",
    en: "The phone could not do this. Try again.",
    uk: "Телефон не зміг цього зробити. Спробуйте ще раз.",
  },
});
