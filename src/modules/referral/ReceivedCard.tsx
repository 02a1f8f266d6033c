import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ActButton } from "../../platform/ui/ActButton.tsx";
import { AppLink, Button, DownloadLink, LinkButton, OtherPrints } from "../../platform/ui/Button.tsx";
import { SidePanel } from "../../platform/ui/Dialog.tsx";
import { dayOfInstant } from "../../platform/ui/format.ts";
import { useLanguage } from "../../platform/ui/language.ts";
import { useHasRole } from "../../platform/ui/session.ts";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { DateText } from "../../platform/ui/Words.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { caseworkAccess } from "../casework/access.ts";
import { receivedReasonQuery } from "./api.ts";
import type { receiverActs } from "./codes.ts";
import type { ReceivedReferral } from "./contract.ts";
import { letterMessages } from "./letterMessages.ts";
import { ReasonText, ReferralLine } from "./ReferralLine.tsx";
import { refuseAct } from "./rules.ts";
import { AppearanceForm, DecideForm, OutcomeForm } from "./StepForms.tsx";
import { termMessages } from "./termMessages.ts";

const acts = ["decide", "appearance", "outcome"] as const;

/** Why, and with what files; reading it is told to the sender. */
function Reason({ referralId }: { referralId: string }) {
  const t = useMessages(letterMessages);
  const read = useQuery(receivedReasonQuery(referralId));
  return (
    <Loaded query={read} lines={2}>
      {({ reason, attachments, sentByName }) => (
        <>
          <ReasonText reason={reason} attachments={attachments} path={`received/${referralId}`} />
          {sentByName && (
            <p className="soft">
              {t("refer.sentBy")}: {sentByName}
            </p>
          )}
        </>
      )}
    </Loaded>
  );
}

/** A referral to us: whom it is about is said by the share; every step is told to the sender. */
export function ReceivedCard({ referral }: { referral: ReceivedReferral }) {
  const t = useMessages(letterMessages);
  const w = useMessages(termMessages);
  const lang = useLanguage();
  const [reads, setReads] = useState(false);
  const [open, setOpen] = useState<(typeof acts)[number]>();
  const close = () => setOpen(undefined);
  const { id, state, shareId, shareOpen, readable, ownPersonId, ownPersonName, origin, steps } = referral;
  const paper = (print: string) => `/api/referrals/received/${id}/document?lang=${lang}&print=${print}`;
  const can = (act: (typeof receiverActs)[number]) => refuseAct(state, act) === null;
  const receivedOn = steps.find(({ kind }) => kind === "RECEIVED")?.happenedOn;
  const received = receivedOn !== undefined;
  const learnedOn = receivedOn ?? dayOfInstant(referral.sentAt);
  const asksForInterview =
    useHasRole(...Object.keys(caseworkAccess["interview.need"])) &&
    ownPersonId &&
    refuseAct(state, "decide") === "referral.decided_already";
  return (
    <ReferralLine
      referral={referral}
      title={origin}
      reason={reads && readable && <Reason referralId={id} />}
      facts={[
        { term: t("refer.sentOn"), value: <DateText day={dayOfInstant(referral.sentAt)} /> },
        ...(ownPersonId
          ? [{ term: t("inbox.ours"), value: <AppLink to={`/people/${ownPersonId}`}>{ownPersonName ?? ""}</AppLink> }]
          : []),
      ]}
    >
      <div className="cluster">
        {!received && can("receive") && (
          <ActButton
            type="referral.receive"
            payload={() => ({ stepId: uuidv7(), referralId: id })}
            label={t("act.receive")}
            messages={t}
            invalidates={[["referrals"]]}
            onDone={() => toast({ text: t("saved.step") })}
          />
        )}
        {readable && !reads && (
          <Button icon="down" onClick={() => setReads(true)}>
            {t("refer.read")}
          </Button>
        )}
        {shareOpen ? (
          <LinkButton to={`/shares/${shareId}`}>{t("inbox.openPerson")}</LinkButton>
        ) : (
          <span className="soft">{t("inbox.shareOver")}</span>
        )}
        {asksForInterview && (
          <AppLink to={`/people/${ownPersonId}`} search={{ tab: "case", interview: learnedOn }}>
            {t("inbox.interview")}
          </AppLink>
        )}
        {can("decide") && <Button onClick={() => setOpen("decide")}>{t("act.decide")}</Button>}
        {can("note-appearance") && <Button onClick={() => setOpen("appearance")}>{t("act.appearance")}</Button>}
        {can("note-outcome") && <Button onClick={() => setOpen("outcome")}>{t("act.outcome")}</Button>}
        {readable && (
          <>
            <DownloadLink href={paper("normal")}>{w("print.normal")}</DownloadLink>
            <OtherPrints>
              <DownloadLink href={paper("large")}>{w("print.large")}</DownloadLink>
            </OtherPrints>
          </>
        )}
      </div>
      <SidePanel open={open !== undefined} title={open ? t(`act.${open}`) : ""} onClose={close}>
        {open === "decide" && <DecideForm referral={referral} onDone={close} />}
        {open === "appearance" && <AppearanceForm referralId={id} onDone={close} />}
        {open === "outcome" && <OutcomeForm referralId={id} onDone={close} />}
      </SidePanel>
    </ReferralLine>
  );
}
