import { defineMessages } from "../../../platform/messages.ts";

/** Words of timeline lines and tasks alone; those of the screens are in messages.ts. */
export const ipzsLineMessages = defineMessages({
  IPZS_TRIAL_ENDS: {
    pl: "Kończy się okres próbny w CIS: zdecyduj o uczestnictwie",
    en: "The trial in the CIS ends: decide on participation",
    uk: "Завершується випробувальний період у CIS: ухваліть рішення",
  },
  IPZS_ENDS: {
    pl: "Kończy się program zatrudnienia socjalnego",
    en: "The social employment programme ends",
    uk: "Завершується програма соціального працевлаштування",
  },
  "ipzs.begun": {
    pl: "Zaczęto program zatrudnienia socjalnego (IPZS)",
    en: "A social employment programme was begun",
    uk: "Розпочато програму соціального працевлаштування",
  },
  "ipzs.agreed": {
    pl: "Uzgodniono IPZS z kierownikiem OPS",
    en: "The programme was agreed with the manager of the OPS",
    uk: "Програму узгоджено з керівником OPS",
  },
  "ipzs.signed": {
    pl: "Uczestnik podpisał IPZS",
    en: "The participant signed the programme",
    uk: "Учасник підписав програму",
  },
  "ipzs.redrafted": {
    pl: "IPZS wrócił do szkicu",
    en: "The programme is a draft again",
    uk: "Програма знову чернетка",
  },
  "ipzs.withdrawn": {
    pl: "Odstąpiono od IPZS przed przyjęciem",
    en: "The programme was given up before admission",
    uk: "Від програми відмовилися до прийняття",
  },
  "ipzs.admitted": {
    pl: "Przyjęto do CIS na okres próbny",
    en: "Admitted to the CIS for the trial",
    uk: "Прийнято до CIS на випробувальний період",
  },
  "ipzs.trial_decided": {
    pl: "Decyzja po okresie próbnym w CIS",
    en: "Decision after the trial in the CIS",
    uk: "Рішення після випробувального періоду в CIS",
  },
  "ipzs.amended": { pl: "Zmieniono IPZS", en: "The programme was changed", uk: "Змінено програму" },
  "ipzs.extension_asked": {
    pl: "Wniosek o przedłużenie uczestnictwa w CIS",
    en: "An extension was asked for",
    uk: "Подано заяву про подовження участі в CIS",
  },
  "ipzs.extended": {
    pl: "Przedłużono uczestnictwo w CIS",
    en: "Participation was extended",
    uk: "Участь у CIS подовжено",
  },
  "ipzs.extension_refused": {
    pl: "Nie przedłużono uczestnictwa w CIS",
    en: "Participation was not extended",
    uk: "Участь у CIS не подовжено",
  },
  "ipzs.job_taken": {
    pl: "Podjęcie pracy, IPZS trwa dalej",
    en: "A job was taken, the programme goes on",
    uk: "Розпочато роботу, програма триває",
  },
  "ipzs.ended": { pl: "Zakończono IPZS", en: "The programme ended", uk: "Програма завершилася" },
  "ipzs.certified": {
    pl: "Wydano zaświadczenie o uczestnictwie w CIS",
    en: "The certificate of participation was given",
    uk: "Видано довідку про участь у CIS",
  },
  "ipzs.days_off_asked": {
    pl: "Wniosek o dni wolne w CIS",
    en: "Days off in the CIS were asked for",
    uk: "Подано заяву про вільні дні в CIS",
  },
  "ipzs.day_off_granted": {
    pl: "Zgoda na dzień wolny w CIS",
    en: "A day off was granted",
    uk: "Надано вільний день у CIS",
  },
  "ipzs.day_off_refused": {
    pl: "Odmowa dnia wolnego w CIS",
    en: "A day off was refused",
    uk: "Відмовлено у вільному дні в CIS",
  },
  "ipzs.day_off_taken_back": {
    pl: "Cofnięto wniosek o dzień wolny w CIS",
    en: "A day off was taken back",
    uk: "Відкликано вільний день у CIS",
  },
  "ipzs.provided": {
    pl: "CIS zapewnił, co należy się uczestnikowi",
    en: "The CIS provided what a participant is due",
    uk: "CIS забезпечив належне учасникові",
  },
});
