import { defineMessages } from "../../../platform/messages.ts";

/** Words of the annexes for the person, in short sentences. */
export const plainAnnexMessages = defineMessages({
  "title.vocational": {
    pl: "Mój plan dojścia do pracy",
    en: "My plan for getting to work",
    uk: "Мій план, як дійти до праці",
  },
  "title.path": { pl: "Co w sobie wzmacniam", en: "What I make stronger", uk: "Що я в собі зміцнюю" },
  copy: {
    pl: "To jest to samo, co w planie, tylko prostymi słowami. Podpisuje się inną kartkę. Ta jest dla Ciebie.",
    en: "This says the same as the plan, in plain words. Another paper is signed. This one is yours.",
    uk: "Тут те саме, що в плані, тільки простими словами. Підписують інший аркуш. Цей для вас.",
  },
  aloud: {
    pl: "Poproś o przeczytanie na głos, jeśli chcesz.",
    en: "Ask for it to be read aloud if you like.",
    uk: "Попросіть прочитати вголос, якщо хочете.",
  },
  want: { pl: "Do czego dążysz", en: "What you aim at", uk: "До чого ви прагнете" },
  jobs: { pl: "Jaka praca: {jobs}", en: "Which work: {jobs}", uk: "Яка праця: {jobs}" },
  notYet: {
    pl: "Tego jeszcze nie ustaliliśmy.",
    en: "We have not agreed on this yet.",
    uk: "Цього ми ще не узгодили.",
  },
  next: { pl: "Pierwszy krok teraz", en: "The first step now", uk: "Перший крок зараз" },
  mine: { pl: "Co robisz Ty", en: "What you do", uk: "Що робите ви" },
  others: { pl: "W czym pomagają inni", en: "What others help with", uk: "У чому допомагають інші" },
  behind: { pl: "Co masz już za sobą", en: "What is behind you", uk: "Що вже позаду" },
  "step.from": { pl: "Od: {day}", en: "From: {day}", uk: "Від: {day}" },
  "step.until": { pl: "Do: {day}", en: "Until: {day}", uk: "До: {day}" },
  "step.paper": {
    pl: "Dostaniesz dokument: {paper}",
    en: "You get a paper: {paper}",
    uk: "Отримаєте документ: {paper}",
  },
  "step.who": { pl: "Zajmuje się tym: {who}", en: "Taken care of by: {who}", uk: "Цим займається: {who}" },
  meet: { pl: "Kiedy rozmawiamy o planie", en: "When we talk about the plan", uk: "Коли говоримо про план" },
  "meet.later": {
    pl: "Dzień ustalimy razem.",
    en: "We will agree on a day together.",
    uk: "День узгодимо разом.",
  },
  employer: {
    pl: "Co wolno powiedzieć pracodawcy",
    en: "What an employer may be told",
    uk: "Що можна сказати роботодавцю",
  },
  "employer.nothing": {
    pl: "O Twojej sytuacji nikt nic nie mówi bez Twojej zgody.",
    en: "Nobody says anything about your situation unless you agree.",
    uk: "Про вашу ситуацію ніхто нічого не каже без вашої згоди.",
  },
  "employer.agreed": {
    pl: "Zgadzasz się, żeby powiedzieć: {what}",
    en: "You agree that this is said: {what}",
    uk: "Ви погоджуєтеся, щоб сказали: {what}",
  },
  goals: { pl: "Nad czym pracujesz", en: "What you work on", uk: "Над чим ви працюєте" },
  forms: { pl: "Co będziemy robić", en: "What we will do", uk: "Що ми робитимемо" },
  change: { pl: "Co się zmieniło", en: "What has changed", uk: "Що змінилося" },
  scale: {
    pl: "Liczby są od 1 do 5. Więcej znaczy: idzie Ci mocniej.",
    en: "Numbers go from 1 to 5. More means: it goes stronger.",
    uk: "Числа від 1 до 5. Більше означає: вам вдається сильніше.",
  },
  "at.PRE": { pl: "na początku {level}", en: "at the start {level}", uk: "на початку {level}" },
  "at.MID": { pl: "w środku {level}", en: "in the middle {level}", uk: "посередині {level}" },
  "at.POST": { pl: "na końcu {level}", en: "at the end {level}", uk: "наприкінці {level}" },
  "rights.vocational": {
    pl: "Możesz zmienić plan razem z doradcą. Możesz zapytać o każde zdanie.",
    en: "You can change the plan together with the counsellor. You may ask about every sentence.",
    uk: "Ви можете змінити план разом із консультантом. Можете запитати про кожне речення.",
  },
  "rights.path": {
    pl: "Możesz zmienić cele razem z psychologiem. O tym, skąd wzięły się cele, wie psycholog; tutaj tego nie ma.",
    en: "You can change the goals together with the psychologist. Where the goals come from is known to the psychologist; it is not here.",
    uk: "Ви можете змінити цілі разом із психологом. Звідки взялися цілі, знає психолог; тут цього немає.",
  },
});
