import { defineMessages } from "../../platform/messages.ts";

/** Words of the code list SUPPORT_FORM, for every room that shows it. Source: docs/domain/forms.md */
export const supportMessages = defineMessages({
  "support.SOCIAL_WORK": { pl: "praca socjalna", en: "social work", uk: "соціальна робота" },
  "support.PSYCHOLOGICAL": { pl: "pomoc psychologa", en: "psychological help", uk: "допомога психолога" },
  "support.THERAPY_ADDICTION": { pl: "terapia uzależnień", en: "addiction therapy", uk: "терапія залежностей" },
  "support.LEGAL": { pl: "pomoc prawna", en: "legal help", uk: "правова допомога" },
  "support.VOCATIONAL_COUNSELLING": { pl: "doradztwo zawodowe", en: "vocational counselling", uk: "профорієнтація" },
  "support.JOB_BROKERAGE": { pl: "pośrednictwo pracy", en: "job brokerage", uk: "посередництво у праці" },
  "support.JOB_COACH": { pl: "trener pracy", en: "job coach", uk: "тренер праці" },
  "support.COURSE": { pl: "kurs", en: "course", uk: "курс" },
  "support.WORKSHOP_VOCATIONAL": { pl: "warsztat zawodowy", en: "vocational workshop", uk: "професійна майстерня" },
  "support.GROUP_CLASSES": { pl: "zajęcia grupowe", en: "group classes", uk: "групові заняття" },
  "support.SELF_HELP": { pl: "grupa samopomocy", en: "self-help group", uk: "група самодопомоги" },
  "support.ACCOMPANIMENT": { pl: "towarzyszenie", en: "accompaniment", uk: "супровід" },
  "support.HEALTH_CARE": { pl: "opieka zdrowotna", en: "health care", uk: "медична допомога" },
  "support.CASH_BENEFIT": { pl: "świadczenie pieniężne", en: "cash benefit", uk: "грошова допомога" },
  "support.IN_KIND": { pl: "pomoc rzeczowa", en: "help in kind", uk: "натуральна допомога" },
  "support.SHELTER": { pl: "schronienie", en: "shelter", uk: "притулок" },
  "support.TRAINING_FLAT": { pl: "mieszkanie treningowe", en: "training flat", uk: "тренувальне житло" },
  "support.VOLUNTEERING": { pl: "wolontariat", en: "volunteering", uk: "волонтерство" },
  "support.EDUCATION": { pl: "nauka", en: "education", uk: "навчання" },
  "support.LEISURE": { pl: "czas wolny", en: "leisure", uk: "дозвілля" },
});
