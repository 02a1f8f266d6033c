import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { getJson } from "../../platform/ui/api.ts";
import { BarFigure } from "../../platform/ui/BarFigure.tsx";
import { CheckField } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { DateField } from "../../platform/ui/DateField.tsx";
import { FormSection } from "../../platform/ui/FormLayout.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { NumberField } from "../../platform/ui/NumberField.tsx";
import { useGo, useUrlFilters } from "../../platform/ui/navigation.ts";
import { Page } from "../../platform/ui/Page.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { TextField } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { groupsQuery } from "./api.ts";
import { programmeMessages } from "./messages.ts";
import { programmeFit } from "./rules.ts";
import { PROGRAMME_TEMPLATES } from "./templates.ts";
import "./programme.css";

const template = PROGRAMME_TEMPLATES[0];
const projectsQuery = {
  queryKey: ["project", "list"],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    getJson<{ projects: { id: string; title: string }[] }>("/api/projects", { signal }),
};

type Hours = Readonly<Record<string, number | undefined>>;

/** A group from a template: the sum of its modules stands beside the time of its meetings while one types. */
export function NewGroupScreen() {
  const t = useMessages(programmeMessages);
  const go = useGo();
  const projects = useQuery(projectsQuery);
  const [{ project }] = useUrlFilters({ project: "" });
  const [ids] = useState(() => ({
    group: uuidv7(),
    modules: template?.modules.map((module) => ({ ...module, moduleId: uuidv7() })) ?? [],
  }));
  const form = useCommandForm({
    type: "group.record",
    initial: {
      projectId: project,
      name: "",
      startsOn: "",
      weeks: template?.cadence.weeks as number | undefined,
      meetingsPerWeek: template?.cadence.meetingsPerWeek as number | undefined,
      hoursPerMeeting: template?.cadence.hoursPerMeeting as number | undefined,
      capacity: template?.capacity as number | undefined,
      consultationsInside: true,
      hours: Object.fromEntries(ids.modules.map(({ code, plannedHours }) => [code, plannedHours])) as Hours,
    },
    messages: t,
    paths: { minutesPerMeeting: "hoursPerMeeting" },
    check: (values) =>
      (["projectId", "name", "startsOn", "weeks", "meetingsPerWeek", "hoursPerMeeting", "capacity"] as const)
        .filter((name) => values[name] === "" || values[name] === undefined)
        .map((path) => ({ path, code: "field.required" })),
    build: ({ hoursPerMeeting = 0, hours, ...values }) => ({
      ...values,
      groupId: ids.group,
      groupNo: null,
      template: template?.code ?? null,
      minutesPerMeeting: Math.round(hoursPerMeeting * 60),
      leaderIds: [],
      modules: ids.modules
        .filter(({ code }) => hours[code])
        .map((module) => ({
          ...module,
          name: null,
          provider: null,
          optional: false,
          plannedHours: hours[module.code],
        })),
    }),
    invalidates: [groupsQuery.queryKey],
    onDone: () => {
      toast({ text: t("form.saved") });
      go(`/groups/${ids.group}`);
    },
  });
  const { weeks = 0, meetingsPerWeek = 0, hoursPerMeeting = 0, consultationsInside, hours } = form.values;
  const modules = ids.modules.map(({ code, form: kind }) => ({ form: kind, plannedHours: hours[code] ?? 0 }));
  return (
    <Page title={t("groups.new")} back={{ to: "/groups", label: t("groups.title") }} narrow>
      <CommandForm
        form={form}
        submit={t("form.save")}
        end={
          <FitFigure fit={programmeFit(modules, { weeks, meetingsPerWeek, hoursPerMeeting }, consultationsInside)} />
        }
      >
        <FormSection question={t("form.which")}>
          <SelectField
            label={t("project")}
            options={projects.data?.projects.map(({ id, title }) => ({ value: id, label: title })) ?? []}
            {...form.field("projectId")}
          />
          <TextField label={t("name")} maxLength={200} {...form.field("name")} />
          <NumberField label={t("capacity")} {...form.field("capacity")} />
        </FormSection>
        <FormSection question={t("form.rhythm")}>
          <DateField label={t("startsOn")} quick={["today"]} {...form.field("startsOn")} />
          <div className="cluster">
            <NumberField label={t("weeks")} size={4} {...form.field("weeks")} />
            <NumberField label={t("meetings")} size={4} {...form.field("meetingsPerWeek")} />
            <NumberField label={t("hoursPerMeeting")} size={4} decimals={2} {...form.field("hoursPerMeeting")} />
          </div>
          <CheckField label={t("consultationsInside")} {...form.field("consultationsInside")} />
        </FormSection>
        <FormSection question={t("form.modules")} hint={t("template.radom-kis")}>
          <div className="module-hours">
            {ids.modules.map(({ code, cadence }) => (
              <NumberField
                key={code}
                label={t.maybe(`module.${code}`) ?? code}
                hint={cadence ? t(`cadence.${cadence}`) : undefined}
                unit="h"
                decimals={2}
                size={5}
                value={hours[code]}
                onChange={(value) => form.set({ hours: { ...hours, [code]: value } })}
              />
            ))}
          </div>
        </FormSection>
      </CommandForm>
    </Page>
  );
}

/** Modules together against the time of the meetings, with the slack or what is missing. Source: docs/domain/rules.md R-PRG-02 */
function FitFigure({ fit }: { fit: ReturnType<typeof programmeFit> }) {
  const t = useMessages(programmeMessages);
  const { plannedHours, capacityHours, slackHours, slackPercent } = fit;
  return (
    <div className="stack-tight">
      <BarFigure
        title={t("fit.title")}
        bars={[{ id: "planned", name: t("fit.planned"), value: plannedHours, total: capacityHours }]}
      />
      {slackHours >= 0 ? (
        <p>{t("fit.slack", { hours: slackHours, percent: slackPercent ?? 0 })}</p>
      ) : (
        <Notice tone="due">{t("fit.over", { hours: -slackHours })}</Notice>
      )}
    </div>
  );
}
