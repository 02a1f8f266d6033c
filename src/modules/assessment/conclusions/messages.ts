import { defineMessages } from "../../../platform/messages.ts";

/** Words of the paper alone; `plain.` those of the version in plain language. */
export const conclusionMessages = defineMessages({
  title: { pl: "Wnioski z diagnozy", en: "Conclusions of the assessment", uk: "Висновки діагнозу" },
  "plain.title": { pl: "Co mówią specjaliści", en: "What the specialists say", uk: "Що кажуть фахівці" },
  "plain.lead": {
    pl: "Rozmawiali z Tobą specjaliści. Tu jest to, co z tych rozmów wynika. Poproś o przeczytanie na głos, jeśli chcesz.",
    en: "Specialists talked with you. This is what follows from those talks. Ask for it to be read aloud if you like.",
    uk: "З вами розмовляли фахівці. Тут те, що випливає з цих розмов. Попросіть прочитати вголос, якщо хочете.",
  },
  facts: { pl: "Kogo dotyczy", en: "Whom it is about", uk: "Кого стосується" },
  "plain.facts": { pl: "O kim jest ta kartka", en: "Who this paper is about", uk: "Про кого цей аркуш" },
  person: { pl: "Osoba", en: "Person", uk: "Особа" },
  opened: { pl: "Sprawa od", en: "Case since", uk: "Справа від" },
  stage: { pl: "Etap", en: "Stage", uk: "Етап" },
  doneBy: { pl: "Opracował(a)", en: "Done by", uk: "Опрацював(-ла)" },
  givenOn: { pl: "Data rekomendacji", en: "Recommendation given on", uk: "Дата рекомендації" },
  recommendation: { pl: "Rekomendacja", en: "Recommendation", uk: "Рекомендація" },
  conditions: { pl: "Warunki", en: "Conditions", uk: "Умови" },
  "plain.conditions": { pl: "Co trzeba zrobić", en: "What has to be done", uk: "Що треба зробити" },
  "condition.met": { pl: "spełniony", en: "met", uk: "виконано" },
  "condition.open": { pl: "jeszcze niespełniony", en: "not met yet", uk: "ще не виконано" },
  "plain.condition.met": { pl: "zrobione", en: "done", uk: "зроблено" },
  "plain.condition.open": { pl: "jeszcze do zrobienia", en: "still to be done", uk: "ще треба зробити" },
  "verdict.POSITIVE": { pl: "pozytywna", en: "positive", uk: "позитивна" },
  "verdict.CONDITIONAL": { pl: "pozytywna pod warunkiem", en: "positive on conditions", uk: "позитивна за умови" },
  "verdict.NEGATIVE": { pl: "negatywna", en: "negative", uk: "негативна" },
  "plain.verdict.POSITIVE": { pl: "Mówi: tak.", en: "Says: yes.", uk: "Каже: так." },
  "plain.verdict.CONDITIONAL": {
    pl: "Mówi: tak, ale najpierw trzeba coś zrobić.",
    en: "Says: yes, but something has to be done first.",
    uk: "Каже: так, але спочатку треба щось зробити.",
  },
  "plain.verdict.NEGATIVE": { pl: "Mówi: na razie nie.", en: "Says: not for now.", uk: "Каже: поки що ні." },
  notGiven: {
    pl: "Tej rekomendacji jeszcze nie wydano.",
    en: "This recommendation has not been given yet.",
    uk: "Цю рекомендацію ще не видано.",
  },
  "plain.notGiven": {
    pl: "Ta rozmowa jeszcze się nie skończyła.",
    en: "These talks are not finished yet.",
    uk: "Ця розмова ще не закінчилася.",
  },
  hidden: {
    pl: "Tych wniosków nie czyta osoba, która zrobiła wydruk.",
    en: "Whoever made this print does not read these conclusions.",
    uk: "Особа, яка зробила друк, не читає цих висновків.",
  },
  "plain.hidden": {
    pl: "O tym powie Ci osoba, która prowadzi Twoją sprawę.",
    en: "Whoever leads your case will tell you about this.",
    uk: "Про це вам скаже особа, яка веде вашу справу.",
  },
  gate: { pl: "Przejście do etapu zaawansowanego", en: "The advanced stage", uk: "Перехід до поглибленого етапу" },
  "plain.gate": { pl: "Czy możesz iść dalej?", en: "May you go on?", uk: "Чи можете йти далі?" },
  "plain.gate.RECOMMENDED": {
    pl: "Tak. Możesz przejść do następnego etapu. Razem ułożymy plan.",
    en: "Yes. You may go on to the next stage. We will make a plan together.",
    uk: "Так. Ви можете перейти до наступного етапу. Разом складемо план.",
  },
  "plain.gate.WAITING": {
    pl: "Jeszcze nie. Czegoś brakuje:",
    en: "Not yet. Something is missing:",
    uk: "Ще ні. Чогось бракує:",
  },
  "plain.gate.NOT_RECOMMENDED": {
    pl: "Na razie nie. Nadal możesz przychodzić na zajęcia, do klubu i po poradę. Specjaliści mogą porozmawiać z Tobą jeszcze raz.",
    en: "Not for now. You may still come to the workshops, to the club and for advice. The specialists may talk with you again.",
    uk: "Поки що ні. Ви й далі можете приходити на заняття, до клубу та по пораду. Фахівці можуть поговорити з вами ще раз.",
  },
  decided: {
    pl: "Ostatnia decyzja: {verdict}; {by}",
    en: "Last decision: {verdict}; {by}",
    uk: "Останнє рішення: {verdict}; {by}",
  },
  "plain.view": { pl: "Twoje zdanie", en: "Your view", uk: "Ваша думка" },
  "plain.ask": {
    pl: "Możesz zapytać o każde zdanie z tej kartki. Możesz też się nie zgadzać. Powiedz to osobie, która prowadzi Twoją sprawę.",
    en: "You may ask about every sentence of this paper. You may also disagree. Tell whoever leads your case.",
    uk: "Ви можете запитати про кожне речення цього аркуша. Можете також не погоджуватися. Скажіть це особі, яка веде вашу справу.",
  },
  working: {
    pl: "Brzmienie robocze: przepisy nie określają wzoru tego dokumentu. Są tu wnioski i rekomendacje przeznaczone dla zespołu i dla osoby, bez zapisów badań i notatek roboczych, i tylko te, które może czytać osoba robiąca wydruk.",
    en: "Working wording: no act of law gives a template of this paper. It holds the conclusions and recommendations meant for the team and the person, without records of the examination and working notes, and only those that whoever made the print may read.",
    uk: "Робоче формулювання: зразок цього документа правом не встановлено. Тут висновки й рекомендації для команди та особи, без записів обстеження і робочих нотаток, і лише ті, які може читати особа, що робить друк.",
  },
  "plain.working": {
    pl: "Nie ma urzędowego wzoru tej kartki. Notatek z rozmów tu nie ma.",
    en: "There is no official template of this paper. Notes from the talks are not here.",
    uk: "Офіційного зразка цього аркуша немає. Нотаток із розмов тут немає.",
  },
});
