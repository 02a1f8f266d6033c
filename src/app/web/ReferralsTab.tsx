import { centreEntryAccess } from "../../modules/centre/entry/access.ts";
import { EntriesOfPerson } from "../../modules/centre/entry/EntriesOfPerson.tsx";
import { ReferralsTab as OwnReferrals } from "../../modules/referral/ReferralsTab.tsx";
import { useHasRole } from "../../platform/ui/session.ts";

/** Referrals to partners and, for whoever may see them, the ways into a centre or a club. */
export function ReferralsTab({ personId }: { personId: string }) {
  const seesEntries = useHasRole(...Object.keys(centreEntryAccess["centre-entry.list-of-person"]));
  return <OwnReferrals personId={personId} below={seesEntries && <EntriesOfPerson personId={personId} />} />;
}
