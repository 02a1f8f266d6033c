export { referralsOf, referralsSent, servicesStarted } from "./counts.ts";
export { exitProgrammes, findEntryFor, followEntry, type KnownEntry } from "./entry/public.ts";
export { answerByContact } from "./reports.ts";
