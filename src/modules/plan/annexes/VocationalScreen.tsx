import { useQuery } from "@tanstack/react-query";
import { LinkButton } from "../../../platform/ui/Button.tsx";
import { Definitions } from "../../../platform/ui/Definitions.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { useLanguage } from "../../../platform/ui/language.ts";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { useParam } from "../../../platform/ui/navigation.ts";
import { Card } from "../../../platform/ui/Page.tsx";
import { Status, type StatusTone } from "../../../platform/ui/Status.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { DateText } from "../../../platform/ui/Words.tsx";
import { uuidv7 } from "../../../platform/uuid.ts";
import { assessmentMessages } from "../../assessment/messages.ts";
import { AnnexPage } from "./AnnexPage.tsx";
import { ActButton, Missing, Prints } from "./AnnexParts.tsx";
import { AnnexVersions } from "./AnnexVersions.tsx";
import { figuresQuery, vocationalQuery } from "./api.ts";
import { type StepStatus, stepStatuses } from "./codes.ts";
import type { CurrentLevel, StepView, VocationalPlanView } from "./contract.ts";
import { figureText, measureText, skillText } from "./measureWords.ts";
import { annexMessages } from "./messages.ts";
import { isShortTraining } from "./rules.ts";
import { daysText, hoursText } from "./words.ts";
import "../../../platform/ui/record.css";
import "../plan.css";

type Annex = NonNullable<VocationalPlanView["annex"]>;

/** The vocational plan on one page: next step and who moves first, then goal, level, steps, hand-over, versions. */
export function VocationalScreen() {
  const planId = useParam("planId");
  const query = useQuery(vocationalQuery(planId));
  return (
    <AnnexPage kind="vocational" planId={planId} query={query} before={({ level }) => <Level level={level} />}>
      {(plan, annex) => <Whole plan={plan} annex={annex} />}
    </AnnexPage>
  );
}

function Whole({ plan, annex }: { plan: VocationalPlanView; annex: Annex }) {
  const t = useMessages(annexMessages);
  return (
    <>
      <Acts plan={plan} annex={annex} />
      <div className="record-columns">
        <div className="stack">
          <Next annex={annex} />
          <Card title={t("goal")}>
            <p>{annex.content.goal || <span className="soft">{t("annex.goal_missing")}</span>}</p>
          </Card>
          <Card title={t("steps")}>
            {annex.steps.length === 0 && <p className="soft">{t("steps.none")}</p>}
            <ol className="annex-steps">
              {annex.steps.map((step) => (
                <Step key={step.id} step={step} marks={plan.mayMark} />
              ))}
            </ol>
          </Card>
        </div>
        <div className="stack">
          <Facts annex={annex} />
          {annex.versionNo > 0 && annex.content.measures.length > 0 && <Figures annexId={annex.id} />}
          <Level level={plan.level} />
          <Handover annex={annex} />
          {annex.versionNo > 0 && <AnnexVersions place="vocational" annexId={annex.id} />}
        </div>
      </div>
    </>
  );
}

function Acts({ plan, annex }: { plan: VocationalPlanView; annex: Annex }) {
  const t = useMessages(annexMessages);
  const draft = plan.mayWrite && annex.state === "DRAFT";
  const ready = draft && annex.refusals.length === 0;
  return (
    <section className="stack">
      {draft && <Missing refusals={annex.refusals} />}
      <div className="cluster">
        {ready && (
          <ActButton
            type="vocational-plan.agree"
            kind="main"
            label={t("act.agree")}
            payload={() => ({ annexId: annex.id })}
          />
        )}
        {plan.mayWrite && (
          <LinkButton to={`/plans/${plan.planId}/vocational/edit`} icon="edit" kind={ready ? "quiet" : "main"}>
            {t("act.editVocational")}
          </LinkButton>
        )}
        {plan.mayWrite && annex.state === "IN_FORCE" && (
          <LinkButton to={`/plans/${plan.planId}/vocational/hand-over`}>{t("act.handOver")}</LinkButton>
        )}
        {plan.mayWrite && <LinkButton to={`/plans/${plan.planId}/leading`}>{t("leading.act")}</LinkButton>}
        {annex.state !== "DRAFT" && (
          <LinkButton to={`/plans/${plan.planId}/vocational/sign`} icon="pen">
            {t("sign.title")}
          </LinkButton>
        )}
        <Prints place="vocational" annexId={annex.id} />
      </div>
    </section>
  );
}

