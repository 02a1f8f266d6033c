import { defineMessages } from "../../platform/messages.ts";

/** Words of one's own talks: short sentences, no names of offices. */
export const talkMessages = defineMessages({
  title: { pl: "Umówione rozmowy", en: "Booked talks", uk: "Домовлені розмови" },
  none: { pl: "Nie masz umówionej rozmowy.", en: "You have no talk booked.", uk: "У вас немає домовленої розмови." },
  when: { pl: "{day}, godz. {time}", en: "{day}, {time}", uk: "{day}, год. {time}" },
  cancel: { pl: "Odwołaj", en: "Cancel", uk: "Скасувати" },
  cancelled: { pl: "Rozmowa odwołana.", en: "Talk cancelled.", uk: "Розмову скасовано." },
  book: { pl: "Umów rozmowę", en: "Book a talk", uk: "Домовитися про розмову" },
  noTopic: {
    pl: "Nie pytamy, o czym chcesz rozmawiać.",
    en: "We do not ask what you want to talk about.",
    uk: "Ми не питаємо, про що ви хочете говорити.",
  },
  with: { pl: "Z kim", en: "With whom", uk: "З ким" },
  withHint: {
    pl: "O długach można mówić z prawnikiem albo z pracownikiem socjalnym, o szkole i dzieciach z pedagogiem.",
    en: "Debts: a lawyer or a social worker. School and children: a pedagogue.",
    uk: "Про борги можна говорити з юристом або соціальним працівником, про школу й дітей — з педагогом.",
  },
  hour: { pl: "Kiedy", en: "When", uk: "Коли" },
  bookIt: { pl: "Zapisz mnie", en: "Book me", uk: "Запишіть мене" },
  booked: { pl: "Rozmowa umówiona.", en: "Talk booked.", uk: "Розмову домовлено." },
  noneFree: {
    pl: "W ciągu dwóch tygodni nie ma wolnej godziny. Możesz wpisać się na listę. Damy znać, gdy ktoś zrezygnuje.",
    en: "There is no free hour in two weeks. You can put yourself on the list. You are told when somebody cancels.",
    uk: "Протягом двох тижнів немає вільної години. Ви можете записатися до списку. Ми повідомимо, коли хтось відмовиться.",
  },
  join: { pl: "Wpisz mnie na listę", en: "Put me on the list", uk: "Записати мене до списку" },
  joined: { pl: "Jesteś na liście.", en: "You are on the list.", uk: "Ви у списку." },
  waits: {
    pl: "Czekasz na rozmowę. Twoje miejsce: {place}.",
    en: "You wait for a talk. Your place: {place}.",
    uk: "Ви чекаєте на розмову. Ваше місце: {place}.",
  },
  kept: {
    pl: "Trzymamy dla Ciebie: {day}, godz. {time}, {place}. Odpowiedz do {until}.",
    en: "Kept for you: {day}, {time}, {place}. Answer by {until}.",
    uk: "Тримаємо для вас: {day}, год. {time}, {place}. Відповідайте до {until}.",
  },
  accept: { pl: "Biorę", en: "I take it", uk: "Беру" },
  decline: { pl: "Nie pasuje", en: "It does not suit", uk: "Не підходить" },
  declined: { pl: "Zostajesz na liście.", en: "You stay on the list.", uk: "Ви залишаєтесь у списку." },
  leave: { pl: "Wypisz mnie z listy", en: "Take me off the list", uk: "Виписати мене зі списку" },
  left: { pl: "Nie ma Cię już na liście.", en: "You are off the list.", uk: "Вас більше немає у списку." },
});
