import { defineMessages } from "../../../platform/messages.ts";

/** Words of how a list is paid and refunded. */
export const payMessages = defineMessages({
  "refund.no": { pl: "nie złożono", en: "not asked", uk: "не подано" },
  "refund.asked": { pl: "wniosek {number}", en: "request {number}", uk: "заява {number}" },
  "refund.came": { pl: "wpłynęła {day}", en: "came on {day}", uk: "надійшло {day}" },
  "way.ACCOUNT": { pl: "przelew", en: "transfer", uk: "переказ" },
  "way.CASH": { pl: "gotówka", en: "cash", uk: "готівка" },
  "way.changed": {
    pl: "inny rachunek niż poprzednio",
    en: "another account than before",
    uk: "інший рахунок, ніж раніше",
  },
  "format.ELIXIR0_QUOTED": { pl: "Elixir-0, teksty w cudzysłowach", en: "Elixir-0, quoted", uk: "Elixir-0, у лапках" },
  "format.ELIXIR0_PLAIN": { pl: "Elixir-0, bez cudzysłowów", en: "Elixir-0, plain", uk: "Elixir-0, без лапок" },
  "format.PAIN001": { pl: "ISO 20022 pain.001", en: "ISO 20022 pain.001", uk: "ISO 20022 pain.001" },
  "pay.title": { pl: "Wypłata", en: "Payment", uk: "Виплата" },
  "pay.noPayer": {
    pl: "Nie wpisano rachunku, z którego płaci centrum.",
    en: "The account that the centre pays from is not written yet.",
    uk: "Не вказано рахунок, з якого платить центр.",
  },
  "pay.from": { pl: "Z rachunku", en: "From the account", uk: "З рахунку" },
  "pay.transfers": { pl: "Przelewy", en: "Transfers", uk: "Перекази" },
  "pay.cash": { pl: "Gotówka", en: "Cash", uk: "Готівка" },
  "pay.file": {
    pl: "Plik nr {no}: przelewy ({transfers}) na {amount}, realizacja {day}, {name}. Każde pobranie daje ten sam plik i jest odnotowane.",
    en: "File no. {no}: {transfers} transfers of {amount}, on {day}, {name}. Every download gives the same file and is noted.",
    uk: "Файл № {no}: переказів {transfers} на {amount}, виконання {day}, {name}. Кожне завантаження дає той самий файл і фіксується.",
  },
  "pay.fileWithdrawn": { pl: "wycofany: {reason}", en: "withdrawn: {reason}", uk: "відкликано: {reason}" },
  "refund.advance": {
    pl: "Zaliczka pokrywa {advance}, do przekazania {left}",
    en: "An advance covers {advance}, {left} is to come",
    uk: "Аванс покриває {advance}, до переказу {left}",
  },
  "refund.debts": {
    pl: "W tym nadpłaty zwrócone lub umorzone: {amount}",
    en: "Of it overpaid and paid back, or written off: {amount}",
    uk: "Зокрема повернені або списані переплати: {amount}",
  },
  "rates.title": { pl: "Składki", en: "Contributions", uk: "Внески" },
  "rates.none": {
    pl: "Nie wpisano stawek. Stawki składek nie są potwierdzone w źródłach; wpisuje je księgowość.",
    en: "No rates are written. They are not confirmed in our sources; the accountant writes them.",
    uk: "Ставок не вказано. Їх не підтверджено в джерелах; вписує бухгалтерія.",
  },
  "rates.unverified": {
    pl: "Stawki wpisane ręcznie, niepotwierdzone. Podstawą jest świadczenie bez premii.",
    en: "Rates written by hand, not confirmed. The base is the benefit without bonus.",
    uk: "Ставки вписано вручну, не підтверджено. База — виплата без премії.",
  },
  "refund.title": { pl: "Refundacja starosty", en: "Refund by the starosta", uk: "Відшкодування старости" },
  "refund.lead": {
    pl: "Wniosek obejmuje świadczenia wypłacone z tej listy i składki. Premii ustawa nie wymienia (art. 15 ust. 8).",
    en: "The request covers the benefits paid by this list and contributions. The act does not name the bonus (art. 15(8)).",
    uk: "Заява охоплює виплати з цього списку та внески. Премії закон не згадує (ст. 15 ч. 8).",
  },
  "refund.line": {
    pl: "Wniosek {number} z {day}: świadczenia {benefit}, składki {contributions}, razem {total} ({name})",
    en: "Request {number} of {day}: benefits {benefit}, contributions {contributions}, in all {total} ({name})",
    uk: "Заява {number} від {day}: виплати {benefit}, внески {contributions}, разом {total} ({name})",
  },
  "refund.received": {
    pl: "Wpłynęło {amount}, {day}",
    en: "{amount} came on {day}",
    uk: "Надійшло {amount}, {day}",
  },
  "refund.less": {
    pl: "O {amount} mniej niż we wniosku",
    en: "{amount} less than asked",
    uk: "На {amount} менше, ніж у заяві",
  },
  "refund.print": { pl: "Wniosek z listą (PDF)", en: "Request with the list (PDF)", uk: "Заява зі списком (PDF)" },
  "refund.edit": {
    pl: "Wniosek do edycji (DOCX)",
    en: "Request for editing (DOCX)",
    uk: "Заява для редагування (DOCX)",
  },
  "refund.sheet": { pl: "Kopia listy (XLSX)", en: "Copy of the list (XLSX)", uk: "Копія списку (XLSX)" },
});
