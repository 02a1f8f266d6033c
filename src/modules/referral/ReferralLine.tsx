import type { ReactNode } from "react";
import { DownloadLink } from "../../platform/ui/Button.tsx";
import { today } from "../../platform/ui/clock.ts";
import { Definitions } from "../../platform/ui/Definitions.tsx";
import { Card } from "../../platform/ui/Page.tsx";
import { Status, type StatusTone } from "../../platform/ui/Status.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { DateText } from "../../platform/ui/Words.tsx";
import { caseworkMessages } from "../casework/messages.ts";
import { partnershipMessages } from "../partnership/messages.ts";
import type { ReferralState } from "./codes.ts";
import type { Attachment, ReceivedReferral, ReferralStep, SentReferral } from "./contract.ts";
import { letterMessages } from "./letterMessages.ts";
import { referralMessages } from "./messages.ts";
import { missingOfReferral } from "./rules.ts";
import { termMessages } from "./termMessages.ts";

const tones: Readonly<Record<ReferralState, StatusTone>> = {
  SENT: "due",
  RECEIVED: "due",
  WAITLIST: "due",
  ACCEPTED: "active",
  APPEARED: "active",
  NOT_APPEARED: "due",
  DECLINED: "danger",
  REDIRECTED: "active",
  ANSWERED: "confirmed",
  CLOSED: "neutral",
  WITHDRAWN: "neutral",
};
const unanswered: readonly ReferralState[] = ["SENT", "RECEIVED", "WAITLIST"];

/** A referral as both sides see it: what is asked, until when, every step. */
export function ReferralLine(props: {
  referral: SentReferral | ReceivedReferral;
  title: string;
  facts?: readonly { term: string; value: ReactNode }[];
  /** Why and with what files, where they are read already. */
  reason?: ReactNode;
  children?: ReactNode;
}) {
  const t = useMessages(letterMessages);
  const w = useMessages(termMessages);
  const c = useMessages(caseworkMessages);
  const r = useMessages(referralMessages);
  const p = useMessages(partnershipMessages);
  const { referral } = props;
  const late = unanswered.includes(referral.state) && referral.feedbackDue < today();
  return (
    <Card title={props.title}>
      <p className="cluster">
        <Status tone={tones[referral.state]}>{t(`referState.${referral.state}`)}</Status>
        {referral.urgency === "EMERGENCY_112" && unanswered.includes(referral.state) && (
          <Status tone="danger">{r("urgency.EMERGENCY_112")}</Status>
        )}
        {late && <Status tone="danger">{t("refer.late")}</Status>}
      </p>
      {props.reason}
      <Definitions
        columns={2}
        items={[
          ...(props.facts ?? []),
          ...(referral.needs.length > 0
            ? [{ term: t("refer.needs"), value: referral.needs.map((need) => w(`need.${need}`)).join(", ") }]
            : []),
          { term: t("refer.urgency"), value: r(`urgency.${referral.urgency}`) },
          { term: t("refer.kind"), value: t(`refer.kind.${referral.kind}`) },
          ...(referral.ground
            ? [{ term: w("ground"), value: w(`ground.${referral.ground}`) }]
            : missingOfReferral(referral).map((one) => ({ term: w(one), value: w("ground.missing") }))),
          ...(referral.service ? [{ term: w("service"), value: referral.service }] : []),
          { term: t("refer.feedbackDue"), value: <DateText day={referral.feedbackDue} /> },
          {
            term: t("refer.sections"),
            value: referral.sections.map((one) => c.maybe(`section.${one}`) ?? one).join(", "),
          },
          { term: t("refer.basis"), value: p.maybe(`basis.${referral.legalBasis}`) ?? referral.legalBasis },
          ...(referral.healthBasis
            ? [{ term: t("refer.healthBasis"), value: t(`healthBasis.${referral.healthBasis}`) }]
            : []),
        ]}
      />
      {referral.steps.length > 0 && (
        <ol role="list" className="stack-tight">
          {referral.steps.map((step) => (
            <StepLine key={step.id} step={step} />
          ))}
        </ol>
      )}
      {props.children}
    </Card>
  );
}

/** The words of a referral and the files with it. `path`: of the referral below which its files are. */
export function ReasonText({
  reason,
  attachments,
  path,
}: {
  reason: string;
  attachments: readonly Attachment[];
  path: string;
}) {
  const t = useMessages(letterMessages);
  const c = useMessages(caseworkMessages);
  return (
    <>
      <p>{reason}</p>
      {attachments.length > 0 && (
        <ul role="list" className="stack-tight" aria-label={t("refer.files")}>
          {attachments.map(({ id, title, section }) => (
            <li key={id}>
              <DownloadLink href={`/api/referrals/${path}/files/${id}`}>{title}</DownloadLink>{" "}
              <span className="soft">{c.maybe(`section.${section}`) ?? section}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function StepLine({ step }: { step: ReferralStep }) {
  const t = useMessages(letterMessages);
  const words = [
    step.decision && t(`decision.${step.decision}`),
    step.reason && t(`reason.${step.reason}`),
    step.outcome && t(`result.${step.outcome}`),
    step.note,
    step.ours ? t("step.us") : null,
  ].filter(Boolean);
  return (
    <li>
      <DateText day={step.happenedOn} /> · {t(`step.${step.kind}`)}
      {words.length > 0 && `: ${words.join(", ")}`}
    </li>
  );
}