function Next({ annex }: { annex: Annex }) {
  const t = useMessages(annexMessages);
  const lang = useLanguage();
  const step = annex.steps.find(({ id }) => id === annex.nextStepId);
  if (annex.steps.length === 0) return null;
  return (
    <Card title={t("next")}>
      {step ? (
        <>
          <p>
            <strong>{t(`type.${step.type}`)}</strong>
            {step.provider && `, ${step.provider}`}
          </p>
          <p className="soft small">{daysText(t, lang, step)}</p>
          <p>{t("next.mover", { mover: t(`mover.${step.mover}`) })}</p>
        </>
      ) : (
        <p className="soft">{t("next.none")}</p>
      )}
    </Card>
  );
}

const TONES: Readonly<Record<StepStatus, StatusTone>> = {
  PLANNED: "neutral",
  IN_PROGRESS: "active",
  DONE: "confirmed",
  NOT_FINISHED: "danger",
  CANCELLED: "neutral",
};

function Step({ step, marks }: { step: StepView; marks: boolean }) {
  const t = useMessages(annexMessages);
  const lang = useLanguage();
  const facts = [daysText(t, lang, step), hoursText(t, lang, step.hours)].filter(Boolean).join(" · ");
  return (
    <li>
      <div className="record-line">
        <p className="cluster">
          <strong>{t(`type.${step.type}`)}</strong>
          <Status tone={TONES[step.status]}>{t(`status.${step.status}`)}</Status>
        </p>
        {step.provider && <p>{step.provider}</p>}
        {facts && <p className="soft small">{facts}</p>}
        {step.certificate && (
          <p>
            <span className="soft small">{t("certificate")}:</span> {step.certificate}
          </p>
        )}
        {step.lacksDocument && <p>{t("lacks", { competence: step.competence })}</p>}
        {isShortTraining(step) && <p className="soft small">{t("short")}</p>}
        <p className="soft small">
          {t("mover")}: {t(`mover.${step.mover}`)}
        </p>
        {marks && (
          <details>
            <summary>{t("mark", { step: [t(`type.${step.type}`), step.provider].filter(Boolean).join(", ") })}</summary>
            <div className="cluster">
              {stepStatuses
                .filter((status) => status !== step.status)
                .map((status) => (
                  <ActButton
                    key={status}
                    type="vocational-plan.mark-step"
                    label={t(`status.${status}`)}
                    payload={() => ({ markId: uuidv7(), lineId: step.id, status })}
                  />
                ))}
            </div>
          </details>
        )}
      </div>
    </li>
  );
}

/** What our own records say of the chosen measures, beside what is aimed at. */
function Figures({ annexId }: { annexId: string }) {
  const t = useMessages(annexMessages);
  const lang = useLanguage();
  const query = useQuery(figuresQuery(annexId));
  return (
    <Card title={t("figures")}>
      <Loaded query={query} lines={2}>
        {({ from, until, hidden, figures }) => (
          <>
            <p className="soft small">
              {t("figures.since", { from: formatDay(from, lang), until: formatDay(until, lang) })}
            </p>
            {hidden && <p className="soft">{t("figures.hidden")}</p>}
            {!hidden && figures.length === 0 && <p className="soft">{t("figures.none")}</p>}
            <Definitions
              items={figures.map((it) => ({
                term: it.label[lang],
                value: (
                  <span className="cluster">
                    {figureText(t, lang, it)}
                    {it.reached !== null && (
                      <Status tone={it.reached ? "confirmed" : "neutral"}>
                        {t(it.reached ? "target.reached" : "target.notYet")}
                      </Status>
                    )}
                  </span>
                ),
              }))}
            />
          </>
        )}
      </Loaded>
    </Card>
  );
}

