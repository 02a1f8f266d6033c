import { useQuery } from "@tanstack/react-query";
import { ChoiceField } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { today } from "../../platform/ui/clock.ts";
import { DateField } from "../../platform/ui/DateField.tsx";
import { FormSection } from "../../platform/ui/FormLayout.tsx";
import { formatDay } from "../../platform/ui/format.ts";
import { useLanguage } from "../../platform/ui/language.ts";
import { Notice } from "../../platform/ui/Notices.tsx";
import { NumberField } from "../../platform/ui/NumberField.tsx";
import { useGo, useParam, useUrlFilters } from "../../platform/ui/navigation.ts";
import { Page } from "../../platform/ui/Page.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { StoredFileField } from "../../platform/ui/StoredFileField.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { employmentAccess } from "../employment/access.ts";
import { colleaguesQuery } from "../organisation/api.ts";
import { declarationsQuery, outcomeProjectsQuery, placementsQuery, proofQuery, standingsQuery } from "./api.ts";
import { dimensions, employmentOutcomes, evidenceKinds, socialOutcomes } from "./codes.ts";
import type { EvidenceLine, RecordEvidence } from "./contract.ts";
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
  specialistId: string;
  placementId: string;
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

/** What is missing is added by the one who recorded it, as long as nobody has decided. */
export function CompleteEvidenceScreen() {
  const t = useMessages(outcomeMessages);
  const evidenceId = useParam("evidenceId");
  const proof = useQuery(proofQuery(evidenceId));
  return (
    <Page title={t("evidence.complete")} back={{ to: `/outcomes/${evidenceId}`, label: t("evidence.look") }} narrow>
      <Loaded query={proof} lines={6}>
        {(known) => (
          <EvidenceForm key={known.version} projects={[]} known={known} reload={() => void proof.refetch()} />
        )}
      </Loaded>
    </Page>
  );
}

type FormProps = {
  projects: readonly { value: string; label: string }[];
  known?: EvidenceLine;
  reload?: () => void;
};

function EvidenceForm({ projects, known, reload }: FormProps) {
  const t = useMessages(outcomeMessages);
  const lang = useLanguage();
  const go = useGo();
  const [asked] = useUrlFilters({ project: "", person: "" });
  const declarations = useQuery(declarationsQuery);
  const form = useCommandForm<Values>({
    type: known ? "evidence.complete" : "evidence.record",
    base: known?.version,
    initial: {
      projectId: known?.projectId ?? (asked.project || (projects[0]?.value ?? "")),
      personId: known?.personId ?? asked.person,
      dimension: known?.dimension ?? "",
      outcomeType: known?.outcomeType ?? "",
      occurredOn: known?.occurredOn ?? "",
      observedOn: known?.observedOn ?? today(),
      evidenceKind: known?.evidenceKind ?? "",
      fileId: known?.fileId ?? "",
      declarationId: known?.declarationId ?? "",
      measureBefore: known?.measureBefore ?? undefined,
      measureAfter: known?.measureAfter ?? undefined,
      specialistId: known?.specialistId ?? "",
      placementId: known?.placementId ?? "",
    },
    build: ({ projectId, personId, dimension: side, outcomeType: type, ...values }) => ({
      ...values,
      ...(known ? {} : { projectId, personId, dimension: side, outcomeType: type }),
      evidenceId: known?.id ?? uuidv7(),
      evidenceKind: values.evidenceKind || null,
      fileId: values.fileId || null,
      declarationId: values.declarationId || null,
      placementId: values.placementId || null,
      measureBefore: values.measureBefore ?? null,
      measureAfter: values.measureAfter ?? null,
      specialistId: values.specialistId || null,
    }),
    check: (values) =>
      (["projectId", "personId", "dimension", "outcomeType", "occurredOn", "observedOn"] as const)
        .filter((name) => !values[name])
        .map((path) => ({ path, code: "field.required" })),
    messages: t,
    invalidates: [["outcome"], ["report"], ["employment"]],
    onDone: () => {
      toast({ text: t("evidence.saved") });
      go(known ? `/outcomes/${known.id}` : "/outcomes");
    },
  });
  const { dimension, evidenceKind, outcomeType } = form.values;
  const standings = useQuery({
    ...standingsQuery(form.values.projectId),
    enabled: !known && form.values.projectId !== "",
  });
  const colleagues = useQuery(colleaguesQuery);
  const seesPlacements = useHasRole(...Object.keys(employmentAccess["placement.read"]));
  const placements = useQuery({ ...placementsQuery, enabled: seesPlacements });
  const ofPerson = (placements.data?.placements ?? []).filter(({ personId }) => personId === form.values.personId);
  const types = dimension === "EMPLOYMENT" ? employmentOutcomes : socialOutcomes;
  const kinds = evidenceKinds.filter(
    (kind) => dimension !== "EMPLOYMENT" || EMPLOYMENT_EVIDENCE.some((each) => each === kind),
  );
  const soft = SOFT_OUTCOMES.some((type) => type === outcomeType);
  return (
    <CommandForm
      form={form}
      submit={t("evidence.save")}
      note={t("evidence.note")}
      {...(reload ? { onReload: reload } : {})}
    >
      <FormSection
        question={t("evidence.what")}
        hint={known && `${known.personName ?? known.personNo} · ${t(`outcome.${known.outcomeType}`)}`}
      >
        {!known && (
          <>
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
          </>
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
          {dimension === "EMPLOYMENT" && ofPerson.length > 0 && (
            <SelectField
              label={t("placement")}
              options={ofPerson.map((line) => ({
                value: line.id,
                label: [line.employerName, formatDay(line.startedOn ?? line.startsOn, lang)].filter(Boolean).join(", "),
              }))}
              {...form.field("placementId")}
            />
          )}
        </FormSection>
      )}
      {soft && (
        <FormSection question={t("evidence.measured")} hint={t("measure.hint")}>
          <NumberField label={t("measureBefore")} decimals={2} size={5} {...form.field("measureBefore")} />
          <NumberField label={t("measureAfter")} decimals={2} size={5} {...form.field("measureAfter")} />
          {(colleagues.data?.colleagues ?? []).length > 0 && (
            <SelectField
              label={t("specialist")}
              hint={t("specialist.hint")}
              options={(colleagues.data?.colleagues ?? []).map(({ id, name }) => ({ value: id, label: name }))}
              {...form.field("specialistId")}
            />
          )}
        </FormSection>
      )}
    </CommandForm>
  );
}
