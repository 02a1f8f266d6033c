import { useQuery } from "@tanstack/react-query";
import { CheckField } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { DateField } from "../../platform/ui/DateField.tsx";
import { FormSection } from "../../platform/ui/FormLayout.tsx";
import { useGo, useParam } from "../../platform/ui/navigation.ts";
import { NumberField } from "../../platform/ui/NumberField.tsx";
import { Page } from "../../platform/ui/Page.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { TextArea, TextField } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { projectQuery } from "./api.ts";
import type { ProjectCard } from "./contract.ts";
import { projectMessages } from "./messages.ts";

const KINDS = ["KIS", "CIS", "OPEN_OFFER", "OTHER"] as const;

export function EditProjectScreen() {
  const t = useMessages(projectMessages);
  const projectId = useParam("projectId");
  const project = useQuery(projectQuery(projectId));
  return (
    <Page
      title={t("project.edit")}
      back={{ to: `/projects/${projectId}`, label: project.data?.title ?? t("projects.title") }}
      narrow
    >
      <Loaded query={project}>
        {(data) => <Edit key={data.version} project={data} onReload={() => void project.refetch()} />}
      </Loaded>
    </Page>
  );
}

function Edit({ project, onReload }: { project: ProjectCard; onReload: () => void }) {
  const t = useMessages(projectMessages);
  const go = useGo();
  const optional = (value: number | null) => value ?? undefined;
  const form = useCommandForm({
    type: "project.record",
    base: project.version,
    initial: {
      kind: project.kind as (typeof KINDS)[number] | "",
      title: project.title,
      number: project.number ?? "",
      funder: project.funder ?? "",
      leadPartner: project.leadPartner ?? "",
      area: project.area ?? "",
      targetGroup: project.targetGroup ?? "",
      startsOn: project.startsOn as string,
      endsOn: (project.endsOn ?? "") as string,
      plannedPersons: optional(project.plannedPersons),
      socialThresholdPercent: optional(project.socialThresholdPercent),
      employmentThresholdPercent: optional(project.employmentThresholdPercent),
      completionThresholdPercent: optional(project.completionThresholdPercent),
      indicatorWindowDays: optional(project.indicatorWindowDays),
      contractRequired: project.contractRequired,
    },
    messages: t,
    check: (values) =>
      (["title", "kind", "startsOn"] as const)
        .filter((name) => values[name] === "")
        .map((path) => ({ path, code: "field.required" })),
    build: (values) => ({
      ...values,
      projectId: project.id,
      unitId: project.unitId,
      edition: project.edition,
      minutesPerHour: project.minutesPerHour,
      criteria: project.criteria,
      number: values.number.trim() || null,
      funder: values.funder.trim() || null,
      leadPartner: values.leadPartner.trim() || null,
      area: values.area.trim() || null,
      targetGroup: values.targetGroup.trim() || null,
      endsOn: values.endsOn || null,
      plannedPersons: values.plannedPersons ?? null,
      socialThresholdPercent: values.socialThresholdPercent ?? null,
      employmentThresholdPercent: values.employmentThresholdPercent ?? null,
      completionThresholdPercent: values.completionThresholdPercent ?? null,
      indicatorWindowDays: values.indicatorWindowDays ?? null,
    }),
    invalidates: [["project"]],
    onDone: () => {
      toast({ text: t("project.saved") });
      go(`/projects/${project.id}`);
    },
  });
  return (
    <CommandForm form={form} submit={t("project.save")} onReload={onReload}>
      <FormSection question={t("project.what")}>
        <TextField label={t("title")} maxLength={300} {...form.field("title")} />
        <SelectField
          label={t("kind")}
          options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          {...form.field("kind")}
        />
        <TextField label={t("number")} maxLength={100} {...form.field("number")} />
        <TextField label={t("funder")} maxLength={300} {...form.field("funder")} />
        <TextField label={t("leadPartner")} maxLength={300} {...form.field("leadPartner")} />
        <TextField label={t("area")} maxLength={500} {...form.field("area")} />
        <TextArea label={t("targetGroup")} maxLength={1000} {...form.field("targetGroup")} />
      </FormSection>
      <FormSection question={t("project.when")}>
        <DateField label={t("startsOn")} quick={[]} {...form.field("startsOn")} />
        <DateField label={t("endsOn")} quick={[]} {...form.field("endsOn")} />
        <NumberField label={t("plannedPersons")} {...form.field("plannedPersons")} />
        <CheckField label={t("contractRequired")} {...form.field("contractRequired")} />
      </FormSection>
      <FormSection question={t("project.proof")}>
        <NumberField label={t("social")} unit="%" decimals={1} {...form.field("socialThresholdPercent")} />
        <NumberField label={t("employment")} unit="%" decimals={1} {...form.field("employmentThresholdPercent")} />
        <NumberField label={t("completion")} unit="%" decimals={1} {...form.field("completionThresholdPercent")} />
        <NumberField label={t("window")} unit={t("days")} {...form.field("indicatorWindowDays")} />
      </FormSection>
    </CommandForm>
  );
}
