import { LinkButton } from "../../platform/ui/Button.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { Card } from "../../platform/ui/Page.tsx";
import { Status, type StatusTone } from "../../platform/ui/Status.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { DateText } from "../../platform/ui/Words.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { ActButton } from "./ActButton.tsx";
import { AssessmentDetails } from "./AssessmentDetails.tsx";
import { ConditionLine } from "./ConditionLine.tsx";
import type { AssessmentKind, Verdict } from "./codes.ts";
import { ConclusionPrints } from "./conclusions/ConclusionPrints.tsx";
import type { AssessmentView, CaseAssessments } from "./contract.ts";
import { assessmentMessages } from "./messages.ts";
import { NotesCard } from "./NotesCard.tsx";
import { NeedsCard } from "./needs/NeedsCard.tsx";
import { PathCard } from "./PathCard.tsx";
import { SPECIALISTS } from "./rules.ts";
import { StepButton } from "./StepButton.tsx";
import "./assessments.css";

const TONES: Record<Verdict, StatusTone> = { POSITIVE: "confirmed", CONDITIONAL: "due", NEGATIVE: "danger" };

/** The gate as one sentence, the conclusions side by side, the specialist's own notes below. */
export function AssessmentsPanel({ view }: { view: CaseAssessments }) {
  const t = useMessages(assessmentMessages);
  const addiction = view.mayRecord.includes("ADDICTION") || view.assessments.some(({ kind }) => kind === "ADDICTION");
  const kinds: readonly AssessmentKind[] = addiction ? [...SPECIALISTS, "ADDICTION"] : SPECIALISTS;
  return (
    <div className="stack">
      {view.proposed && <Notice tone="due">{t("proposed")}</Notice>}
      <Gate view={view} />
      <div className="assessments-side-by-side">
        {kinds.map((kind) => (
          <KindCard key={kind} kind={kind} view={view} />
        ))}
      </div>
      {view.needs && <NeedsCard caseId={view.caseId} />}
      <PathCard view={view} />
      {view.mayRecord.length > 0 && <NotesCard caseId={view.caseId} />}
    </div>
  );
}

function Gate({ view }: { view: CaseAssessments }) {
  const t = useMessages(assessmentMessages);
  const { gate, caseId } = view;
  const tone = gate.verdict === "RECOMMENDED" ? "confirmed" : gate.verdict === "WAITING" ? "due" : "danger";
  return (
    <Card
      title={t("gate.title")}
      actions={<Status tone="active">{t.maybe(`stage.${view.stage}`) ?? view.stage}</Status>}
    >
      <Notice tone={tone} title={t(`gate.${gate.verdict}`)}>
        {gate.refusals.length > 0 && (
          <ul>
            {gate.refusals.map((code) => (
              <li key={code}>{t.maybe(code) ?? code}</li>
            ))}
          </ul>
        )}
      </Notice>
      {gate.decided && <p className="soft small">{t("gate.decidedBy", { by: gate.decided.by })}</p>}
      <div className="cluster">
        {gate.mayDecide && gate.verdict !== "WAITING" && (
          <ActButton
            type="gate.decide"
            kind="main"
            invalidates={["cases", "timeline", "case"]}
            label={t(gate.verdict === "RECOMMENDED" ? "gate.open" : "gate.shut")}
            payload={() => ({ decisionId: uuidv7(), caseId, verdict: gate.verdict })}
          />
        )}
        {view.steps.map((act) => (
          <StepButton key={act} caseId={caseId} act={act} />
        ))}
      </div>
      {view.assessments.some(({ kind, verdict }) => kind !== "ADDICTION" && verdict !== null) && (
        <ConclusionPrints caseId={caseId} of="GATE" />
      )}
    </Card>
  );
}

function KindCard({ kind, view }: { kind: AssessmentKind; view: CaseAssessments }) {
  const t = useMessages(assessmentMessages);
  const all = view.assessments.filter((one) => one.kind === kind);
  const shown = all.find(({ verdict }) => verdict !== null) ?? all[0];
  const draft = all.find(({ verdict, mine }) => verdict === null && mine);
  const mayRecord = view.mayRecord.includes(kind);
  const base = `/cases/${view.caseId}/assessments`;
  return (
    <Card title={t(`kind.${kind}`)} level={3}>
      {shown ? (
        <Shown one={shown} view={view} />
      ) : (
        <p className="soft">{t(view.mayRead.includes(kind) || mayRecord ? "none" : "hidden")}</p>
      )}
      {kind === "ADDICTION" && all.some(({ verdict }) => verdict !== null) && (
        <ConclusionPrints caseId={view.caseId} of="ADDICTION" />
      )}
      {kind === "VOCATIONAL" && view.workHistory && (
        <div>
          <LinkButton to={`/people/${view.personId}/work-history`} kind="plain">
            {t("workHistory")}
          </LinkButton>
        </div>
      )}
      {mayRecord && (
        <div>
          {draft ? (
            <LinkButton to={`${base}/${draft.id}`} icon="edit">
              {t("goOn")}
            </LinkButton>
          ) : (
            <LinkButton to={`${base}/new/${kind}`} icon="plus">
              {t(shown?.mine ? "again" : "begin")}
            </LinkButton>
          )}
        </div>
      )}
    </Card>
  );
}

function Shown({ one, view }: { one: AssessmentView; view: CaseAssessments }) {
  const t = useMessages(assessmentMessages);
  return (
    <>
      <p className="cluster">
        {one.verdict ? (
          <Status tone={TONES[one.verdict]}>{t(`verdict.${one.verdict}`)}</Status>
        ) : (
          <Status tone="active">{t("unfinished")}</Status>
        )}
        <span className="soft small">
          {one.doneBy}, <DateText day={one.givenOn ?? one.startedOn} />
        </span>
      </p>
      {one.conclusion && <p className="assessments-words">{one.conclusion}</p>}
      {one.conditions.length > 0 && (
        <section className="stack-tight assessments-conditions">
          <h4>{t("conditions")}</h4>
          <ul className="stack-tight" role="list">
            {one.conditions.map((condition) => (
              <ConditionLine key={condition.id} condition={condition} mayMeet={view.mayRecord.length > 0} />
            ))}
          </ul>
        </section>
      )}
      {one.content && <AssessmentDetails one={one} now={view.work} />}
    </>
  );
}
