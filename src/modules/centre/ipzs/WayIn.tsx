import { LinkButton } from "../../../platform/ui/Button.tsx";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import type { IpzsView } from "./contract.ts";
import { ipzsMessages } from "./messages.ts";

/** What of the way in holds the admission back, and where it is mended; nothing where nothing does. Source: docs/domain/rules.md R-CIS-03 */
export function WayIn({ ipzs }: { ipzs: IpzsView }) {
  const t = useMessages(ipzsMessages);
  const { admissionRefusals, referral, personId, mayWrite, mayDecide } = ipzs;
  if (admissionRefusals.length === 0 || !(mayWrite || mayDecide)) return null;
  const way = referral ? (
    <LinkButton to={`/centre-entries/${referral.entryId}`}>{t("referral.open")}</LinkButton>
  ) : (
    mayWrite && (
      <LinkButton to={`/people/${personId}/centre-entry/paper`} icon="plus">
        {t("referral.fromPaper")}
      </LinkButton>
    )
  );
  return (
    <Notice tone="due" title={t("admission.waits")} actions={way}>
      {admissionRefusals.map((code) => (
        <p key={code}>{t.maybe(code) ?? code}</p>
      ))}
    </Notice>
  );
}
