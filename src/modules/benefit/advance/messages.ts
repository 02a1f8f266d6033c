import { defineMessages } from "../../../platform/messages.ts";

/** Why an advance cannot be asked for, answered, settled or given back so. */
export const advanceRefusals = defineMessages({
  "benefit.advance_answered": {
    pl: "Na ten wniosek o zaliczkę jest już odpowiedź.",
    en: "This request for an advance is answered already.",
    uk: "На цю заяву про аванс уже є відповідь.",
  },
  "benefit.advance_answered_before_asked": {
    pl: "Odpowiedź nie mogła przyjść przed wnioskiem.",
    en: "An answer does not come before the request.",
    uk: "Відповідь не могла надійти до заяви.",
  },
  "benefit.advance_not_received": {
    pl: "Ta zaliczka nie wpłynęła.",
    en: "This advance did not come.",
    uk: "Цей аванс не надійшов.",
  },
  "benefit.advance_over_open": {
    pl: "To więcej, niż zostało z zaliczek do rozliczenia.",
    en: "This is more than is left of the advances.",
    uk: "Це більше, ніж залишилося з авансів.",
  },
  "benefit.advance_over_request": {
    pl: "Z zaliczki można rozliczyć najwyżej kwotę wniosku.",
    en: "An advance settles no more than what the request asks for.",
    uk: "З авансу можна розрахувати щонайбільше суму заяви.",
  },
  "benefit.advance_returned_before_received": {
    pl: "Zwrot nie może być przed wpływem zaliczki.",
    en: "It does not go back before it came.",
    uk: "Повернення не може бути до надходження авансу.",
  },
});

/** Words of the advances of a unit. */
export const advanceMessages = defineMessages({
  "advances.title": { pl: "Zaliczki od starosty", en: "Advances from the starosta", uk: "Аванси від старости" },
  "advances.lead": {
    pl: "Zaliczka z Funduszu Pracy na świadczenia: wniosek, wpływ, rozliczenie we wnioskach o refundację, zwrot reszty.",
    en: "An advance on benefits from the Labour Fund: request, money, settlement in requests for the refund, what goes back.",
    uk: "Аванс із Фонду праці на виплати: заява, надходження, розрахунок у заявах про відшкодування, повернення решти.",
  },
  "advances.open": { pl: "Do rozliczenia", en: "To be settled", uk: "До розрахунку" },
  "advances.allSettled": {
    pl: "Z tego, co wpłynęło, nie zostało nic do rozliczenia.",
    en: "Nothing of what came is left to settle.",
    uk: "З того, що надійшло, нічого не залишилося до розрахунку.",
  },
  "advances.how": {
    pl: "Rozlicza je wniosek o refundację: wpisz w nim, ile pokrywa zaliczka.",
    en: "The request for the refund settles them: write in it how much an advance covers.",
    uk: "Їх розраховує заява про відшкодування: вкажіть у ній, скільки покриває аванс.",
  },
  "advances.none": { pl: "Nie ma jeszcze zaliczek", en: "There are no advances yet", uk: "Авансів ще немає" },
  "advances.noneNext": {
    pl: "Zaliczka jest możliwa, nie konieczna. Wniosek do starosty składa kierownik centrum.",
    en: "An advance is possible, not needed. The manager of the centre asks the starosta.",
    uk: "Аванс можливий, але не обов’язковий. Заяву до старости подає керівник центру.",
  },
  "advance.line": {
    pl: "Nr {number} z {day}, na świadczenia za {month}: {amount}",
    en: "No. {number} of {day}, for the benefits of {month}: {amount}",
    uk: "№ {number} від {day}, на виплати за {month}: {amount}",
  },
  "advance.asked": { pl: "czeka na odpowiedź", en: "awaits the answer", uk: "чекає на відповідь" },
  "advance.RECEIVED": { pl: "wpłynęło {amount}, {day}", en: "{amount} came on {day}", uk: "надійшло {amount}, {day}" },
  "advance.REFUSED": { pl: "odmowa, {day}", en: "refused on {day}", uk: "відмова, {day}" },
  "advance.WITHDRAWN": { pl: "wycofany, {day}", en: "taken back on {day}", uk: "відкликано, {day}" },
  "advance.settled": {
    pl: "rozliczono {amount} we wniosku nr {number} za {month}",
    en: "{amount} settled in request no. {number} of {month}",
    uk: "{amount} розраховано в заяві № {number} за {month}",
  },
  "advance.returned": {
    pl: "zwrócono staroście {amount}, {day}",
    en: "{amount} went back to the starosta on {day}",
    uk: "{amount} повернено старості, {day}",
  },
  "advance.left": { pl: "zostaje {amount}", en: "{amount} is left", uk: "залишається {amount}" },
  "advance.done": { pl: "rozliczona", en: "settled", uk: "розраховано" },
  "advance.print": { pl: "Wniosek", en: "Request", uk: "Заява" },
  "advance.edit": { pl: "Do edycji", en: "For editing", uk: "Для редагування" },
  "advance.back": { pl: "Listy świadczeń", en: "Benefit lists", uk: "Списки виплат" },
  "act.ask": { pl: "Wniosek o zaliczkę", en: "Ask for an advance", uk: "Заява про аванс" },
  "act.received": { pl: "Wpłynęła", en: "It came", uk: "Надійшов" },
  "act.refused": { pl: "Odmowa", en: "Refused", uk: "Відмова" },
  "act.withdraw": { pl: "Wycofaj wniosek", en: "Take the request back", uk: "Відкликати заяву" },
  "act.return": { pl: "Zwrot do starosty", en: "Give back to the starosta", uk: "Повернення старості" },
  "field.month": { pl: "Na świadczenia za miesiąc", en: "For the benefits of", uk: "На виплати за місяць" },
  "field.number": { pl: "Numer wniosku", en: "Number of the request", uk: "Номер заяви" },
  "field.askedOn": { pl: "Dzień wniosku", en: "Day of the request", uk: "День заяви" },
  "field.office": { pl: "Do kogo", en: "To whom", uk: "Кому" },
  "field.amount": { pl: "Kwota", en: "Amount", uk: "Сума" },
  "field.why": { pl: "Uzasadnienie", en: "Why", uk: "Обґрунтування" },
  "field.reason": { pl: "Powód", en: "Reason", uk: "Причина" },
  "field.receivedOn": { pl: "Dzień wpływu", en: "Day it came", uk: "День надходження" },
  "field.answeredOn": { pl: "Dzień odpowiedzi", en: "Day of the answer", uk: "День відповіді" },
  "field.returnedOn": { pl: "Dzień zwrotu", en: "Day it went back", uk: "День повернення" },
  "field.returnHint": { pl: "Zostało {amount}.", en: "{amount} is left.", uk: "Залишилося {amount}." },
});

