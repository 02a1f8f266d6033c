import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { getJson } from "../../platform/ui/api.ts";
import { CheckField } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { DateField } from "../../platform/ui/DateField.tsx";
import { FormSection } from "../../platform/ui/FormLayout.tsx";
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
import { FitOfRows, faultsOfRows, ModuleRows, plansOfRows, rowOf } from "./modules/ModuleRows.tsx";
import { PROGRAMME_TEMPLATES } from "./templates.ts";
import "./programme.css";

const projectsQuery = {
  queryKey: ["project", "list"],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    getJson<{ projects: { id: string; title: string }[] }>("/api/projects", { signal }),
};
const projectQuery = (projectId: string) => ({
  queryKey: ["project", projectId, "hour"],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    getJson<{ minutesPerHour: number }>(`/api/projects/${projectId}`, { signal }),
  enabled: projectId !== "",
});

/** What a template says of a group; what it does not say is left to whoever plans. Hours of meetings are of 60 minutes until the project is known. */
function fromTemplate(code: string) {
  const template = PROGRAMME_TEMPLATES.find((each) => each.code === code);
  return {
    template: code,
    weeks: template?.weeks ?? undefined,
    meetingsPerWeek: template?.meetingsPerWeek ?? undefined,
    minutesPerMeeting: template?.minutesPerMeeting ?? undefined,
    capacity: template?.capacity,
    modules: (template?.modules ?? []).map((module) => rowOf(module)),
  };
}

/** A group from a template: the sum of its modules stands beside the time of its meetings while one types. */
export function NewGroupScreen() {
  const t = useMessages(programmeMessages);
  const go = useGo();
  const projects = useQuery(projectsQuery);
  const [{ project }] = useUrlFilters({ project: "" });
  const [groupId] = useState(() => uuidv7());
  const form = useCommandForm({
    type: "group.record",
    initial: {
      projectId: project,
      name: "",
      startsOn: "",
      consultationsInside: true,
      ...fromTemplate(PROGRAMME_TEMPLATES[0]?.code ?? ""),
    },
    messages: t,
    check: ({ modules, ...values }) => [
      ...(["projectId", "name", "startsOn", "weeks", "meetingsPerWeek", "minutesPerMeeting", "capacity"] as const)
        .filter((name) => values[name] === "" || values[name] === undefined)
        .map((path) => ({ path, code: "field.required" })),
      ...faultsOfRows("modules", modules),
    ],
    build: ({ modules, minutesPerMeeting = 0, template, ...values }) => ({
      ...values,
      groupId,
      groupNo: null,
      template: template || null,
      minutesPerMeeting: Math.round(minutesPerMeeting),
      leaderIds: [],
      modules: plansOfRows(modules),
    }),
    invalidates: [groupsQuery.queryKey],
    onDone: () => {
      toast({ text: t("form.saved") });
      go(`/groups/${groupId}`);
    },
  });
  const minutesPerHour = useQuery(projectQuery(form.values.projectId)).data?.minutesPerHour ?? 60;
  const { weeks = 0, meetingsPerWeek = 0, minutesPerMeeting, consultationsInside, modules } = form.values;
  const rhythm = {
    weeks,
    meetingsPerWeek,
    minutesPerMeeting: minutesPerMeeting ?? 0,
    minutesPerHour,
    consultationsInside,
  };
  return (
    <Page title={t("groups.new")} back={{ to: "/groups", label: t("groups.title") }} narrow>
      <CommandForm form={form} submit={t("form.save")} end={<FitOfRows rows={modules} rhythm={rhythm} />}>
        <FormSection question={t("form.which")}>
          <SelectField
            label={t("project")}
            options={projects.data?.projects.map(({ id, title }) => ({ value: id, label: title })) ?? []}
            {...form.field("projectId")}
          />
          <TextField label={t("name")} maxLength={200} {...form.field("name")} />
          <SelectField
            label={t("template")}
            options={PROGRAMME_TEMPLATES.map(({ code }) => ({
              value: code,
              label: t.maybe(`template.${code}`) ?? code,
            }))}
            {...form.field("template")}
            onChange={(code) => form.set(fromTemplate(code))}
          />
          <NumberField label={t("capacity")} {...form.field("capacity")} />
        </FormSection>
        <FormSection question={t("form.rhythm")}>
          <DateField label={t("startsOn")} quick={["today"]} {...form.field("startsOn")} />
          <div className="cluster">
            <NumberField label={t("weeks")} size={4} {...form.field("weeks")} />
            <NumberField label={t("meetings")} size={4} {...form.field("meetingsPerWeek")} />
            <NumberField
              label={t("hoursPerMeeting")}
              hint={minutesPerHour === 60 ? undefined : t("hour.minutes", { minutes: minutesPerHour })}
              size={4}
              decimals={2}
              {...form.field("minutesPerMeeting")}
              value={
                minutesPerMeeting === undefined
                  ? undefined
                  : Math.round((minutesPerMeeting / minutesPerHour) * 100) / 100
              }
              onChange={(hours) =>
                form.set({ minutesPerMeeting: hours === undefined ? undefined : hours * minutesPerHour })
              }
            />
          </div>
          <CheckField label={t("consultationsInside")} {...form.field("consultationsInside")} />
        </FormSection>
        <FormSection question={t("form.modules")}>
          <ModuleRows
            path="modules"
            rows={modules}
            at={form.at}
            onChange={(rows) => form.set({ modules: rows })}
            rhythm={rhythm}
          />
        </FormSection>
      </CommandForm>
    </Page>
  );
}
