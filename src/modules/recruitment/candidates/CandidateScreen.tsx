import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { isPlainDate } from "../../../platform/time/plainDate.ts";
import { AppLink, BackLink, Button, DownloadLink, LinkButton } from "../../../platform/ui/Button.tsx";
import { Definitions } from "../../../platform/ui/Definitions.tsx";
import { formatDay, formatInstant } from "../../../platform/ui/format.ts";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { useParam } from "../../../platform/ui/navigation.ts";
import { Card, Page, PageHeader } from "../../../platform/ui/Page.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import type { CriterionResult, CriterionRule } from "../../project/criteria/contract.ts";
import { criteriaMessages, ruleWords, valueWords } from "../../project/criteria/messages.ts";
import { bringAddress, candidateQuery } from "../api.ts";
import { AppointmentCard } from "../interviews/AppointmentCard.tsx";
import { recruitmentMessages } from "../messages.ts";
import { PapersCard } from "../papers/PapersCard.tsx";
import { EvidenceForm, InterviewForm, TakeBackForm, WithdrawForm } from "./CandidateForms.tsx";
import { CandidateStatus } from "./CandidateStatus.tsx";
import { CarryForm } from "./CarryForm.tsx";
import type { CandidateView } from "./contract.ts";
import { factOfRule } from "./ruleFacts.ts";
import { bringWords, outsideWords } from "./words.ts";

/** Everything about one candidate: conditions with value and evidence, points, interview, decisions. */
export function CandidateScreen() {
  const query = useQuery(candidateQuery(useParam("candidateId")));
  return (
    <Page>
      <Loaded query={query} lines={8}>
        {(view) => <CandidateOf view={view} />}
      </Loaded>
    </Page>
  );
}

type Act = "evidence" | "interview" | "withdraw" | "back" | "carry";

function CandidateOf({ view }: { view: CandidateView }) {
  const t = useMessages(recruitmentMessages);
  const [act, setAct] = useState<Act>();
  const done = () => setAct(undefined);
  const { card, personId } = view;
  return (
    <>
      <BackLink to={`/recruitment/${view.recruitmentId}/candidates`}>{view.projectTitle}</BackLink>
      <PageHeader
        title={card ? `${card.lastName} ${card.firstName}` : t("candidate.title", { no: view.no })}
        facts={<CandidateStatus state={view.state} />}
        line={
          <>
            <span>{t("candidate.title", { no: view.no })}</span>
            <span>{view.sender ?? t(`source.${view.source}`)}</span>
            <span>{formatDay(view.appliedOn, t.lang)}</span>
          </>
        }
        actions={
          <>
            {personId && (
              <LinkButton to={`/people/${personId}`} icon="person">
                {t("candidate.person")}
              </LinkButton>
            )}
            {view.open && !personId && card && (
              <LinkButton to={`/candidates/${view.id}/edit`} icon="edit">
                {t("candidate.edit")}
              </LinkButton>
            )}
          </>
        }
      />
      {!card && <Notice>{t("candidate.gone")}</Notice>}
      {view.others.map((other) => (
        <Notice
          key={other.candidateId}
          tone={other.kind === "BESIDE" ? "due" : "info"}
          actions={<AppLink to={`/candidates/${other.candidateId}`}>{t("also.open")}</AppLink>}
        >
          {t(`also.${other.kind}`, { title: other.title, no: other.no })}
        </Notice>
      ))}
      {view.openedElsewhere && (
        <Notice>
          {t("openedElsewhere", {
            day: formatDay(view.openedElsewhere.on, t.lang),
            by: view.openedElsewhere.by,
            reason: view.openedElsewhere.reason,
          })}
        </Notice>
      )}
      {view.degreeKept && <Notice>{t("candidate.degreeKept")}</Notice>}
      {card && (
        <div className="columns">
          <div className="stack">
            <RulesCard view={view} act={act} onAct={setAct} onDone={done} />
            <AppointmentCard candidateId={view.id} />
            <InterviewCard view={view} act={act} onAct={setAct} onDone={done} />
          </div>
          <div className="stack">
            <Card title={t("group.who")}>
              <Definitions
                items={[
                  { term: t("pesel"), value: card.pesel },
                  { term: t("birthDate"), value: card.birthDate && formatDay(card.birthDate, t.lang) },
                  { term: t("phone"), value: card.phone },
                  { term: t("email"), value: card.email },
                  { term: t("address"), value: card.address },
                  { term: t("remark"), value: card.remark },
                ]}
              />
            </Card>
            {view.pointRules.length > 0 && (
              <Card title={t("points.title")}>
                <Definitions
                  items={view.pointRules.map(({ pointId, name, maxPoints }) => ({
                    term: t("points.max", { name, max: maxPoints }),
                    value: view.points[pointId],
                  }))}
                />
              </Card>
            )}
            <PapersCard candidateId={view.id} open={view.open} />
            <DecisionsCard view={view} />
            {view.mayTakeBack && (
              <Card title={t("back.title")}>
                {act === "back" ? (
                  <TakeBackForm view={view} onDone={done} />
                ) : (
                  <p>
                    <Button onClick={() => setAct("back")}>{t("act.takeBack")}</Button>
                  </p>
                )}
              </Card>
            )}
            {view.carryTo.length > 0 && (
              <Card title={t("carry.title")}>
                {act === "carry" ? (
                  <CarryForm
                    fromId={view.recruitmentId}
                    candidateIds={[view.id]}
                    targets={view.carryTo}
                    onDone={done}
                  />
                ) : (
                  <p>
                    <Button onClick={() => setAct("carry")}>{t("carry.act")}</Button>
                  </p>
                )}
              </Card>
            )}
            <EditionsCard view={view} />
            {view.open && view.state !== "STARTED" && view.state !== "LEFT" && (
              <Card title={t("withdraw.title")}>
                {act === "withdraw" ? (
                  <WithdrawForm view={view} onDone={done} />
                ) : (
                  <p>
                    <Button onClick={() => setAct("withdraw")}>{t("act.withdraw")}</Button>
                  </p>
                )}
              </Card>
            )}
          </div>
        </div>
      )}
    </>
  );
}