/** Words of the request for an advance on paper. */
export const advancePaperMessages = defineMessages({
  "advance.title": {
    pl: "Wniosek o zaliczkę na świadczenia integracyjne",
    en: "Request for an advance on integration benefits",
    uk: "Заява про аванс на інтеграційні виплати",
  },
  "advance.basis": {
    pl: "art. 15 ust. 8 ustawy z dnia 13 czerwca 2003 r. o zatrudnieniu socjalnym",
    en: "art. 15(8) of the Act of 13 June 2003 on social employment",
    uk: "ст. 15 ч. 8 Закону від 13 червня 2003 р. про соціальне працевлаштування",
  },
  "advance.asks": {
    pl: "Proszę o zaliczkę ze środków Funduszu Pracy na świadczenia integracyjne za {month}.",
    en: "Please grant an advance from the Labour Fund on the integration benefits of {month}.",
    uk: "Прошу надати аванс із Фонду праці на інтеграційні виплати за {month}.",
  },
  "advance.unit": { pl: "Centrum", en: "Centre", uk: "Центр" },
  "advance.month": { pl: "Miesiąc", en: "Month", uk: "Місяць" },
  "advance.amount": { pl: "Kwota zaliczki", en: "Amount of the advance", uk: "Сума авансу" },
  "advance.settles": {
    pl: "Zaliczka zostanie rozliczona we wniosku o refundację wypłaconych świadczeń.",
    en: "The advance will be settled in the request for the refund of benefits paid.",
    uk: "Аванс буде розраховано в заяві про відшкодування виплачених сум.",
  },
  "advance.manager": { pl: "Kierownik centrum", en: "Manager of the centre", uk: "Керівник центру" },
});
