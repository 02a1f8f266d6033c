import { definePermissions } from "../../platform/access.ts";
import { keepers, receivers } from "../partnership/access.ts";

const team = { OUTREACH_WORKER: "unit", OUTREACH_COORDINATOR: "unit" } as const;
const coordinator = { OUTREACH_COORDINATOR: "unit" } as const;
/** The same who give a share, because a referral is one with a question. */
const senders = keepers;

/** Source: docs/domain/rules.md R-ACC-01: a partner referrer has own referrals and feedback; the exact place is the team's (R-OUT-09). */
export const referralAccess = definePermissions({
  "notification.report": { PARTNER_REFERRER: "organisation", OUTREACH_COORDINATOR: "organisation" },
  "notification.list-mine": { PARTNER_REFERRER: "own" },
  "notification.list-route": team,
  "notification.list": coordinator,
  "notification.moderate": coordinator,
  "notification.discard": coordinator,
  "notification.accept": team,
  "notification.answer": team,
  "notification.read-month": { OUTREACH_COORDINATOR: "unit", SOCIAL_WORK_MANAGER: "organisation" },
  "shift-link.make": coordinator,
  "shift-link.revoke": coordinator,
  "shift-link.list": coordinator,
  "report-door.set": coordinator,
  "report-door.read": { PARTNER_REFERRER: "organisation", OUTREACH_COORDINATOR: "organisation" },
  "referral.send": senders,
  "referral.list-of-person": senders,
  "referral.list-sent": senders,
  "referral.open-sent-file": senders,
  "referral.print": senders,
  "referral.close": senders,
  "referral.withdraw": senders,
  "referral.list-received": receivers,
  "referral.list-due": receivers,
  "referral.read-received": receivers,
  "referral.open-received-file": receivers,
  "referral.print-received": receivers,
  "referral.receive": receivers,
  "referral.decide": receivers,
  "referral.note-appearance": receivers,
  "referral.note-outcome": receivers,
});
