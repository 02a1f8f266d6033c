export { referralsOf, referralsSent, servicesStarted } from "./counts.ts";
export { answerByContact } from "./reports.ts";