type PartProps = { view: CandidateView; act: Act | undefined; onAct: (act: Act) => void; onDone: () => void };

function RulesCard({ view, act, onAct, onDone }: PartProps) {
  const t = useMessages(recruitmentMessages);
  const of = useMessages(criteriaMessages);
  const results = new Map(view.results.map((result) => [result.ruleId, result]));
  const lacking = view.results.filter(({ result }) => result === "missing").map(({ ruleId }) => ruleId);
  const bring = bringWords(of, view.rules, lacking);
  return (
    <Card title={t("rules.title", { day: formatDay(view.judgedOn, t.lang) })}>
      {view.rules.length === 0 && <p className="soft">{t("rules.none")}</p>}
      <ul role="list" className="stack">
        {view.rules.map((rule) => {
          const result = results.get(rule.ruleId);
          return result && <RuleLine key={rule.ruleId} view={view} rule={rule} result={result} />;
        })}
      </ul>
      <h3>{t("rules.bring")}</h3>
      {bring.length === 0 ? (
        <p className="soft">{t("rules.bringNone")}</p>
      ) : (
        <ul className="marked-list">
          {bring.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      {view.open && bring.length > 0 && (
        <p>
          <DownloadLink href={bringAddress(view.recruitmentId, t.lang, view.id)} icon="print">
            {t("bring.print")}
          </DownloadLink>
        </p>
      )}
      {view.open &&
        view.rules.length > 0 &&
        (act === "evidence" ? (
          <EvidenceForm view={view} onDone={onDone} />
        ) : (
          <p>
            <Button icon="plus" onClick={() => onAct("evidence")}>
              {t("evidence.add")}
            </Button>
          </p>
        ))}
    </Card>
  );
}

const tones = { pass: "confirmed", fail: "danger", missing: "due" } as const;

function RuleLine({ view, rule, result }: { view: CandidateView; rule: CriterionRule; result: CriterionResult }) {
  const t = useMessages(recruitmentMessages);
  const of = useMessages(criteriaMessages);
  const fact = factOfRule(rule);
  const seen = view.evidence.findLast((one) => one.fact === fact && one.holds);
  const value = result.value === null ? "–" : valueWords(of, result.value, (day) => formatDay(day, t.lang));
  return (
    <li className="stack-tight">
      <span className="cluster">
        <Status tone={tones[result.result]}>{t(`formal.${result.result}`)}</Status>
        <strong>{ruleWords(of, rule)}</strong>
      </span>
      <span className="small soft">
        {t("value")}: {value}
        {" · "}
        {seen
          ? t("evidence.of", {
              source: t(`evidence.${seen.source}`),
              day: formatDay(seen.seenOn, t.lang),
              by: seen.by,
            })
          : t("evidence.none")}
        {seen?.words && ` · ${seen.words}`}
      </span>
    </li>
  );
}

function InterviewCard({ view, act, onAct, onDone }: PartProps) {
  const t = useMessages(recruitmentMessages);
  const { interview } = view;
  return (
    <Card title={t("interview.title")}>
      {interview ? (
        <>
          <p>
            {t("interview.of", {
              day: formatDay(interview.heldOn, t.lang),
              hours: String(interview.minutes / 60).replace(".", t.lang === "en" ? "." : ","),
              by: interview.interviewer,
            })}
          </p>
          {view.interviewMax > 0 && interview.points !== null && (
            <p>
              {t("interview.points", { max: view.interviewMax })}: <strong>{interview.points}</strong>
            </p>
          )}
          {interview.potential && <p>{interview.potential}</p>}
          {interview.outside && <Notice tone="due">{outsideWords(t, view)}</Notice>}
        </>
      ) : (
        <p className="soft">{t("interview.none")}</p>
      )}
      {view.open &&
        (act === "interview" ? (
          <InterviewForm view={view} onDone={onDone} />
        ) : (
          <p>
            <Button onClick={() => onAct("interview")}>{t("interview.note")}</Button>
          </p>
        ))}
    </Card>
  );
}

function DecisionsCard({ view }: { view: CandidateView }) {
  const t = useMessages(recruitmentMessages);
  if (view.decisions.length === 0 && view.withdrawals.length === 0) return null;
  return (
    <Card title={t("decisions.title")}>
      <ul role="list" className="stack">
        {view.withdrawals.map(({ on, by, reason, back }) => (
          <li key={`${on} ${reason}`} className="stack-tight">
            <strong>{t("withdraw.title")}</strong>
            <span>{t("withdraw.of", { day: formatDay(on, t.lang), by, reason: reason || "–" })}</span>
            {back && (
              <span>{t("back.of", { day: formatDay(back.on, t.lang), by: back.by, reason: back.reason || "–" })}</span>
            )}
          </li>
        ))}
        {view.decisions.map((one) => (
          <li key={one.id} className="stack-tight">
            <strong>{t(`decision.${one.decision}`)}</strong>
            <span className="small soft">{t("decision.of", { day: formatDay(one.on, t.lang), by: one.by })}</span>
            {one.reason && <span>{one.reason}</span>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Earlier cards, as what each edit changed. */
function EditionsCard({ view: { editions } }: { view: CandidateView }) {
  const t = useMessages(recruitmentMessages);
  const of = useMessages(criteriaMessages);
  if (editions.length === 0) return null;
  const said = (was: string | null) =>
    was === null ? t("edit.empty") : (of.maybe(`value.${was}`) ?? (isPlainDate(was) ? formatDay(was, t.lang) : was));
  return (
    <Card title={t("edit.title")}>
      <ul role="list" className="stack">
        {editions.map(({ id, at, by, reason, changed }) => (
          <li key={id} className="stack-tight">
            <strong>{t("edit.of", { at: formatInstant(at, t.lang), by })}</strong>
            {reason && <span>{reason}</span>}
            {changed.map(({ field, was }) => (
              <span key={field} className="small">
                {t("edit.was", { field: t.maybe(field) ?? field, was: said(was) })}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </Card>
  );
}
