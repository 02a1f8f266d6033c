import { CheckField } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { DateField } from "../../platform/ui/DateField.tsx";
import { FormSection } from "../../platform/ui/FormLayout.tsx";
import { NumberField } from "../../platform/ui/NumberField.tsx";
import { useGo } from "../../platform/ui/navigation.ts";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { useSession } from "../../platform/ui/session.ts";
import { TextArea, TextField } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { projectKinds } from "./codes.ts";
import type { ProjectCard } from "./contract.ts";
import { projectMessages } from "./messages.ts";

type Props = {
  projectId: string;
  /** Absent: a new project. */
  known?: ProjectCard;
  /** Units whose project it may be; with one there is nothing to choose. */
  units: readonly { value: string; label: string }[];
  onReload?: () => void;
};

/** F-70 and F-71: the card of a project, new or known. */
export function ProjectForm({ projectId, known, units, onReload }: Props) {
  const t = useMessages(projectMessages);
  const go = useGo();
  const own = useSession().unitIds ?? [];
  const optional = (value: number | null | undefined) => value ?? undefined;
  const form = useCommandForm({
    type: "project.record",
    v: 2,
    base: known?.version,
    initial: {
      unitId: known?.unitId ?? (own.length === 1 ? (own[0] ?? "") : ""),
      kind: (known?.kind ?? "") as (typeof projectKinds)[number] | "",
      title: known?.title ?? "",
      number: known?.number ?? "",
      funder: known?.funder ?? "",
      leadPartner: known?.leadPartner ?? "",
      area: known?.area ?? "",
      targetGroup: known?.targetGroup ?? "",
      startsOn: (known?.startsOn ?? "") as string,
      endsOn: (known?.endsOn ?? "") as string,
      plannedPersons: optional(known?.plannedPersons),
      socialThresholdPercent: optional(known?.socialThresholdPercent),
      employmentThresholdPercent: optional(known?.employmentThresholdPercent),
      completionThresholdPercent: optional(known?.completionThresholdPercent),
      indicatorWindowDays: optional(known?.indicatorWindowDays),
      contractRequired: known?.contractRequired ?? false,
    },
    messages: t,
    check: (values) =>
      (["unitId", "title", "kind", "startsOn"] as const)
        .filter((name) => values[name].trim() === "")
        .map((path) => ({ path, code: "field.required" })),
    build: (values) => ({
      ...values,
      projectId,
      edition: known?.edition ?? null,
      minutesPerHour: known?.minutesPerHour ?? 60,
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
      go(`/projects/${projectId}`);
    },
  });
  return (
    <CommandForm form={form} submit={t("project.save")} {...(onReload ? { onReload } : {})}>
      <FormSection question={t("project.what")}>
        <TextField label={t("title")} required maxLength={300} {...form.field("title")} />
        <SelectField
          label={t("kind")}
          required
          options={projectKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          {...form.field("kind")}
        />
        {!known && own.length > 1 && (
          <SelectField label={t("unit")} required options={units} {...form.field("unitId")} />
        )}
        <TextField label={t("number")} maxLength={100} {...form.field("number")} />
        <TextField label={t("funder")} maxLength={300} {...form.field("funder")} />
        <TextField label={t("leadPartner")} maxLength={300} {...form.field("leadPartner")} />
        <TextField label={t("area")} maxLength={500} {...form.field("area")} />
        <TextArea label={t("targetGroup")} maxLength={1000} {...form.field("targetGroup")} />
      </FormSection>
      <FormSection question={t("project.when")}>
        <DateField label={t("startsOn")} required quick={[]} {...form.field("startsOn")} />
        <DateField label={t("endsOn")} quick={[]} {...form.field("endsOn")} />
        <NumberField label={t("plannedPersons")} {...form.field("plannedPersons")} />
        <CheckField label={t("contractRequired")} {...form.field("contractRequired")} />
      </FormSection>
      <FormSection question={t("project.proof")}>
        <NumberField label={t("social")} unit="%" decimals={1} {...form.field("socialThresholdPercent")} />
        <NumberField label={t("employment")} unit="%" decimals={1} {...form.field("employmentThresholdPercent")} />
        <NumberField label={t("completion")} unit="%" decimals={1} {...form.field("completionThresholdPercent")} />
        <NumberField label={t("window")} unit={t("rule.daysUnit")} {...form.field("indicatorWindowDays")} />
      </FormSection>
    </CommandForm>
  );
}
