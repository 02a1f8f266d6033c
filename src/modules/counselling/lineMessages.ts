import { defineMessages } from "../../platform/messages.ts";

/** Lines of the history and tasks of this room. That a talk was booked says with whom and when, never why. */
export const counsellingLines = defineMessages({
  "booking.made": {
    pl: "Umówiono rozmowę: {role}, {day}",
    en: "Talk booked: {role}, {day}",
    uk: "Домовлено розмову: {role}, {day}",
  },
  "booking.cancelled": {
    pl: "Odwołano rozmowę: {role}, {day}",
    en: "Talk cancelled: {role}, {day}",
    uk: "Скасовано розмову: {role}, {day}",
  },
  "booking.came": {
    pl: "Przyszła osoba na rozmowę: {role}, {day}",
    en: "Came to the talk: {role}, {day}",
    uk: "Особа прийшла на розмову: {role}, {day}",
  },
  "booking.missed": {
    pl: "Rozmowa bez obecności: {role}, {day}",
    en: "Did not come to the talk: {role}, {day}",
    uk: "Не прийшла на розмову: {role}, {day}",
  },
  "booking.find_another": {
    pl: "Specjalisty nie będzie {day}: zadzwoń i umów inną godzinę",
    en: "The specialist is away on {day}: call and find another hour",
    uk: "Фахівця не буде {day}: зателефонуйте й домовте іншу годину",
  },
  "booking.reminder_lost": {
    pl: "Przypomnienie o rozmowie {day} o {startsAt} nie dotarło: daj znać w inny sposób",
    en: "The reminder of the talk on {day} at {startsAt} did not arrive: tell the person in another way",
    uk: "Нагадування про розмову {day} о {startsAt} не дійшло: повідомте в інший спосіб",
  },
  "waiting.offered": {
    pl: "Zwolniła się godzina ({role}, {day}): zadzwoń do osoby z listy",
    en: "An hour is free ({role}, {day}): call the person on the list",
    uk: "Звільнилася година ({role}, {day}): зателефонуйте особі зі списку",
  },
  "talk.noted": { pl: "Porada {kind}, {day}", en: "Advice, {kind}, {day}", uk: "Порада {kind}, {day}" },
  "kind.SOCIAL": { pl: "socjalna", en: "social", uk: "соціальна" },
  "kind.PSYCHOLOGICAL": { pl: "psychologiczna", en: "psychological", uk: "психологічна" },
  "kind.VOCATIONAL": { pl: "zawodowa", en: "vocational", uk: "професійна" },
  "kind.LEGAL": { pl: "prawna", en: "legal", uk: "юридична" },
  "kind.PEDAGOGICAL": { pl: "pedagogiczna", en: "pedagogical", uk: "педагогічна" },
  "kind.ADDICTION": { pl: "w sprawie uzależnienia", en: "about addiction", uk: "щодо залежності" },
  "kind.DEBT": { pl: "w sprawie długów", en: "about debts", uk: "щодо боргів" },
  "kind.OTHER": { pl: "inna", en: "other", uk: "інша" },
  "role.SOCIAL_WORKER": { pl: "pracownik socjalny", en: "social worker", uk: "соціальний працівник" },
  "role.REINTEGRATION_SOCIAL_WORKER": {
    pl: "pracownik socjalny CIS/KIS",
    en: "social worker of the CIS/KIS",
    uk: "соціальний працівник CIS/KIS",
  },
  "role.PSYCHOLOGIST": { pl: "psycholog", en: "psychologist", uk: "психолог" },
  "role.ADDICTION_THERAPIST": { pl: "terapeuta uzależnień", en: "addiction therapist", uk: "терапевт залежностей" },
  "role.VOCATIONAL_COUNSELLOR": { pl: "doradca zawodowy", en: "vocational counsellor", uk: "кар’єрний радник" },
  "role.LAWYER": { pl: "prawnik", en: "lawyer", uk: "юрист" },
  "role.PEDAGOGUE": { pl: "pedagog", en: "pedagogue", uk: "педагог" },
});
