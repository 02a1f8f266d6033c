import { useState } from "react";
import { AppLink, Button, DownloadLink, OtherPrints } from "../../platform/ui/Button.tsx";
import { SidePanel } from "../../platform/ui/Dialog.tsx";
import { dayOfInstant, formatDay } from "../../platform/ui/format.ts";
import { useLanguage } from "../../platform/ui/language.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { DateText } from "../../platform/ui/Words.tsx";
import type { senderActs } from "./codes.ts";
import type { SentReferral } from "./contract.ts";
import { letterMessages } from "./letterMessages.ts";
import { ReasonText, ReferralLine } from "./ReferralLine.tsx";
import { refuseAct } from "./rules.ts";
import { CloseForm, WithdrawForm } from "./StepForms.tsx";
import { termMessages } from "./termMessages.ts";

/** A referral that we sent, with what we can do about it. `named`: say whom it is about. */
export function SentCard({ referral, named = false }: { referral: SentReferral; named?: boolean }) {
  const t = useMessages(letterMessages);
  const [open, setOpen] = useState<"close" | "withdraw">();
  const close = () => setOpen(undefined);
  const w = useMessages(termMessages);
  const lang = useLanguage();
  const can = (act: (typeof senderActs)[number]) => refuseAct(referral.state, act) === null;
  const paper = (print: string) => `/api/referrals/sent/${referral.id}/document?lang=${lang}&print=${print}`;
  const { consent } = referral;
  return (
    <ReferralLine
      referral={referral}
      reason={<ReasonText reason={referral.reason} attachments={referral.attachments} path={`sent/${referral.id}`} />}
      title={named ? referral.personName : referral.toOrganisationName}
      facts={[
        { term: t("refer.toWhom"), value: referral.toOrganisationName },
        { term: t("refer.sentOn"), value: <DateText day={dayOfInstant(referral.sentAt)} /> },
        ...(consent
          ? [
              {
                term: w("consent"),
                value: w(consent.withdrawn ? "consent.withdrawn" : "consent.held", {
                  day: formatDay(consent.givenOn, lang),
                }),
              },
            ]
          : []),
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
      <div className="cluster">
        {can("close") && <Button onClick={() => setOpen("close")}>{t("act.close")}</Button>}
        {can("withdraw") && (
          <Button kind="plain" onClick={() => setOpen("withdraw")}>
            {t("act.withdraw")}
          </Button>
        )}
        <DownloadLink href={paper("normal")}>{w("print.normal")}</DownloadLink>
        <OtherPrints>
          <DownloadLink href={paper("large")}>{w("print.large")}</DownloadLink>
        </OtherPrints>
      </div>
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
