import type { ReactNode } from "react";
import { today } from "../../platform/ui/clock.ts";
import { Definitions } from "../../platform/ui/Definitions.tsx";
import { Card } from "../../platform/ui/Page.tsx";
import { Status, type StatusTone } from "../../platform/ui/Status.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { DateText } from "../../platform/ui/Words.tsx";
import { caseworkMessages } from "../casework/messages.ts";
import type { ReferralState } from "./codes.ts";
import type { ReceivedReferral, ReferralStep, SentReferral } from "./contract.ts";
import { letterMessages } from "./letterMessages.ts";

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
  children?: ReactNode;
}) {
  const t = useMessages(letterMessages);
  const c = useMessages(caseworkMessages);
  const { referral } = props;
  const late = unanswered.includes(referral.state) && referral.feedbackDue < today();
  return (
    <Card title={props.title}>
      <p className="cluster">
        <Status tone={tones[referral.state]}>{t(`referState.${referral.state}`)}</Status>
        {late && <Status tone="danger">{t("refer.late")}</Status>}
      </p>
      <p>{referral.reason}</p>
      <Definitions
        columns={2}
        items={[
          ...(props.facts ?? []),
          { term: t("refer.needs"), value: referral.needs.map((need) => t(`need.${need}`)).join(", ") },
          { term: t("refer.kind"), value: t(`refer.kind.${referral.kind}`) },
          { term: t("refer.feedbackDue"), value: <DateText day={referral.feedbackDue} /> },
          {
            term: t("refer.sections"),
            value: referral.sections.map((one) => c.maybe(`section.${one}`) ?? one).join(", "),
          },
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
