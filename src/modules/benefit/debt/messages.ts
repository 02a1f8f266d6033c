import { defineMessages } from "../../../platform/messages.ts";

/** Why what was paid too much cannot be settled so. */
export const debtRefusals = defineMessages({
  "benefit.debt_none": {
    pl: "Ta osoba nie ma już nic do zwrotu.",
    en: "This person owes nothing any more.",
    uk: "Ця особа вже нічого не винна.",
  },
  "benefit.debt_over_open": {
    pl: "To więcej, niż zostało do zwrotu.",
    en: "This is more than is left to pay back.",
    uk: "Це більше, ніж залишилося повернути.",
  },
  "benefit.debt_no_write_off": {
    pl: "Umarzanie nadpłat jest tu wyłączone w parametrach.",
    en: "Writing off is switched off in the parameters here.",
    uk: "Списання переплат тут вимкнено в параметрах.",
  },
  "benefit.debt_moved_on": {
    pl: "Nadpłatę przeniosła już następna lista. Ten wpis zostaje.",
    en: "A later list has carried it on. This entry stays.",
    uk: "Переплату вже перенесено наступним списком. Цей запис залишається.",
  },
  "benefit.debt_entry_of_others": {
    pl: "Zwrot wycofuje księgowość, umorzenie kierownik.",
    en: "The accountant takes back money that came, the manager what was written off.",
    uk: "Повернення відкликає бухгалтерія, списання – керівник.",
  },
  "benefit.debt_withdrawn": {
    pl: "Ten wpis jest już wycofany.",
    en: "This entry is taken back already.",
    uk: "Цей запис уже відкликано.",
  },
  "benefit.instalments_other_sum": {
    pl: "Raty mają dać razem całą kwotę do zwrotu.",
    en: "The instalments together are what is left to pay back.",
    uk: "Разом внески мають дати всю суму до повернення.",
  },
  "benefit.instalments_out_of_order": {
    pl: "Każda rata ma późniejszy dzień niż poprzednia.",
    en: "Each instalment is due later than the one before.",
    uk: "Кожен внесок має пізніший день, ніж попередній.",
  },
  "benefit.instalments_in_past": {
    pl: "Dzień raty nie może być w przeszłości.",
    en: "An instalment is not due in the past.",
    uk: "День внеску не може бути в минулому.",
  },
});

