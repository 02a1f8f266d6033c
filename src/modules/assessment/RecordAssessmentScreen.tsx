import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { isTeryt } from "../../platform/identifiers/teryt.ts";
import { ChoiceField, MultiChoice } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { today } from "../../platform/ui/clock.ts";
import { DateField } from "../../platform/ui/DateField.tsx";
import { FormSection, MissingList } from "../../platform/ui/FormLayout.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { useGo, useParam } from "../../platform/ui/navigation.ts";
import { Page } from "../../platform/ui/Page.tsx";
import { TextArea } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { type CommandForm as Form, useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { MeetingRows as Meetings, MethodRows as Methods } from "./AssessmentRows.tsx";
import { caseAssessmentsQuery } from "./api.ts";
import { type AssessmentValues, assessmentPayload, contentOf, emptyValues, valuesOf } from "./assessmentValues.ts";
import {
  type Area,
  type AssessmentKind,
  areasOfKind,
  askedAreas,
  assessmentKinds,
  kindsWithRisk,
  kindsWithTalks,
  risks,
  supportForms,
  verdicts,
} from "./codes.ts";
import type { AssessmentView, CaseAssessments } from "./contract.ts";
import { assessmentMessages } from "./messages.ts";
import { missingParts, needsRiskAction } from "./rules.ts";
import { SocialSection } from "./SocialSection.tsx";
import { TherapistSection } from "./TherapistSection.tsx";
import { VocationalSection } from "./VocationalSection.tsx";
import "./assessments.css";

/** A new assessment of one kind. */
export function NewAssessmentScreen() {
  const wanted = useParam("kind");
  const kind = assessmentKinds.find((each) => each === wanted);
  return <AssessmentPage>{(view) => kind && <AssessmentForm kind={kind} view={view} />}</AssessmentPage>;
}

/** An unfinished assessment, by its author. */
export function EditAssessmentScreen() {
  const assessmentId = useParam("assessmentId");
  return (
    <AssessmentPage>
      {(view) => {
        const one = view.assessments.find(({ id, mine }) => id === assessmentId && mine);
        return (
          one && one.verdict === null && <AssessmentForm key={one.version} kind={one.kind} view={view} one={one} />
        );
      }}
    </AssessmentPage>
  );
}

function AssessmentPage({ children }: { children: (view: CaseAssessments) => React.ReactNode }) {
  const t = useMessages(assessmentMessages);
  const caseId = useParam("caseId");
  const query = useQuery(caseAssessmentsQuery(caseId));
  return (
    <Page
      title={query.data ? t("title.case", { name: query.data.personName }) : t("tab")}
      back={{ to: `/cases/${caseId}/assessments`, label: t("back") }}
      narrow
    >
      <Loaded query={query}>
        {(view) => children(view) || <Notice tone="info">{t("assessment.not_found")}</Notice>}
      </Loaded>
    </Page>
  );
}

function AssessmentForm({ kind, view, one }: { kind: AssessmentKind; view: CaseAssessments; one?: AssessmentView }) {
  const t = useMessages(assessmentMessages);
  const go = useGo();
  const [assessmentId] = useState(() => one?.id ?? uuidv7());
  const form = useCommandForm<AssessmentValues>({
    type: "assessment.record",
    initial: one
      ? valuesOf(kind, one)
      : {
          ...emptyValues(kind, today()),
          jurisdictionCommune: (kind === "SOCIAL" && view.registrationTeryt) || "",
        },
    build: (values) => assessmentPayload(kind, view.caseId, assessmentId, values, view.work),
    check: ({ jurisdictionCommune: code }) =>
      code.trim() === "" || isTeryt(code)
        ? []
        : [{ path: "jurisdictionCommune", code: "assessment.commune_not_teryt" }],
    base: one?.version,
    messages: t,
    invalidates: [["assessments"], ["cases"], ["timeline"]],
    onDone: () => {
      toast({ text: t("saved") });
      go(`/cases/${view.caseId}/assessments`);
    },
  });
  const { values } = form;
  const content = contentOf(kind, values, view.work);
  const missing = missingParts(kind, content, values.conclusion, values.verdict !== "", view.work);
  const talks = kindsWithTalks.includes(kind);
  return (
    <CommandForm
      form={form}
      submit={t(values.verdict === "" ? "save.draft" : "save.final")}
      end={<MissingList items={missing.map((code) => ({ text: t.maybe(code) ?? code }))} />}
    >
      <FormSection question={t(`form.${kind}`)}>
        <DateField label={t("startedOn")} {...form.field("startedOn")} />
        {talks && <Talks kind={kind} view={view} form={form} />}
      </FormSection>
      {kind === "SOCIAL" && <SocialSection form={form} />}
      <FormSection question={t("areas")} hint={t("areas.hint")}>
        <Areas kind={kind} form={form} before={one?.content?.areas ?? []} />
      </FormSection>
      {kindsWithRisk.includes(kind) && (
        <FormSection question={t("q.risk")} hint={t("risk.hint")}>
          {(["riskSuicide", "riskViolence"] as const).map((name) => (
            <ChoiceField
              key={name}
              label={t(name)}
              options={risks.map((value) => ({ value, label: t(`risk.${value}`) }))}
              {...form.field(name)}
            />
          ))}
          {needsRiskAction(content) && (
            <TextArea label={t("riskAction")} maxLength={2000} {...form.field("riskAction")} />
          )}
        </FormSection>
      )}
      {kind === "VOCATIONAL" && <VocationalSection form={form} view={view} />}
      {kind === "ADDICTION" && <TherapistSection form={form} />}
      <FormSection question={t("q.team")}>
        {talks && <TextArea label={t("strengths")} maxLength={4000} {...form.field("strengths")} />}
        <TextArea
          label={t("conclusion")}
          hint={t("conclusion.hint")}
          rows={5}
          maxLength={6000}
          {...form.field("conclusion")}
        />
        <MultiChoice
          label={t("proposedSupport")}
          hint={t("proposedSupport.hint")}
          options={supportForms.map((value) => ({ value, label: t(`support.${value}`) }))}
          {...form.field("proposedSupport")}
        />
        <ChoiceField
          label={t("recommendation")}
          hint={t("recommendation.hint")}
          options={verdicts.map((value) => ({ value, label: t(`verdict.${value}`) }))}
          {...form.field("verdict")}
        />
        {values.verdict === "CONDITIONAL" && (
          <TextArea label={t("conditions")} hint={t("conditions.hint")} required {...form.field("conditions")} />
        )}
      </FormSection>
      {!talks && (
        <FormSection
          question={t("q.more")}
          hint={t("q.more.hint")}
          optional
          open={Boolean(
            content.reason ||
              content.methods ||
              content.strengths ||
              values.meetings.length ||
              values.methodsUsed.length,
          )}
        >
          <Talks kind={kind} view={view} form={form} />
          <TextArea label={t("strengths")} maxLength={4000} {...form.field("strengths")} />
        </FormSection>
      )}
    </CommandForm>
  );
}

type TalksProps = { kind: AssessmentKind; view: CaseAssessments; form: Form<AssessmentValues> };

/** What F-21 asks for; the other forms may note it too. */
function Talks({ kind, view, form }: TalksProps) {
  const t = useMessages(assessmentMessages);
  return (
    <>
      <TextArea label={t("reason")} maxLength={2000} {...form.field("reason")} />
      <Meetings kind={kind} hours={view.talkHours} form={form} />
      <TextArea label={t("methods")} rows={2} maxLength={2000} {...form.field("methods")} />
      <Methods form={form} />
    </>
  );
}

const LEVELS = ["1", "2", "3", "4", "5", "none"] as const;

type AreasProps = { kind: AssessmentKind; form: Form<AssessmentValues>; before: readonly { area: Area }[] };

/** The areas that the form asks for, and those that were once asked for and have something written. */
function Areas({ kind, form, before }: AreasProps) {
  const t = useMessages(assessmentMessages);
  const { values } = form;
  const shown = areasOfKind[kind].filter(
    (area) => askedAreas[kind].includes(area) || before.some((said) => said.area === area),
  );
  return shown.map((area) => (
    <div key={area} className="stack-tight assessments-levels">
      <ChoiceField
        label={t(`area.${area}`)}
        options={LEVELS.map((value) => ({ value, label: value === "none" ? t("area.none") : value }))}
        value={values.levels[area] ?? ""}
        onChange={(level) => form.set({ levels: { ...values.levels, [area]: level } })}
      />
      <TextArea
        label={t(values.levels[area] === "none" ? "area.why" : "area.note", { area: t(`area.${area}`) })}
        rows={1}
        maxLength={2000}
        value={values.notes[area] ?? ""}
        onChange={(note) => form.set({ notes: { ...values.notes, [area]: note } })}
      />
    </div>
  ));
}
