import { useQuery } from "@tanstack/react-query";
import { ChoiceField } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { today } from "../../platform/ui/clock.ts";
import { DateField } from "../../platform/ui/DateField.tsx";
import { FormSection } from "../../platform/ui/FormLayout.tsx";
import { formatDay } from "../../platform/ui/format.ts";
import { useLanguage } from "../../platform/ui/language.ts";
import { useGo, useUrlFilters } from "../../platform/ui/navigation.ts";
import { NumberField } from "../../platform/ui/NumberField.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { Page } from "../../platform/ui/Page.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { StoredFileField } from "../../platform/ui/StoredFileField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { declarationsQuery, outcomeProjectsQuery, standingsQuery } from "./api.ts";
import { dimensions, employmentOutcomes, evidenceKinds, socialOutcomes } from "./codes.ts";
import type { RecordEvidence } from "./contract.ts";
import { outcomeMessages } from "./messages.ts";
import { EMPLOYMENT_EVIDENCE, SOFT_OUTCOMES } from "./rules.ts";

type Values = {
  projectId: string;
  personId: string;
  dimension: RecordEvidence["dimension"] | "";
  outcomeType: RecordEvidence["outcomeType"] | "";
  occurredOn: string;
  observedOn: string;
  evidenceKind: NonNullable<RecordEvidence["evidenceKind"]> | "";
  fileId: string;
  declarationId: string;
  measureBefore: number | undefined;
  measureAfter: number | undefined;
};

/** F-73: what a person has reached, and what proves it. */
export function RecordEvidenceScreen() {
  const t = useMessages(outcomeMessages);
  const projects = useQuery(outcomeProjectsQuery);
  return (
    <Page title={t("evidence.new")} lead={t("evidence.note")} back={{ to: "/outcomes", label: t("back") }} narrow>
      <Loaded query={projects} lines={6}>
        {({ projects: all }) =>
          all.length === 0 ? (
            <Notice>{t("people.none")}</Notice>
          ) : (
            <EvidenceForm projects={all.map(({ id, title }) => ({ value: id, label: title }))} />
          )
        }
      </Loaded>
    </Page>
  );
}

function EvidenceForm({ projects }: { projects: readonly { value: string; label: string }[] }) {
  const t = useMessages(outcomeMessages);
  const lang = useLanguage();
  const go = useGo();
  const [asked] = useUrlFilters({ project: "", person: "" });
  const declarations = useQuery(declarationsQuery);
  const form = useCommandForm<Values>({
    type: "evidence.record",
    initial: {
      projectId: asked.project || (projects[0]?.value ?? ""),
      personId: asked.person,
      dimension: "",
      outcomeType: "",
      occurredOn: "",
      observedOn: today(),
      evidenceKind: "",
      fileId: "",
      declarationId: "",
      measureBefore: undefined,
      measureAfter: undefined,
    },
    build: (values) => ({
      ...values,
      evidenceId: uuidv7(),
      evidenceKind: values.evidenceKind || null,
      fileId: values.fileId || null,
      declarationId: values.declarationId || null,
      placementId: null,
      measureBefore: values.measureBefore ?? null,
      measureAfter: values.measureAfter ?? null,
      specialistId: null,
    }),
    check: (values) =>
      (["projectId", "personId", "dimension", "outcomeType", "occurredOn", "observedOn"] as const)
        .filter((name) => !values[name])
        .map((path) => ({ path, code: "field.required" })),
    messages: t,
    invalidates: [["outcome"], ["report"], ["employment"]],
    onDone: () => {
      toast({ text: t("evidence.saved") });
      go("/outcomes");
    },
  });
  const { dimension, evidenceKind, outcomeType } = form.values;
  const standings = useQuery(standingsQuery(form.values.projectId));
  const types = dimension === "EMPLOYMENT" ? employmentOutcomes : socialOutcomes;
  const kinds = evidenceKinds.filter(
    (kind) => dimension !== "EMPLOYMENT" || EMPLOYMENT_EVIDENCE.some((each) => each === kind),
  );
  const soft = SOFT_OUTCOMES.some((type) => type === outcomeType);
  return (
    <CommandForm form={form} submit={t("evidence.save")} note={t("evidence.note")}>
      <FormSection question={t("evidence.what")}>
        <SelectField label={t("project")} options={projects} empty={false} {...form.field("projectId")} />
        <SelectField
          label={t("person")}
          options={(standings.data?.people ?? []).map((line) => ({
            value: line.personId,
            label: line.personName ? `${line.personName} · ${line.personNo}` : String(line.personNo),
          }))}
          {...form.field("personId")}
        />
        <ChoiceField
          label={t("dimension")}
          options={dimensions.map((value) => ({ value, label: t(`dimension.${value}`) }))}
          {...form.field("dimension")}
          onChange={(value) => form.set({ dimension: value, outcomeType: "", evidenceKind: "", declarationId: "" })}
        />
        {dimension && (
          <SelectField
            label={t("outcomeType")}
            options={types.map((value) => ({ value, label: t(`outcome.${value}`) }))}
            {...form.field("outcomeType")}
          />
        )}
        <DateField label={t("occurredOn")} {...form.field("occurredOn")} />
        <DateField label={t("observedOn")} {...form.field("observedOn")} />
      </FormSection>
      {dimension && (
        <FormSection question={t("evidence.proof")}>
          <SelectField
            label={t("evidenceKind")}
            options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
            {...form.field("evidenceKind")}
            onChange={(value) => form.set({ evidenceKind: value, declarationId: "" })}
          />
          {evidenceKind === "EMPLOYER_DECLARATION" ? (
            <SelectField
              label={t("declaration")}
              options={(declarations.data?.declarations ?? []).map((line) => ({
                value: line.id,
                label: t("declaration.option", {
                  name: line.employerName,
                  day: formatDay(line.signedOn, lang),
                  free: line.free,
                  count: line.personsCount,
                }),
                disabled: line.free === 0,
              }))}
              {...form.field("declarationId")}
            />
          ) : (
            <StoredFileField label={t("file")} {...form.field("fileId")} />
          )}
        </FormSection>
      )}
      {soft && (
        <FormSection question={t("evidence.measured")} hint={t("measure.hint")}>
          <NumberField label={t("measureBefore")} decimals={2} size={5} {...form.field("measureBefore")} />
          <NumberField label={t("measureAfter")} decimals={2} size={5} {...form.field("measureAfter")} />
        </FormSection>
      )}
    </CommandForm>
  );
}
