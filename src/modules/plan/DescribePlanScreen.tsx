import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { isPlainDate } from "../../platform/time/plainDate.ts";
import { CheckField, ChoiceField, MultiChoice } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { today } from "../../platform/ui/clock.ts";
import { DateField } from "../../platform/ui/DateField.tsx";
import { FormSection, MissingList } from "../../platform/ui/FormLayout.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { useGo, useParam } from "../../platform/ui/navigation.ts";
import { Page } from "../../platform/ui/Page.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { TextArea, TextField } from "../../platform/ui/TextField.tsx";
import { type CommandForm as CommandFormOf, useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { supportForms } from "../assessment/codes.ts";
import { implementersQuery, planQuery } from "./api.ts";
import { implementers, planKinds, preparers } from "./codes.ts";
import type { PlanDescription, PlanView } from "./contract.ts";
import { MeansFromAssessments } from "./FromAssessments.tsx";
import { SituationFromProfile } from "./FromProfile.tsx";
import { planMessages } from "./messages.ts";
import { ProvisionsField } from "./ProvisionsField.tsx";
import {
  approvalNeeded,
  defaultPlanEnd,
  isOpenForChanges,
  missingWords,
  provisionsWithoutBody,
  refuseDescriptionChange,
} from "./rules.ts";

type Values = Omit<
  PlanDescription,
  "startOn" | "endOn" | "implementerName" | "implementerId" | "noHousingGoalReason" | "noWorkGoalReason"
> & {
  implementerName: string;
  implementerId: string | null;
  startOn: string;
  endOn: string;
  noHousingGoalReason: string;
  noWorkGoalReason: string;
  /** Why a running plan changes. */
  reason: string;
};

function valuesOf(description: PlanDescription | null, day: string): Values {
  if (description)
    return {
      ...description,
      endOn: description.endOn ?? "",
      implementerName: description.implementerName ?? "",
      implementerId: description.implementerId ?? null,
      noHousingGoalReason: description.noHousingGoalReason ?? "",
      noWorkGoalReason: description.noWorkGoalReason ?? "",
      reason: "",
    };
  return {
    kind: "IPWB",
    preparedSide: "OPS",
    implementer: "OPS",
    implementerName: "",
    implementerId: null,
    startOn: day,
    endOn: isPlainDate(day) ? defaultPlanEnd(day) : "",
    beyondShelterMeans: false,
    healthInsuranceNeeded: false,
    provisions: [],
    supportMeans: [],
    situation: "",
    commitments: "",
    noHousingGoalReason: "",
    noWorkGoalReason: "",
    reason: "",
  };
}

function payloadOf({ reason: _, ...values }: Values) {
  return {
    ...values,
    endOn: values.endOn || null,
    provisions: values.provisions.filter(({ body }) => body.trim() !== ""),
    noHousingGoalReason: values.noHousingGoalReason.trim() || null,
    noWorkGoalReason: values.noWorkGoalReason.trim() || null,
  };
}

export function NewPlanScreen() {
  const t = useMessages(planMessages);
  const caseId = useParam("caseId");
  return (
    <Page title={t("plan.new")} narrow>
      <DescriptionForm caseId={caseId} />
    </Page>
  );
}

export function EditPlanScreen() {
  const t = useMessages(planMessages);
  const planId = useParam("planId");
  const query = useQuery(planQuery(planId));
  return (
    <Page title={t("act.editDescription")} back={{ to: `/plans/${planId}`, label: t("back") }} narrow>
      <Loaded query={query}>
        {(plan) =>
          plan.mayWrite && isOpenForChanges(plan.state) ? (
            <DescriptionForm key={plan.version} plan={plan} onReload={() => void query.refetch()} />
          ) : (
            <Notice>{t("plan.description_is_agreed")}</Notice>
          )
        }
      </Loaded>
    </Page>
  );
}

type DescriptionFormProps = { plan?: PlanView; caseId?: string; onReload?: () => void };

function DescriptionForm({ plan, caseId, onReload }: DescriptionFormProps) {
  const t = useMessages(planMessages);
  const go = useGo();
  const [planId] = useState(() => plan?.id ?? uuidv7());
  const [changeId] = useState(uuidv7);
  const isRunning = plan?.state === "ACTIVE";
  // what the manager approved changes when the manager approves that too
  const [proposes, setProposes] = useState(false);
  const form = useCommandForm<Values>({
    type: !plan ? "plan.draft" : proposes ? "plan.propose-change" : "plan.describe",
    initial: valuesOf(plan?.description ?? null, today()),
    build: (values) => ({
      planId,
      ...(plan ? {} : { caseId }),
      ...(proposes ? { changeId } : {}),
      ...payloadOf(values),
      ...(isRunning ? { reason: values.reason } : {}),
    }),
    check: ({ reason }) => (isRunning && reason.trim() === "" ? [{ path: "reason", code: "plan.reason_missing" }] : []),
    base: plan?.version,
    ...(plan ? { draft: `plan.description ${planId}` } : {}),
    messages: t,
    invalidates: [["plans"], ["timeline"]],
    onDone: () => go(plan ? `/plans/${planId}` : `/plans/${planId}/goals`),
  });
  const { values } = form;
  const needed = approvalNeeded({ ...values, preparedBy: values.preparedSide });
  const before = plan?.description;
  const needsManager =
    isRunning && before && refuseDescriptionChange(before, described(values)).includes("plan.change_needs_approval");
  if (Boolean(needsManager) !== proposes) setProposes(Boolean(needsManager));
  return (
    <CommandForm
      form={form}
      submit={t(proposes ? "act.proposeChange" : "act.save")}
      onReload={onReload}
      end={<MissingList items={missingWords(values, []).map((code) => ({ text: t(code) }))} />}
      note={t(
        proposes
          ? "change.lead"
          : isRunning
            ? "description.running"
            : needed.approval
              ? "approval.needed"
              : "approval.notNeeded",
      )}
    >
      <FormSection question={t("q.kind")}>
        {!isRunning && <Agreed form={form} />}
        <ChoiceField
          label={t("implementer")}
          options={implementers.map((value) => ({ value, label: t(`side.${value}`) }))}
          {...form.field("implementer")}
          onChange={(implementer) => implementer && form.set({ implementer, implementerId: null })}
        />
        <Implementer form={form} />
        {!isRunning && <Period form={form} />}
      </FormSection>
      <FormSection question={t("q.situation")}>
        <TextArea label={t("situation")} rows={5} maxLength={6000} {...form.field("situation")} />
        <SituationFromProfile
          caseId={plan?.caseId ?? caseId ?? ""}
          value={values.situation}
          onTake={(situation) => form.set({ situation })}
        />
        <TextArea label={t("commitments")} maxLength={4000} {...form.field("commitments")} />
      </FormSection>
      <FormSection question={t("q.conditions")}>
        <CheckField label={t("healthInsuranceNeeded")} {...form.field("healthInsuranceNeeded")} />
        <CheckField label={t("beyondShelterMeans")} {...form.field("beyondShelterMeans")} />
        <MultiChoice
          label={t("supportMeans")}
          options={supportForms.map((value) => ({ value, label: t(`support.${value}`) }))}
          value={values.supportMeans}
          onChange={(supportMeans) => form.set({ supportMeans: [...supportMeans] })}
        />
        <MeansFromAssessments
          caseId={plan?.caseId ?? caseId ?? ""}
          chosen={values.supportMeans}
          onTake={(supportMeans) => form.set({ supportMeans })}
        />
      </FormSection>
      <FormSection question={t("provision.whom")} optional={!needed.responsibleBodies} open={needed.responsibleBodies}>
        <ProvisionsField
          value={values.provisions}
          onChange={(provisions) => form.set({ provisions })}
          lacking={needed.responsibleBodies ? provisionsWithoutBody(values) : []}
          at={form.at}
        />
      </FormSection>
      <FormSection question={t("q.noGoals")} optional>
        <TextArea label={t("noHousingGoalReason")} maxLength={1000} {...form.field("noHousingGoalReason")} />
        <TextArea label={t("noWorkGoalReason")} maxLength={1000} {...form.field("noWorkGoalReason")} />
      </FormSection>
      {isRunning && (
        <FormSection question={t("q.why")}>
          <TextArea label={t("version.reason")} required maxLength={1000} {...form.field("reason")} />
        </FormSection>
      )}
    </CommandForm>
  );
}

/** What the rule compares of the values. */
const described = ({ provisions, startOn, endOn, ...values }: Values) => ({
  ...values,
  startOn: startOn as PlanDescription["startOn"], // not changed while the plan runs
  endOn: (endOn || null) as PlanDescription["endOn"],
  provisions: provisions.filter(({ body }) => body.trim() !== ""),
});

type PartProps = { form: CommandFormOf<Values> };

/** What is agreed with the plan and does not change while it runs. */
function Agreed({ form }: PartProps) {
  const t = useMessages(planMessages);
  return (
    <>
      <ChoiceField
        label={t("kind")}
        stacked
        options={planKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        {...form.field("kind")}
        onChange={(kind) => kind && form.set({ kind })}
      />
      <ChoiceField
        label={t("preparedSide")}
        options={preparers.map((value) => ({ value, label: t(`side.${value}`) }))}
        {...form.field("preparedSide")}
        onChange={(preparedSide) => preparedSide && form.set({ preparedSide })}
      />
    </>
  );
}

/** One of our own records, or the name as it is written. */
function Implementer({ form }: PartProps) {
  const t = useMessages(planMessages);
  const { data } = useQuery(implementersQuery);
  const { implementer, implementerId } = form.values;
  const known = data?.[implementer] ?? [];
  return (
    <>
      {known.length > 0 && (
        <SelectField
          label={t("implementerKnown")}
          hint={t("implementerKnown.hint")}
          empty={t("implementerKnown.other")}
          options={known.map(({ id, name }) => ({ value: id, label: name }))}
          value={implementerId ?? ""}
          onChange={(id) => {
            const name = known.find((one) => one.id === id)?.name;
            form.set(name ? { implementerId: id, implementerName: name } : { implementerId: null });
          }}
        />
      )}
      {!(implementerId && known.some(({ id }) => id === implementerId)) && (
        <TextField
          label={t("implementerName")}
          hint={t("implementerName.hint")}
          maxLength={200}
          {...form.field("implementerName")}
        />
      )}
    </>
  );
}

function Period({ form }: PartProps) {
  const t = useMessages(planMessages);
  return (
    <>
      <DateField label={t("startOn")} {...form.field("startOn")} />
      <DateField label={t("endOn")} hint={t("endOn.hint")} quick={[]} {...form.field("endOn")} />
    </>
  );
}
