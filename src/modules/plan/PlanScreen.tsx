import { useQuery } from "@tanstack/react-query";
import { AppLink, LinkButton } from "../../platform/ui/Button.tsx";
import { Definitions } from "../../platform/ui/Definitions.tsx";
import { MissingList } from "../../platform/ui/FormLayout.tsx";
import { formatDay } from "../../platform/ui/format.ts";
import { Notice } from "../../platform/ui/Notices.tsx";
import { useParam } from "../../platform/ui/navigation.ts";
import { Card, Page } from "../../platform/ui/Page.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { DateText } from "../../platform/ui/Words.tsx";
import { SidesCard } from "../partnership/api.ts";
import { ActButton } from "./ActButton.tsx";
import { AnnexLinks } from "./annexes/AnnexParts.tsx";
import { planQuery } from "./api.ts";
import { ChangeCard } from "./ChangeCard.tsx";
import type { PlanView } from "./contract.ts";
import { planMessages } from "./messages.ts";
import { PlanHistory } from "./PlanHistory.tsx";
import { GoalsBySphere, TasksBySide } from "./PlanLines.tsx";
import { PlanPrints } from "./PlanPrints.tsx";
import { PlanState } from "./PlanState.tsx";
import { implementerOf, missingWords, waitsForApproval } from "./rules.ts";
import "../../platform/ui/record.css";
import "./plan.css";

/** One programme on one page: goals in the person's words, tasks of each side, what it waits for. */
export function PlanScreen() {
  const t = useMessages(planMessages);
  const query = useQuery(planQuery(useParam("planId")));
  const plan = query.data;
  return (
    <Page
      title={plan ? `${plan.personName}: ${t(`kind.${plan.kind}`)}` : t("tab")}
      lead={plan && <PlanState plan={plan} />}
      back={plan ? { to: `/people/${plan.personId}`, label: plan.personName } : { to: "/plans", label: t("plans") }}
    >
      <Loaded query={query}>{(view) => <Whole plan={view} />}</Loaded>
    </Page>
  );
}

function Whole({ plan }: { plan: PlanView }) {
  const t = useMessages(planMessages);
  if (plan.sees === "SUMMARY")
    return (
      <>
        <Notice>{t("onlySummary")}</Notice>
        <Facts plan={plan} />
      </>
    );
  return (
    <>
      {plan.sees === "GOALS" && <Notice>{t("onlyGoals")}</Notice>}
      <Acts plan={plan} />
      <ChangeCard plan={plan} />
      <div className="cluster">
        <AnnexLinks planId={plan.id} />
      </div>
      <div className="record-columns">
        <div className="stack">
          <Card title={t("goals")}>
            <GoalsBySphere plan={plan} />
          </Card>
          <Card title={t("tasks")}>
            <TasksBySide plan={plan} />
          </Card>
        </div>
        <div className="stack">
          <Facts plan={plan} />
          <PartnerSides plan={plan} />
          {plan.sees === "WHOLE" && <PlanHistory plan={plan} />}
        </div>
      </div>
    </>
  );
}

/** Sides that one other organisation may have; "a partner" is nobody in particular. */
function PartnerSides({ plan }: { plan: PlanView }) {
  const sides = (["SHELTER", "LEAD_ORGANISATION"] as const).filter((side) =>
    plan.tasks.some((task) => task.side === side),
  );
  if (!plan.mayWrite || sides.length === 0) return null;
  return (
    <SidesCard
      record={{ type: "plan", recordId: plan.id }}
      personId={plan.personId}
      sides={sides}
      goals={plan.goals.map(({ id, text }) => ({ id, what: text }))}
    />
  );
}

const missingOf = ({ state, description, goals }: PlanView) =>
  description && (state === "DRAFT" || state === "ACTIVE") ? missingWords(description, goals) : [];

