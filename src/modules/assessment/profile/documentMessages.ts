import { defineMessages } from "../../../platform/messages.ts";

/** Words of the paper alone; `plain.` those of the version in plain language. */
export const profileDocumentMessages = defineMessages({
  facts: { pl: "Kogo dotyczy", en: "Whom it is about", uk: "Кого стосується" },
  "plain.facts": { pl: "O kim jest ta kartka", en: "Who this paper is about", uk: "Про кого цей аркуш" },
  person: { pl: "Osoba", en: "Person", uk: "Особа" },
  writtenBy: { pl: "Spisane przez", en: "Written by", uk: "Записано" },
  "plain.title": { pl: "Moje życie i moje zdanie", en: "My life and my view", uk: "Моє життя і моя думка" },
  "plain.lead": {
    pl: "To jest Twój profil. Zapisaliśmy w nim, co mówisz o swoim życiu. Na jego podstawie ułożymy plan. Możesz coś dodać, zmienić albo się nie zgodzić. Poproś o przeczytanie na głos, jeśli chcesz.",
    en: "This is your profile. It holds what you say about your life. The plan will be made from it. You may add something, change it, or not agree. Ask for it to be read aloud if you like.",
    uk: "Це ваш профіль. У ньому записано, що ви кажете про своє життя. На його основі складемо план. Ви можете щось додати, змінити або не погодитися. Попросіть прочитати вголос, якщо хочете.",
  },
  "plain.line": { pl: "Co się działo po kolei", en: "What happened, in order", uk: "Що відбувалося по черзі" },
  "plain.socialExperience": { pl: "Rodzina i ludzie", en: "Family and people", uk: "Родина і люди" },
  "plain.workExperience": { pl: "Praca", en: "Work", uk: "Робота" },
  "plain.SUPPORT": {
    pl: "Jaka pomoc już była i co dała",
    en: "Which help there was, and what came of it",
    uk: "Яка допомога вже була і що дала",
  },
  "plain.resources": {
    pl: "Co umiesz i co Ci pomaga",
    en: "What you can do and what helps you",
    uk: "Що ви вмієте і що вам допомагає",
  },
  "plain.interests": { pl: "Co lubisz", en: "What you like", uk: "Що ви любите" },
  "plain.BARRIER": { pl: "Co przeszkadza", en: "What is in the way", uk: "Що заважає" },
  "plain.WISH": { pl: "Czego chcesz", en: "What you want", uk: "Чого ви хочете" },
  "plain.personView": { pl: "Twoje zdanie", en: "Your view", uk: "Ваша думка" },
  "plain.summaryForPlans": {
    pl: "Co z tego wynika dla planu",
    en: "What follows for the plan",
    uk: "Що з цього випливає для плану",
  },
  acceptance: { pl: "Odpowiedź osoby", en: "The person's answer", uk: "Відповідь особи" },
  "plain.acceptance": { pl: "Czy się zgadzasz?", en: "Do you agree?", uk: "Чи ви погоджуєтеся?" },
  "acceptance.text": {
    pl: "Znam treść tego profilu i zgadzam się, aby na jego podstawie powstał program.",
    en: "I know what this profile says and agree that the programme is made from it.",
    uk: "Я знаю зміст цього профілю та погоджуюся, щоб на його основі склали програму.",
  },
  "plain.acceptance.text": {
    pl: "Podpisz, jeśli to, co tu jest napisane, jest prawdą i zgadzasz się na plan z tego. Nie musisz podpisywać. Jeśli się nie zgadzasz, powiedz to – zapiszemy.",
    en: "Sign if what is written here is true and you agree to a plan made from it. You need not sign. If you do not agree, say so and we will write it down.",
    uk: "Підпишіть, якщо те, що тут написано, правда і ви погоджуєтеся на план із цього. Підписувати не обов’язково. Якщо не погоджуєтеся, скажіть — ми запишемо.",
  },
  working: {
    pl: "Brzmienie robocze: przepisy nie określają wzoru tego dokumentu. Wydruk zawiera tylko to, co może czytać osoba, która go zrobiła.",
    en: "Working wording: no act of law gives a template of this paper. The print holds only what the person who made it may read.",
    uk: "Робоче формулювання: зразок цього документа правом не встановлено. Друк містить лише те, що може читати особа, яка його зробила.",
  },
  "plain.working": {
    pl: "Nie ma urzędowego wzoru tej kartki.",
    en: "There is no official template of this paper.",
    uk: "Офіційного зразка цього аркуша немає.",
  },
  "signature.worker": { pl: "Pracownik", en: "Worker", uk: "Працівник" },
  "signature.PERSON": { pl: "Osoba", en: "Person", uk: "Особа" },
  "signature.GUARDIAN": { pl: "Opiekun", en: "Guardian", uk: "Опікун" },
  "signature.CURATOR": { pl: "Kurator", en: "Curator", uk: "Куратор" },
  "signature.PARENT_OR_GUARDIAN": { pl: "Rodzic lub opiekun", en: "Parent or guardian", uk: "Батько, мати або опікун" },
  "signature.TEMPORARY_ADVISER": { pl: "Doradca tymczasowy", en: "Temporary adviser", uk: "Тимчасовий радник" },
  "profile.closed_entries": {
    pl: "Część wpisów jest dla Ciebie zamknięta. Do podpisu drukuje profil osoba, która widzi go w całości.",
    en: "Some entries are closed to you. Whoever sees all of the profile prints it for signing.",
    uk: "Частина записів для вас закрита. Для підпису профіль друкує той, хто бачить його повністю.",
  },
});
