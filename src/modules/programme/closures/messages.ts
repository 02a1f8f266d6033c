import { defineMessages, plural } from "../../../platform/messages.ts";

export const closureMessages = defineMessages({
  "closures.title": { pl: "Dni bez zajęć", en: "Days without classes", uk: "Дні без занять" },
  "closures.lead": {
    pl: "Przerwa dotyczy wszystkich grup jednostki. Święta odpadają same, nie trzeba ich wpisywać.",
    en: "A break holds for all groups of the unit. Public holidays fall out by themselves.",
    uk: "Перерва стосується всіх груп підрозділу. Свята випадають самі, їх не треба вписувати.",
  },
  "closures.empty": { pl: "Nie ma zapisanych przerw", en: "No breaks are recorded", uk: "Перерв не записано" },
  "closures.days": { pl: "Dni", en: "Days", uk: "Дні" },
  "closures.cancelled": { pl: "Odwołane zajęcia", en: "Cancelled classes", uk: "Скасовані заняття" },
  "closure.record": { pl: "Dodaj dni bez zajęć", en: "Add days without classes", uk: "Додати дні без занять" },
  "closure.recorded": { pl: "Dni bez zajęć zapisane.", en: "Days recorded.", uk: "Дні записано." },
  "closure.from": { pl: "Pierwszy dzień", en: "First day", uk: "Перший день" },
  "closure.to": { pl: "Ostatni dzień", en: "Last day", uk: "Останній день" },
  "closure.reason": { pl: "Powód", en: "Reason", uk: "Причина" },
  "closure.reasonHint": {
    pl: "Na przykład: przerwa świąteczna. Bez nazwisk i bez powodów zdrowotnych.",
    en: "For example: a holiday break. No names and no health reasons.",
    uk: "Наприклад: святкова перерва. Без прізвищ і без причин, пов’язаних зі здоров’ям.",
  },
  "preview.cancels": {
    pl: plural({
      one: "Odwołamy {count} zajęcia",
      few: "Odwołamy {count} zajęcia",
      many: "Odwołamy {count} zajęć",
      other: "Odwołamy {count} zajęcia",
    }),
    en: plural({ one: "{count} class will be cancelled", other: "{count} classes will be cancelled" }),
    uk: plural({
      one: "Скасуємо {count} заняття",
      few: "Скасуємо {count} заняття",
      many: "Скасуємо {count} занять",
      other: "Скасуємо {count} заняття",
    }),
  },
  "preview.none": {
    pl: "W te dni nie ma zajęć, które trzeba odwołać.",
    en: "No classes stand on these days.",
    uk: "У ці дні немає занять, які треба скасувати.",
  },
  "preview.kept": {
    pl: plural({
      one: "{count} zajęcia zostają: w ich dzienniku są już wpisy.",
      few: "{count} zajęcia zostają: w ich dziennikach są już wpisy.",
      many: "{count} zajęć zostaje: w ich dziennikach są już wpisy.",
      other: "{count} zajęcia zostają: w ich dziennikach są już wpisy.",
    }),
    en: plural({
      one: "{count} class stays: its register has entries.",
      other: "{count} classes stay: their registers have entries.",
    }),
    uk: plural({
      one: "{count} заняття лишається: у його журналі вже є записи.",
      few: "{count} заняття лишаються: у їхніх журналах уже є записи.",
      many: "{count} занять лишається: у їхніх журналах уже є записи.",
      other: "{count} заняття лишається: у їхніх журналах уже є записи.",
    }),
  },
  "preview.more": {
    pl: plural({
      one: "i jeszcze {count}",
      few: "i jeszcze {count}",
      many: "i jeszcze {count}",
      other: "i jeszcze {count}",
    }),
    en: plural({ one: "and {count} more", other: "and {count} more" }),
    uk: plural({ one: "і ще {count}", few: "і ще {count}", many: "і ще {count}", other: "і ще {count}" }),
  },
  "withdraw.title": { pl: "Otwórz te dni z powrotem", en: "Open these days again", uk: "Відкрити ці дні знову" },
  "withdraw.act": { pl: "Otwórz dni", en: "Open the days", uk: "Відкрити дні" },
  "withdraw.returns": {
    pl: plural({
      one: "{count} zajęcia wrócą na swoje miejsce",
      few: "{count} zajęcia wrócą na swoje miejsce",
      many: "{count} zajęć wróci na swoje miejsce",
      other: "{count} zajęcia wrócą na swoje miejsce",
    }),
    en: plural({ one: "{count} class comes back to its place", other: "{count} classes come back to their place" }),
    uk: plural({
      one: "{count} заняття повернеться на своє місце",
      few: "{count} заняття повернуться на своє місце",
      many: "{count} занять повернеться на своє місце",
      other: "{count} заняття повернеться на своє місце",
    }),
  },
  "withdraw.none": {
    pl: "Żadne zajęcia nie wrócą. Zaplanuj je od nowa albo dodaj ręcznie.",
    en: "No class comes back. Plan them again, or add them by hand.",
    uk: "Жодне заняття не повернеться. Заплануйте їх знову або додайте вручну.",
  },
  "withdraw.stays": {
    pl: plural({
      one: "{count} zajęcia zostaną odwołane",
      few: "{count} zajęcia zostaną odwołane",
      many: "{count} zajęć zostanie odwołanych",
      other: "{count} zajęcia zostaną odwołane",
    }),
    en: plural({ one: "{count} class stays cancelled", other: "{count} classes stay cancelled" }),
    uk: plural({
      one: "{count} заняття лишиться скасованим",
      few: "{count} заняття лишаться скасованими",
      many: "{count} занять лишиться скасованими",
      other: "{count} заняття лишиться скасованим",
    }),
  },
  "withdraw.done": { pl: "Dni są znów otwarte.", en: "The days are open again.", uk: "Дні знову відкриті." },
  "why.GONE_BY": { pl: "już minęły", en: "went by", uk: "вже минуло" },
  "why.CLOSED": {
    pl: "dzień zamyka inna przerwa",
    en: "another break closes the day",
    uk: "день закриває інша перерва",
  },
  "why.TAKEN": {
    pl: "grupa, sala albo osoba prowadząca ma wtedy inne zajęcia",
    en: "the group, the room or the leader has another class then",
    uk: "група, зала або ведучий має тоді інше заняття",
  },
  "why.PLANNED": {
    pl: "te godziny zaplanowano już gdzie indziej",
    en: "these hours are planned elsewhere by now",
    uk: "ці години вже заплановано деінде",
  },
  "closure.ends_before_start": {
    pl: "Koniec przerwy wypada przed początkiem. Popraw daty.",
    en: "The closure ends before it starts. Correct the dates.",
    uk: "Перерва закінчується раніше, ніж починається. Виправте дати.",
  },
  "closure.not_found": {
    pl: "Tych dni już nie ma na liście. Odśwież stronę.",
    en: "These days are no longer on the list. Reload the page.",
    uk: "Цих днів уже немає у списку. Оновіть сторінку.",
  },
});
