import { useState } from "react";
import { AppLink, Button } from "../../platform/ui/Button.tsx";
import { SidePanel } from "../../platform/ui/Dialog.tsx";
import { dayOfInstant } from "../../platform/ui/format.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { DateText } from "../../platform/ui/Words.tsx";
import type { SentReferral } from "./contract.ts";
import { letterMessages } from "./letterMessages.ts";
import { ReasonText, ReferralLine } from "./ReferralLine.tsx";
import { CloseForm, WithdrawForm } from "./StepForms.tsx";

/** A referral that we sent, with what we can do about it. `named`: say whom it is about. */
export function SentCard({ referral, named = false }: { referral: SentReferral; named?: boolean }) {
  const t = useMessages(letterMessages);
  const [open, setOpen] = useState<"close" | "withdraw">();
  const close = () => setOpen(undefined);
  const over = referral.state === "CLOSED" || referral.state === "WITHDRAWN";
  return (
    <ReferralLine
      referral={referral}
      reason={<ReasonText reason={referral.reason} attachments={referral.attachments} path={`sent/${referral.id}`} />}
      title={named ? referral.personName : referral.toOrganisationName}
      facts={[
        { term: t("refer.toWhom"), value: referral.toOrganisationName },
        { term: t("refer.sentOn"), value: <DateText day={dayOfInstant(referral.sentAt)} /> },
        ...(named
          ? [
              {
                term: t("field.ownPerson"),
                value: <AppLink to={`/people/${referral.personId}`}>{referral.personName}</AppLink>,
              },
            ]
          : []),
      ]}
    >
      {!over && (
        <div className="cluster">
          <Button onClick={() => setOpen("close")}>{t("act.close")}</Button>
          <Button kind="plain" onClick={() => setOpen("withdraw")}>
            {t("act.withdraw")}
          </Button>
        </div>
      )}
      <SidePanel
        open={open !== undefined}
        title={t(open === "withdraw" ? "act.withdraw" : "act.close")}
        onClose={close}
      >
        {open === "close" && <CloseForm referralId={referral.id} onDone={close} />}
        {open === "withdraw" && <WithdrawForm referralId={referral.id} onDone={close} />}
      </SidePanel>
    </ReferralLine>
  );
}
