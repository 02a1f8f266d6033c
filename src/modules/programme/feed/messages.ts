import { defineMessages } from "../../../platform/messages.ts";

/** Words of the calendar of a group or room in another program. */
export const feedMessages = defineMessages({
  title: { pl: "Kalendarz w innym programie", en: "Calendar elsewhere", uk: "Календар в іншій програмі" },
  "lead.GROUP": {
    pl: "Tajny adres, pod którym kalendarz w telefonie albo komputerze czyta zajęcia tej grupy. Kto zna adres, czyta je bez logowania. Nazwisk uczestników tam nie ma.",
    en: "A secret address at which the calendar of a phone or computer reads this group's classes. Whoever knows it reads them without signing in. It holds no names of participants.",
    uk: "Таємна адреса, за якою календар у телефоні чи комп’ютері читає заняття цієї групи. Хто знає адресу, читає їх без входу. Прізвищ учасників там немає.",
  },
  "lead.ROOM": {
    pl: "Tajny adres dla kogoś, kto użycza sali: widzi w swoim kalendarzu, kiedy jest zajęta. Kto zna adres, czyta go bez logowania. Nazwisk uczestników tam nie ma.",
    en: "A secret address for whoever lends the room: their calendar shows when it is taken. Whoever knows it reads it without signing in. It holds no names of participants.",
    uk: "Таємна адреса для того, хто надає залу: у своєму календарі видно, коли вона зайнята. Хто знає адресу, читає без входу. Прізвищ учасників там немає.",
  },
  HOURS: { pl: "tylko dni, godziny i sale", en: "days, hours and rooms only", uk: "лише дні, години й зали" },
  NAMES: {
    pl: "także nazwy grup i modułów",
    en: "names of groups and modules too",
    uk: "також назви груп і модулів",
  },
  namesMean: {
    pl: "Nazwy grup i modułów trafią do programu, w którym ktoś otworzy adres, i do firmy, która go prowadzi. Sprawdź, czy nazwa nie zdradza, komu grupa pomaga.",
    en: "Names of groups and modules go to the program in which somebody opens the address and to the company that runs it. See that no name tells whom the group helps.",
    uk: "Назви груп і модулів потраплять до програми, у якій хтось відкриє адресу, і до фірми, що її веде. Перевірте, чи назва не видає, кому допомагає група.",
  },
  withNames: { pl: "z nazwami grup i modułów", en: "with names of groups and modules", uk: "з назвами груп і модулів" },
  without: { pl: "bez nazw", en: "without names", uk: "без назв" },
  "class-feed.not_found": {
    pl: "Tego adresu już nie ma. Odśwież stronę.",
    en: "This address is no longer there. Reload the page.",
    uk: "Цієї адреси вже немає. Оновіть сторінку.",
  },
});
