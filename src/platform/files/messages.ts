import { defineMessages } from "../messages.ts";

export const fileMessages = defineMessages({
  "file.empty": {
    pl: "Plik jest pusty. Wybierz inny plik.",
    en: "The file is empty. Choose another one.",
    uk: "Файл порожній. Виберіть інший файл.",
  },
  "file.too_large": {
    pl: "Plik jest za duży. Największy rozmiar to {maxMegabytes} MB.",
    en: "The file is too large. The largest size is {maxMegabytes} MB.",
    uk: "Файл завеликий. Найбільший розмір – {maxMegabytes} МБ.",
  },
  "file.enough_today": {
    pl: "To już 1 GB plików w ciągu doby. Dołącz ten plik jutro.",
    en: "That is 1 GB of files within a day. Attach this one tomorrow.",
    uk: "Це вже 1 ГБ файлів за добу. Долучіть цей файл завтра.",
  },
  "file.kind_not_allowed": {
    pl: "Tego rodzaju pliku nie można tu dołączyć. Zapisz go jako PDF, JPEG lub PNG.",
    en: "This kind of file cannot be attached here. Save it as PDF, JPEG or PNG.",
    uk: "Файл такого типу тут не можна долучити. Збережіть його як PDF, JPEG або PNG.",
  },
  "file.broken": {
    pl: "Plik jest uszkodzony. Zapisz go jeszcze raz i dołącz ponownie.",
    en: "The file is damaged. Save it again and attach it once more.",
    uk: "Файл пошкоджено. Збережіть його ще раз і долучіть знову.",
  },
  "file.picture_too_large": {
    pl: "Zdjęcie ma za dużo punktów. Zmniejsz je i dołącz ponownie.",
    en: "The picture has too many pixels. Make it smaller and attach it again.",
    uk: "Зображення має забагато пікселів. Зменште його й долучіть знову.",
  },
  "file.suspicious": {
    pl: "Plik zawiera makra albo ukryte treści i nie został przyjęty. Zapisz go jako PDF.",
    en: "The file holds macros or hidden content and was not taken. Save it as PDF.",
    uk: "Файл містить макроси або прихований вміст і не був прийнятий. Збережіть його як PDF.",
  },
  "file.altered": {
    pl: "Zapisany plik został zmieniony poza programem i nie można go otworzyć. Zgłoś to administratorowi.",
    en: "The stored file was altered outside the product and cannot be opened. Tell the administrator.",
    uk: "Збережений файл змінено поза програмою, його не можна відкрити. Повідомте адміністратора.",
  },
  "file.not_found": {
    pl: "Nie ma takiego pliku.",
    en: "There is no such file.",
    uk: "Такого файлу немає.",
  },
});
