import { useQuery } from "@tanstack/react-query";
import { Card } from "../../platform/ui/Page.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { DateText } from "../../platform/ui/Words.tsx";
import { versionsQuery } from "./api.ts";
import type { PlanVersionView, PlanView } from "./contract.ts";
import { planMessages } from "./messages.ts";

/** Reviews, steps with who and when, and the versions with what changed. */
export function PlanHistory({ plan }: { plan: PlanView }) {
  const t = useMessages(planMessages);
  return (
    <>
      {plan.closure && (
        <Card title={t("closure")}>
          <p>
            <DateText day={plan.closure.on} />: {t(`closure.${plan.closure.reason}`)}
          </p>
          <p>{plan.closure.summary}</p>
        </Card>
      )}
      {plan.versionNo > 0 && (
        <Card title={t("reviews")}>
          {plan.reviews.length === 0 && <p className="soft">{t("reviews.none")}</p>}
          {plan.reviews.map((review) => (
            <div key={review.id} className="plan-line">
              <p>
                <DateText day={review.reviewedOn} />: {t(`decision.${review.decision}`)}
              </p>
              <p>{review.summary}</p>
              <p className="soft small">{review.reviewedBy}</p>
            </div>
          ))}
        </Card>
      )}
      <Card title={t("history")}>
        {plan.steps.map((step, at) => (
          <p key={at} className="plan-line">
            <span>{t.maybe(`step.${step.act}`) ?? step.act}</span>
            <span className="soft small">
              <DateText day={step.on} />, {step.by}
            </span>
          </p>
        ))}
      </Card>
      {plan.versionNo > 1 && <Versions planId={plan.id} />}
    </>
  );
}

function Versions({ planId }: { planId: string }) {
  const t = useMessages(planMessages);
  const query = useQuery(versionsQuery(planId));
  return (
    <Card title={t("versions")}>
      <Loaded query={query}>
        {({ versions }) =>
          versions
            .map((version, at) => <Version key={version.no} version={version} before={versions[at - 1]} />)
            .reverse()
        }
      </Loaded>
    </Card>
  );
}

function Version({ version, before }: { version: PlanVersionView; before: PlanVersionView | undefined }) {
  const t = useMessages(planMessages);
  const lines = ({ content }: PlanVersionView) => [
    ...content.goals.map(({ id, text }) => ({ id, text })),
    ...content.tasks.map(({ id, what }) => ({ id, text: what })),
  ];
  const word = (id: string) =>
    version.added.includes(id) ? "version.added" : version.changed.includes(id) ? "version.changed" : "version.same";
  const gone = before ? lines(before).filter(({ id }) => version.removed.includes(id)) : [];
  return (
    <details>
      <summary>
        {t("version.no", { no: version.no })} · <DateText day={version.madeOn} /> · {version.madeBy}
      </summary>
      <ul>
        {lines(version).map(({ id, text }) => (
          <li key={id}>
            {text} {version.no > 1 && <span className="soft small">({t(word(id))})</span>}
          </li>
        ))}
        {gone.map(({ id, text }) => (
          <li key={id}>
            <s>{text}</s> <span className="soft small">({t("version.removed")})</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
