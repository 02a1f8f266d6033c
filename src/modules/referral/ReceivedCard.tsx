import { useState } from "react";
import { ActButton } from "../../platform/ui/ActButton.tsx";
import { AppLink, Button, LinkButton } from "../../platform/ui/Button.tsx";
import { SidePanel } from "../../platform/ui/Dialog.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { DateText } from "../../platform/ui/Words.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import type { ReceivedReferral } from "./contract.ts";
import { letterMessages } from "./letterMessages.ts";
import { ReferralLine } from "./ReferralLine.tsx";
import { AppearanceForm, DecideForm, OutcomeForm } from "./StepForms.tsx";

const acts = ["decide", "appearance", "outcome"] as const;

/** A referral to us: whom it is about is said by the share; every step is told to the sender. */
export function ReceivedCard({ referral }: { referral: ReceivedReferral }) {
  const t = useMessages(letterMessages);
  const [open, setOpen] = useState<(typeof acts)[number]>();
  const close = () => setOpen(undefined);
  const { id, state, shareId, shareOpen, ownPersonId, ownPersonName, origin, steps } = referral;
  const decided = ["ACCEPTED", "APPEARED", "NOT_APPEARED", "ANSWERED"].includes(state);
  const over = state === "CLOSED";
  const received = steps.some(({ kind }) => kind === "RECEIVED");
  return (
    <ReferralLine
      referral={referral}
      title={origin}
      facts={[
        { term: t("refer.sentOn"), value: <DateText day={referral.sentAt.slice(0, 10)} /> },
        ...(ownPersonId
          ? [{ term: t("inbox.ours"), value: <AppLink to={`/people/${ownPersonId}`}>{ownPersonName ?? ""}</AppLink> }]
          : []),
      ]}
    >
      <div className="cluster">
        {!received && !over && (
          <ActButton
            type="referral.receive"
            payload={() => ({ stepId: uuidv7(), referralId: id })}
            label={t("act.receive")}
            messages={t}
            invalidates={[["referrals"]]}
            onDone={() => toast({ text: t("saved.step") })}
          />
        )}
        {shareOpen ? (
          <LinkButton to={`/shares/${shareId}`}>{t("inbox.openPerson")}</LinkButton>
        ) : (
          <span className="soft">{t("inbox.shareOver")}</span>
        )}
        {!over && !decided && <Button onClick={() => setOpen("decide")}>{t("act.decide")}</Button>}
        {!over && decided && <Button onClick={() => setOpen("appearance")}>{t("act.appearance")}</Button>}
        {!over && <Button onClick={() => setOpen("outcome")}>{t("act.outcome")}</Button>}
      </div>
      <SidePanel open={open !== undefined} title={open ? t(`act.${open}`) : ""} onClose={close}>
        {open === "decide" && <DecideForm referral={referral} onDone={close} />}
        {open === "appearance" && <AppearanceForm referralId={id} onDone={close} />}
        {open === "outcome" && <OutcomeForm referralId={id} onDone={close} />}
      </SidePanel>
    </ReferralLine>
  );
}
