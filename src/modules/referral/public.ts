export { referralsOf, referralsSent, servicesStarted } from "./counts.ts";
export { findReferralStates, noteOutcome, sendReferral, withdrawReferral } from "./referrals.ts";
export { answerByContact } from "./reports.ts";
