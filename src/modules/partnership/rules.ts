import type { PlainDate } from "../../platform/time/plainDate.ts";
import type { ShareableSection } from "./codes.ts";
import type { GiveShare, SharedPart, ShareState } from "./contract.ts";

/** Sections that tell of health. */
export const medicalSections: readonly ShareableSection[] = ["PSYCHOLOGICAL", "ADDICTION", "HEALTH"];
/** Sections of Art. 9 and 10: shared only with the person's consent that names the recipient. Source: docs/domain/rules.md R-GDPR-01, R-GDPR-02 */
const specialSections: readonly ShareableSection[] = [...medicalSections, "COURT"];
const places: readonly ShareableSection[] = ["STREET", "STAY"];

export type ShareConsent = { id: string; kind: string; recipients: readonly string[]; withdrawnAt: string | null };

const folded = (text: string) => text.normalize("NFC").trim().toLocaleLowerCase("pl");

/**
 * The consent that a share can rest on: not withdrawn, naming the recipient by full or short name; one of sharing for anything,
 * one of medical information for sections of health alone. Undefined: none.
 */
export function consentFor(
  consents: readonly ShareConsent[],
  sections: readonly ShareableSection[],
  legalBasis: GiveShare["legalBasis"],
  recipient: { name: string; shortName: string },
): ShareConsent | undefined {
  const names = [folded(recipient.name), folded(recipient.shortName)];
  const special = sections.filter((section) => specialSections.includes(section));
  const medicalIsEnough = legalBasis !== "ART_6_1_A" && special.every((section) => medicalSections.includes(section));
  return consents.find(
    ({ kind, recipients, withdrawnAt }) =>
      withdrawnAt === null &&
      (kind === "DATA_SHARING_WITH_PARTNER" || (kind === "MEDICAL_INFO_RELEASE" && medicalIsEnough)) &&
      recipients.some((one) => names.includes(folded(one))),
  );
}

/** `onConsent`: the share must rest on a consent that names the recipient, whatever it gives. */
type Resting = Pick<GiveShare, "sections" | "legalBasis"> & { onConsent?: boolean };

/** Whether a share must rest on a consent: as it was asked, by its legal basis, or by what it gives. */
export function needsConsent({ onConsent = false, ...share }: Resting): boolean {
  return (
    onConsent || share.legalBasis === "ART_6_1_A" || share.sections.some((section) => specialSections.includes(section))
  );
}

/** The longest a share may run before somebody decides anew, in days after its first. */
export const longestShareDays = 366;

/**
 * Why a share cannot be given; null when it can. `lastDay`: the last day on which a share from `validFrom` may end.
 * Nothing that says where a person with protected whereabouts is, is ever shared.
 */
export function refuseShare(
  share: Pick<GiveShare, "validFrom" | "validUntil"> & Resting,
  facts: { today: PlainDate; lastDay: PlainDate; protectedWhereabouts: boolean; consented: boolean },
): (string | null)[] {
  return [
    share.validUntil < share.validFrom ? "share.ends_before_it_starts" : null,
    share.validUntil < facts.today ? "share.ended_already" : null,
    share.validUntil > facts.lastDay ? "share.too_long" : null,
    facts.protectedWhereabouts && share.sections.some((section) => places.includes(section))
      ? "share.whereabouts_protected"
      : null,
    needsConsent(share) && !facts.consented ? "share.consent_missing" : null,
  ];
}

/** How a share that we gave stands on a day. Days are inclusive. */
export function shareState(
  share: { validFrom: PlainDate; validUntil: PlainDate; withdrawnAt: string | null },
  today: PlainDate,
): ShareState {
  if (share.withdrawnAt !== null) return "WITHDRAWN";
  if (share.validFrom > today) return "NOT_YET";
  return share.validUntil < today ? "ENDED" : "OPEN";
}

/** Whether the day of what we promised has passed and nobody found it done or no longer needed; the day itself is in time. Source: docs/domain/rules.md R-SC-04 */
export function isLate(
  { dueOn, result }: Pick<SharedPart["duties"][number], "dueOn" | "result">,
  today: PlainDate,
): boolean {
  return dueOn !== null && dueOn < today && result !== "DONE" && result !== "NO_LONGER_RELEVANT";
}