/** Words of what participants were paid too much. */
export const debtMessages = defineMessages({
  "debts.title": { pl: "Nadpłaty do zwrotu", en: "Overpaid benefits", uk: "Переплати до повернення" },
  "debts.lead": {
    pl: "Świadczenia wypłacone za wysoko, których nie potrąciła jeszcze żadna lista: zwroty, raty, umorzenia.",
    en: "Benefits paid too high that no list has recovered yet: money paid back, instalments, amounts written off.",
    uk: "Виплати понад належне, яких ще не утримав жоден список: повернення, внески, списання.",
  },
  "debts.open": { pl: "Do zwrotu razem", en: "Open in all", uk: "Разом до повернення" },
  "debts.none": { pl: "Nie ma nadpłat", en: "Nothing is overpaid", uk: "Переплат немає" },
  "debts.noneNext": {
    pl: "Nadpłata pojawia się tu, gdy korekta obniży wypłacony miesiąc, a lista nie ma z czego jej potrącić.",
    en: "It appears here when a correction lowers a paid month and the list has nothing to take it from.",
    uk: "Переплата з’являється тут, коли виправлення зменшує виплачений місяць, а списку немає з чого її утримати.",
  },
  "debts.back": { pl: "Listy świadczeń", en: "Benefit lists", uk: "Списки виплат" },
  "debt.carried": {
    pl: "Przeniesiona z listy za {month}: {amount}",
    en: "Carried out of the list of {month}: {amount}",
    uk: "Перенесено зі списку за {month}: {amount}",
  },
  "debt.left": {
    pl: "program zakończony, żadna lista tego nie potrąci",
    en: "the programme has ended, no list will take it",
    uk: "програму завершено, жоден список цього не утримає",
  },
  "debt.here": { pl: "potrąci najbliższa lista", en: "the next list takes it", uk: "утримає найближчий список" },
  "debt.open": { pl: "do zwrotu {amount}", en: "{amount} open", uk: "до повернення {amount}" },
  "debt.settled": { pl: "rozliczona", en: "settled", uk: "розраховано" },
  "debt.REPAID": {
    pl: "{day}: zwrot {amount}, {way}",
    en: "{day}: {amount} paid back, {way}",
    uk: "{day}: повернено {amount}, {way}",
  },
  "debt.WRITTEN_OFF": {
    pl: "{day}: umorzono {amount}",
    en: "{day}: {amount} written off",
    uk: "{day}: списано {amount}",
  },
  "debt.by": { pl: "wpis: {name}", en: "entry by {name}", uk: "запис: {name}" },
  "debt.withdrawn": { pl: "wycofane: {reason}", en: "taken back: {reason}", uk: "відкликано: {reason}" },
  "debt.agreed": {
    pl: "Raty uzgodnione {day}, {name}",
    en: "Instalments agreed on {day}, {name}",
    uk: "Внески узгоджено {day}, {name}",
  },
  "debt.beyond": {
    pl: "Raty nie obejmują {amount}: uzgodnijcie je na nowo.",
    en: "The instalments do not cover {amount}: agree on them anew.",
    uk: "Внески не охоплюють {amount}: узгодьте їх наново.",
  },
  "instalment.line": { pl: "do {day}: {amount}", en: "by {day}: {amount}", uk: "до {day}: {amount}" },
  "instalment.PAID": { pl: "zapłacona", en: "paid", uk: "сплачено" },
  "instalment.OVERDUE": { pl: "po terminie", en: "overdue", uk: "прострочено" },
  "instalment.DUE": { pl: "czeka", en: "due", uk: "чекає" },
  "way.ACCOUNT": { pl: "przelewem", en: "by transfer", uk: "переказом" },
  "way.CASH": { pl: "gotówką", en: "in cash", uk: "готівкою" },
  "act.repay": { pl: "Zapisz zwrot", en: "Record what came back", uk: "Записати повернення" },
  "act.instalments": { pl: "Rozłóż na raty", en: "Agree on instalments", uk: "Розкласти на внески" },
  "act.writeOff": { pl: "Umórz", en: "Write off", uk: "Списати" },
  "act.withdrawEntry": { pl: "To pomyłka", en: "This is a mistake", uk: "Це помилка" },
  "act.person": { pl: "Świadczenia osoby", en: "Benefits of the person", uk: "Виплати особи" },
  "field.amount": { pl: "Kwota", en: "Amount", uk: "Сума" },
  "field.amountHint": { pl: "Zostało {amount}.", en: "{amount} is left.", uk: "Залишилося {amount}." },
  "field.settledOn": { pl: "Dzień zwrotu", en: "Day it came back", uk: "День повернення" },
  "field.way": { pl: "Jak", en: "How", uk: "Як" },
  "field.reason": { pl: "Powód", en: "Reason", uk: "Причина" },
  "field.agreedOn": { pl: "Dzień uzgodnienia", en: "Day it was agreed", uk: "День узгодження" },
  "field.words": { pl: "Co uzgodniono", en: "What was agreed", uk: "Що узгоджено" },
  "field.parts": { pl: "Liczba rat", en: "Number of instalments", uk: "Кількість внесків" },
  "field.firstOn": { pl: "Pierwsza rata", en: "First instalment", uk: "Перший внесок" },
  "field.plan": { pl: "Raty", en: "Instalments", uk: "Внески" },
  "writeOff.unverified": {
    pl: "Nie znamy przepisu o umarzaniu świadczenia integracyjnego. Zapytaj radcę prawnego, zanim umorzysz.",
    en: "We know of no rule on writing off an integration benefit. Ask a lawyer before you do.",
    uk: "Ми не знаємо правила про списання інтеграційної виплати. Спитайте юриста, перш ніж списати.",
  },
  "writeOff.refund": {
    pl: "Umorzona kwota zmniejszy następny wniosek o refundację (parametr niepotwierdzony).",
    en: "What is written off lowers the next request for the refund (unconfirmed parameter).",
    uk: "Списана сума зменшить наступну заяву про відшкодування (непідтверджений параметр).",
  },
});
