import { defineMessages, plural } from "../../platform/messages.ts";

/** Words to the participant themselves: short sentences, no office language. */
export const participantMessages = defineMessages({
  title: { pl: "Co dalej, {name}", en: "What next, {name}", uk: "Що далі, {name}" },
  lead: {
    pl: "To jest Twoja strona. Widzisz tu to, co dotyczy Ciebie.",
    en: "This is your page. You see here what is about you.",
    uk: "Це твоя сторінка. Тут те, що стосується тебе.",
  },
  print: { pl: "Wydrukuj", en: "Print", uk: "Надрукувати" },

  "plan.title": { pl: "Twój plan", en: "Your plan", uk: "Твій план" },
  "plan.none": {
    pl: "Nie ma jeszcze planu. Ułożycie go razem z pracownikiem socjalnym.",
    en: "There is no plan yet. You will make it together with your social worker.",
    uk: "Плану ще немає. Ви складете його разом із соціальним працівником.",
  },
  "plan.mine": { pl: "Ty robisz", en: "You do", uk: "Ти робиш" },
  "plan.others": { pl: "Inni robią dla Ciebie", en: "Others do for you", uk: "Інші роблять для тебе" },
  "plan.goals": { pl: "Dokąd idziesz", en: "Where you are going", uk: "Куди йдеш" },
  "plan.review": {
    pl: "Następna rozmowa o planie: {day}",
    en: "Next talk about the plan: {day}",
    uk: "Наступна розмова про план: {day}",
  },
  byLate: {
    pl: "miało być do {day}, jeszcze czeka",
    en: "was to be done by {day}, still waits",
    uk: "мало бути до {day}, ще чекає",
  },
  by: { pl: "do {day}", en: "by {day}", uk: "до {day}" },
  done: { pl: "zrobione", en: "done", uk: "зроблено" },

  "contract.title": {
    pl: "Kontrakt: kto co obiecał",
    en: "Contract: who promised what",
    uk: "Контракт: хто що обіцяв",
  },
  "contract.none": { pl: "Nie masz kontraktu.", en: "You have no contract.", uk: "У тебе немає контракту." },
  "contract.no": { pl: "Kontrakt {number}", en: "Contract {number}", uk: "Контракт {number}" },
  "contract.draft": {
    pl: "Jeszcze nie podpisany. Możesz coś zmienić: powiedz o tym.",
    en: "Not signed yet. You can change something: say so.",
    uk: "Ще не підписано. Можна щось змінити: скажи про це.",
  },
  "contract.evaluation": {
    pl: "Następne spotkanie o kontrakcie: {day}",
    en: "Next meeting about the contract: {day}",
    uk: "Наступна зустріч про контракт: {day}",
  },
  "side.PERSON": { pl: "Ty", en: "You", uk: "Ти" },
  "side.OPS": { pl: "Ośrodek pomocy", en: "The social centre", uk: "Центр допомоги" },
  "side.SHELTER": { pl: "Schronisko", en: "The shelter", uk: "Притулок" },
  "side.PARTNER": { pl: "Partner", en: "The partner", uk: "Партнер" },
  "side.LEAD": { pl: "Organizacja", en: "The organisation", uk: "Організація" },
  "side.LEAD_ORGANISATION": { pl: "Organizacja", en: "The organisation", uk: "Організація" },

  "attendance.title": { pl: "Twoje zajęcia", en: "Your classes", uk: "Твої заняття" },
  "attendance.none": {
    pl: "Nie chodzisz teraz na zajęcia.",
    en: "You go to no classes now.",
    uk: "Зараз занять немає.",
  },
  "attendance.rate": {
    pl: "obecność na {percent} % zajęć",
    en: "you were at {percent}% of classes",
    uk: "присутність: {percent} %",
  },
  "attendance.notYet": { pl: "zajęcia dopiero się zaczną", en: "classes are yet to begin", uk: "заняття ще почнуться" },

  "readers.title": { pl: "Kto patrzył na Twoje dane", en: "Who looked at your data", uk: "Хто дивився твої дані" },
  "readers.lead": {
    pl: "Ostatni rok. Możesz zapytać każdą z tych osób, po co patrzyła, albo inspektora ochrony danych.",
    en: "The last year. You can ask each of these people why, or the data protection officer.",
    uk: "Останній рік. Можна запитати кожного, навіщо, або інспектора із захисту даних.",
  },
  "readers.none": { pl: "Nikt.", en: "Nobody.", uk: "Ніхто." },
  "readers.times": {
    pl: plural({ one: "{count} raz", few: "{count} razy", many: "{count} razy", other: "{count} razy" }),
    en: plural({ one: "once", other: "{count} times" }),
    uk: plural({ one: "{count} раз", few: "{count} рази", many: "{count} разів", other: "{count} разу" }),
  },
  "readers.all": { pl: "Pokaż wszystko", en: "Show all", uk: "Показати все" },
  "person.not_found": {
    pl: "To konto nie jest połączone z Twoją kartoteką. Powiedz o tym w klubie albo w ośrodku.",
    en: "This account is not tied to your file. Tell them at the club or at the centre.",
    uk: "Цей обліковий запис не пов’язаний із твоєю карткою. Скажи про це в клубі або центрі.",
  },
});
