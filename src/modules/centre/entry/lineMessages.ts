import { defineMessages } from "../../../platform/messages.ts";

/** Lines of the history of this path. A line never tells on which ground. */
export const entryLines = defineMessages({
  "centre-entry.applied": {
    pl: "Złożono wniosek o skierowanie ({service})",
    en: "Application for a referral ({service})",
    uk: "Подано заяву про скерування ({service})",
  },
  "centre-entry.opined": {
    pl: "Pracownik socjalny wydał opinię ({service})",
    en: "The social worker gave an opinion ({service})",
    uk: "Соціальний працівник дав висновок ({service})",
  },
  "centre-entry.referred": { pl: "Skierowano ({service})", en: "Referred ({service})", uk: "Скеровано ({service})" },
  "centre-entry.not_referred": {
    pl: "Nie skierowano ({service})",
    en: "Not referred ({service})",
    uk: "Не скеровано ({service})",
  },
  "centre-entry.signed": {
    pl: "Podpisano program lub kontrakt ({service})",
    en: "Programme or contract signed ({service})",
    uk: "Підписано програму або контракт ({service})",
  },
  "centre-entry.agreed": {
    pl: "Kierownik OPS zgodził się na przyjęcie ({service})",
    en: "The OPS manager agreed to the admission ({service})",
    uk: "Керівник OPS погодив прийняття ({service})",
  },
  "centre-entry.admitted": { pl: "Przyjęto ({service})", en: "Admitted ({service})", uk: "Прийнято ({service})" },
  "centre-entry.declined": {
    pl: "Nie przyjęto ({service})",
    en: "Not admitted ({service})",
    uk: "Не прийнято ({service})",
  },
  "centre-entry.next.opine": {
    pl: "Droga do {service}: wydaj opinię",
    en: "Way into a {service}: give your opinion",
    uk: "Шлях до {service}: надайте висновок",
  },
  "centre-entry.next.refer": {
    pl: "Droga do {service}: skieruj albo odmów",
    en: "Way into a {service}: refer or do not",
    uk: "Шлях до {service}: скеруйте або відмовте",
  },
  "centre-entry.next.sign": {
    pl: "Droga do {service}: program lub kontrakt do podpisu",
    en: "Way into a {service}: programme or contract to be signed",
    uk: "Шлях до {service}: програма або контракт на підпис",
  },
  "centre-entry.next.agree": {
    pl: "Droga do {service}: uzgodnij przyjęcie",
    en: "Way into a {service}: agree to the admission",
    uk: "Шлях до {service}: погодьте прийняття",
  },
  "centre-entry.next.admit": {
    pl: "Droga do {service}: zdecyduj o przyjęciu",
    en: "Way into a {service}: decide on the admission",
    uk: "Шлях до {service}: вирішіть про прийняття",
  },
  "club-stay.next": {
    pl: "KIS: ustal okres udziału",
    en: "Club: set the length of the stay",
    uk: "KIS: визначте період участі",
  },
  "club-stay.ends": {
    pl: "KIS: kończy się udział, przedłuż albo zakończ",
    en: "Club: the stay ends, make it longer or end it",
    uk: "KIS: участь закінчується, подовжте або завершіть",
  },
  "club-stay.set": {
    pl: "Ustalono udział w KIS od {startsOn} do {endsOn}",
    en: "Stay in the club set from {startsOn} until {endsOn}",
    uk: "Визначено участь у KIS від {startsOn} до {endsOn}",
  },
  "club-stay.prolonged": {
    pl: "Przedłużono udział w KIS do {endsOn}",
    en: "Stay in the club made longer until {endsOn}",
    uk: "Подовжено участь у KIS до {endsOn}",
  },
  "club-stay.ended": {
    pl: "Zakończono udział w KIS {endedOn}",
    en: "Stay in the club ended on {endedOn}",
    uk: "Завершено участь у KIS {endedOn}",
  },
  "club-stay.certified": {
    pl: "Wydano zaświadczenie KIS z {issuedOn}",
    en: "Certificate of the club given, of {issuedOn}",
    uk: "Видано довідку KIS від {issuedOn}",
  },
  "centre-entry.withdrawn": {
    pl: "Wycofano wniosek ({service})",
    en: "Application withdrawn ({service})",
    uk: "Заяву відкликано ({service})",
  },
});
