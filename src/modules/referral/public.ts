export { referralsOf, referralsSent, servicesStarted } from "./counts.ts";
export { noteOutcome, sendReferral } from "./referrals.ts";
export { answerByContact } from "./reports.ts";