function Facts({ plan }: { plan: PlanView }) {
  const t = useMessages(planMessages);
  const { description, approval } = plan;
  const yesNo = (it: boolean) => t(it ? "yes" : "no");
  return (
    <Card title={t("document.facts")}>
      <Definitions
        items={[
          {
            term: t("period"),
            value: (
              <>
                <DateText day={plan.startOn} /> – {plan.endOn ? <DateText day={plan.endOn} /> : "…"}
              </>
            ),
          },
          { term: t("reviewDue"), value: plan.reviewDue ? <DateText day={plan.reviewDue} /> : undefined },
          ...(description
            ? [
                {
                  term: t("preparedBy"),
                  value: `${plan.preparedBy ?? "–"} (${t(`side.${description.preparedSide}`)})`,
                },
                {
                  term: t("leading.by"),
                  value: plan.leader && (
                    <>
                      {plan.leader.since
                        ? t("leading.since", { name: plan.leader.name, day: formatDay(plan.leader.since, t.lang) })
                        : plan.leader.name}
                      {plan.leader.mayChange && (
                        <div>
                          <AppLink to={`/plans/${plan.id}/leading`}>{t("leading.act")}</AppLink>
                        </div>
                      )}
                    </>
                  ),
                },
                { term: t("implementer"), value: implementerOf(description, t(`side.${description.implementer}`)) },
                { term: t("beyondShelterMeans"), value: yesNo(description.beyondShelterMeans) },
                { term: t("healthInsuranceNeeded"), value: yesNo(description.healthInsuranceNeeded) },
                {
                  term: t("responsibleBodies"),
                  value:
                    (description.provisions.length > 0 && (
                      <ul role="list" className="stack-tight">
                        {description.provisions.map(({ provision, body }, at) => (
                          <li key={at}>
                            {t(`support.${provision}`)}: {body}
                          </li>
                        ))}
                      </ul>
                    )) ||
                    undefined,
                },
                {
                  term: t("supportMeans"),
                  value: description.supportMeans.map((form) => t(`support.${form}`)).join(", ") || undefined,
                },
                { term: t("situation"), value: description.situation || undefined },
                { term: t("commitments"), value: description.commitments || undefined },
                ...(["noHousingGoalReason", "noWorkGoalReason"] as const).flatMap((why) =>
                  description[why] ? [{ term: t(why), value: description[why] }] : [],
                ),
                {
                  term: t("approval"),
                  value: approval
                    ? t("approval.given", { by: approval.by })
                    : t(plan.approvalNeeded ? "approval.needed" : "approval.notNeeded"),
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}

function Acts({ plan }: { plan: PlanView }) {
  const t = useMessages(planMessages);
  if (plan.sees !== "WHOLE") return null;
  const { id, state, mayWrite, refusals } = plan;
  const payload = () => ({ planId: id });
  const draft = state === "DRAFT" && mayWrite;
  const mayBegin = mayWrite && (state === "APPROVED" || (state === "AGREED" && !plan.approvalNeeded));
  return (
    <section className="stack">
      {draft && refusals.length > 0 && (
        <Notice tone="due" title={t("missing", { count: refusals.length })}>
          <ul>
            {refusals.map((code) => (
              <li key={code}>{t.maybe(code) ?? code}</li>
            ))}
          </ul>
        </Notice>
      )}
      {mayWrite && <MissingList items={missingOf(plan).map((code) => ({ text: t(code) }))} />}
      {plan.leader?.call && plan.leader.mayChange && (
        <Notice
          tone={plan.leader.call === "NEEDED" ? "due" : "info"}
          actions={<LinkButton to={`/plans/${id}/leading`}>{t("leading.act")}</LinkButton>}
        >
          {t(`leading.call.${plan.leader.call}`, { name: plan.leader.name })}
        </Notice>
      )}
      {waitsForApproval(plan) && !plan.mayApprove && <Notice tone="due">{t("approval.needed")}</Notice>}
      <div className="cluster">
        {draft && refusals.length === 0 && (
          <LinkButton to={`/plans/${id}/agree`} kind="main" icon="check">
            {t("act.agree")}
          </LinkButton>
        )}
        {plan.mayApprove && <ActButton type="plan.approve" kind="main" label={t("act.approve")} payload={payload} />}
        {plan.mayReturn && <LinkButton to={`/plans/${id}/return`}>{t("act.return")}</LinkButton>}
        {mayBegin && <ActButton type="plan.activate" kind="main" label={t("act.activate")} payload={payload} />}
        {mayWrite && state === "ACTIVE" && (
          <LinkButton to={`/plans/${id}/review`} kind="main" icon="check">
            {t("review.make")}
          </LinkButton>
        )}
        {mayWrite && (state === "DRAFT" || state === "ACTIVE") && (
          <LinkButton to={`/plans/${id}/goals`} icon="edit" kind={draft && refusals.length > 0 ? "main" : "quiet"}>
            {t("act.editGoals")}
          </LinkButton>
        )}
        {mayWrite && (state === "DRAFT" || state === "ACTIVE") && (
          <LinkButton to={`/plans/${id}/template`} icon="plus">
            {t("template.use")}
          </LinkButton>
        )}
        {mayWrite && (state === "DRAFT" || state === "ACTIVE") && (
          <LinkButton to={`/plans/${id}/description`} icon="edit">
            {t("act.editDescription")}
          </LinkButton>
        )}
        {mayWrite && state === "AGREED" && <ActButton type="plan.redraft" label={t("act.redraft")} payload={payload} />}
        {mayWrite && state === "ACTIVE" && <LinkButton to={`/plans/${id}/prolong`}>{t("act.prolong")}</LinkButton>}
        {mayWrite && (state === "COMPLETED" || state === "INTERRUPTED") && (
          <LinkButton to={`/plans/${id}/reopen`}>{t("act.reopen")}</LinkButton>
        )}
        {mayWrite && (state === "ACTIVE" || state === "APPROVED" || state === "AGREED") && (
          <LinkButton to={`/plans/${id}/end`}>{t("act.close")}</LinkButton>
        )}
        {state !== "DRAFT" && (
          <LinkButton to={`/plans/${id}/sign`} icon="pen">
            {t("sign.title")}
          </LinkButton>
        )}
        <PlanPrints planId={id} />
      </div>
    </section>
  );
}
