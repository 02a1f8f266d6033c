import type { WorkContext } from "../../platform/command.ts";
import type { PlainDate } from "../../platform/time/plainDate.ts";

/** First services of some people: days on which a room began to help them, those of merged records with the one that stays. */
export type ServiceSource = (
  context: WorkContext,
  personIds: readonly string[],
) => Promise<readonly { personId: string; on: PlainDate }[]>;

/** One referral that somebody of a team sent, and what came back. */
export type SentReferral = { by: string; answered: boolean; started: boolean };

/** Referrals of a team's people in some days, inclusive; without those taken back. */
export type ReferralSource = (
  context: WorkContext,
  of: { unitId: string; from: PlainDate; to: PlainDate },
) => Promise<readonly SentReferral[]>;

/** What rooms of this floor and others tell the month; the app names them. */
export const serviceSources: ServiceSource[] = [];
export const referralSources: ReferralSource[] = [];