function Facts({ annex }: { annex: Annex }) {
  const t = useMessages(annexMessages);
  const lang = useLanguage();
  const { content, handover } = annex;
  return (
    <Card title={t("vocational")}>
      <Definitions
        items={[
          { term: t("ledBy.vocational"), value: annex.ledBy },
          {
            term: t("coach"),
            value:
              handover?.coach ??
              (annex.foreseenCoach ? t("coach.foreseenName", { name: annex.foreseenCoach }) : undefined),
          },
          { term: t("begunOn"), value: <DateText day={annex.begunOn} /> },
          { term: t("versionNo"), value: annex.versionNo || undefined },
          { term: t("targetJobs"), value: content.targetJobs || undefined },
          {
            term: t("measures"),
            value:
              content.measures.length > 0
                ? content.measures.map((code) => (
                    <div key={code}>{measureText(t, lang, code, content.targets[code])}</div>
                  ))
                : undefined,
          },
          {
            term: t("reviewOn"),
            value:
              content.reviewOn.length > 0
                ? content.reviewOn.map((day) => (
                    <div key={day}>
                      <DateText day={day} />
                    </div>
                  ))
                : t("reviewOn.none"),
          },
        ]}
      />
    </Card>
  );
}

function Level({ level }: { level: CurrentLevel | null }) {
  const t = useMessages(annexMessages);
  const assessed = useMessages(assessmentMessages);
  return (
    <Card title={t("level")}>
      {!level && <p className="soft">{t("level.none")}</p>}
      {level && (
        <>
          <p className="soft small">
            {t("level.from")}: <DateText day={level.givenOn} />, {level.doneBy}
          </p>
          <Definitions
            items={[
              {
                term: t("level.readiness"),
                value: level.readiness === null ? undefined : t("level.of5", { level: level.readiness }),
              },
              { term: t("level.preferredJobs"), value: level.preferredJobs || undefined },
              {
                term: t("level.skills"),
                value: level.skills.map((it) => skillText(t, it)).join(", ") || undefined,
              },
              {
                term: t("level.barriers"),
                value: level.barriers.map((code) => assessed(`barrier.${code}`)).join(", ") || undefined,
              },
              {
                term: t("level.months"),
                value:
                  level.monthsWithoutWork === null
                    ? undefined
                    : t("level.monthsOn", {
                        months: level.monthsWithoutWork.months,
                        day: formatDay(level.monthsWithoutWork.on, t.lang),
                      }),
              },
              { term: t("level.conclusion"), value: level.conclusion || undefined },
              {
                term: t("level.qualifications"),
                value:
                  level.qualifications.length > 0
                    ? level.qualifications.map((it) => (
                        <div key={it.id}>
                          {[it.name, it.year, t.maybe(`document.${it.document}`)].filter(Boolean).join(", ")}
                        </div>
                      ))
                    : undefined,
              },
            ]}
          />
        </>
      )}
    </Card>
  );
}

function Handover({ annex }: { annex: Annex }) {
  const t = useMessages(annexMessages);
  const { handover } = annex;
  return (
    <Card title={t("handover")}>
      {!handover && <p className="soft">{t("handover.none")}</p>}
      {handover && (
        <>
          <p>
            {handover.coach}, <DateText day={handover.on} />
            <span className="soft small"> ({handover.by})</span>
          </p>
          {handover.disclosureAgreed ? (
            <p>
              <span className="soft small">{t("handover.agreed")}:</span> {handover.disclosure}
            </p>
          ) : (
            <Notice tone="due">
              <p>{t("handover.notAgreed")}</p>
              {handover.disclosure && <p>{handover.disclosure}</p>}
            </Notice>
          )}
        </>
      )}
    </Card>
  );
}
