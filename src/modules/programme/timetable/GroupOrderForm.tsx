import { useQuery } from "@tanstack/react-query";
import { LinkButton } from "../../../platform/ui/Button.tsx";
import { MultiChoice } from "../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { FormSection } from "../../../platform/ui/FormLayout.tsx";
import { NumberField } from "../../../platform/ui/NumberField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { type CommandForm as Form, useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import type { GroupCard } from "../contract.ts";
import { faultsOfHours, HoursFields, type HoursRow, hoursOfRows, rowsOfHours } from "../HoursFields.tsx";
import { leadersQuery } from "../leaders/LeaderHoursScreen.tsx";
import { programmeMessages } from "../messages.ts";
import { roomsQuery } from "../rooms/RoomsScreen.tsx";
import { useLeaderOptions } from "../useLeaderOptions.ts";
import type { GroupTimetable } from "./contract.ts";
import { timetableMessages } from "./messages.ts";

const weekdays = ["1", "2", "3", "4", "5", "6", "7"] as const;

type ModuleValues = {
  moduleId: string;
  leastMinutes: number | undefined;
  usualMinutes: number | undefined;
  mostMinutes: number | undefined;
  wishedWeekdays: readonly string[];
  seasonFrom: string;
  seasonTo: string;
  leaderIds: readonly string[];
  roomIds: readonly string[];
};
type Values = { meetings: HoursRow[]; modules: ModuleValues[] };

type Option = { value: string; label: string };
type OrderProps = { group: GroupCard; order: GroupTimetable; reload: () => void; onDone: () => void };

/** When a group meets, and for each module how long it is, who may lead it and which rooms fit. */
export function GroupOrderForm({ group, order, reload, onDone }: OrderProps) {
  const t = useMessages(timetableMessages);
  const rooms = useQuery(roomsQuery(group.unitId)).data?.rooms;
  const known = useQuery(leadersQuery(group.unitId)).data?.leaders ?? [];
  const leaders = useLeaderOptions(known);
  const form = useCommandForm<Values>({
    type: "timetable.set-group",
    messages: t,
    base: order.version,
    initial: {
      meetings: rowsOfHours(order.meetings),
      modules: order.modules.map(({ season, lengthsSaid: _, wishedWeekdays, ...module }) => ({
        ...module,
        wishedWeekdays: wishedWeekdays.map(String),
        seasonFrom: season?.from ?? "",
        seasonTo: season?.to ?? "",
      })),
    },
    check: ({ meetings, modules }) => [
      ...faultsOfHours("meetings", meetings),
      ...modules.flatMap((module, at) => faultsOfModule(module, `modules.${at}`)),
    ],
    build: ({ meetings, modules }) => ({
      groupId: group.id,
      meetings: hoursOfRows(meetings),
      modules: modules.map(({ seasonFrom, seasonTo, ...module }) => ({
        ...module,
        wishedWeekdays: module.wishedWeekdays.map(Number),
        season: seasonFrom && seasonTo ? { from: seasonFrom, to: seasonTo } : null,
      })),
    }),
    invalidates: [["programme"]],
    onDone: () => {
      toast({ text: t("order.saved") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t("order.save")} onReload={reload}>
      <FormSection question={t("order.meetings")}>
        <HoursFields
          path="meetings"
          rows={form.values.meetings}
          at={form.at}
          onChange={(meetings) => form.set({ meetings })}
        />
      </FormSection>
      <FormSection question={t("order.modules")} hint={t("order.modulesHint")}>
        {rooms?.length === 0 && (
          <p className="cluster">
            {t("order.noRooms")} <LinkButton to="/calendar/rooms">{t("order.addRooms")}</LinkButton>
          </p>
        )}
        {form.values.modules.map((_, at) => (
          <ModuleFields
            key={form.values.modules[at]?.moduleId}
            form={form}
            at={at}
            group={group}
            leaders={leaders}
            rooms={rooms?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
          />
        ))}
      </FormSection>
    </CommandForm>
  );
}

function faultsOfModule(module: ModuleValues, path: string) {
  const { leastMinutes = 0, usualMinutes = 0, mostMinutes = 0, seasonFrom, seasonTo } = module;
  return [
    ...(0 < leastMinutes && leastMinutes <= usualMinutes && usualMinutes <= mostMinutes
      ? []
      : [{ path: `${path}.usualMinutes`, code: "timetable.lengths_out_of_order" }]),
    ...(Boolean(seasonFrom) === Boolean(seasonTo) ? [] : [{ path: `${path}.seasonTo`, code: "order.seasonHalf" }]),
  ];
}

type ModuleFieldsProps = {
  form: Form<Values>;
  at: number;
  group: GroupCard;
  leaders: readonly Option[];
  rooms: readonly Option[];
};

/** One module, folded to a line until somebody opens it; it opens itself where something is wrong. */
function ModuleFields({ form, at, group, leaders, rooms }: ModuleFieldsProps) {
  const t = useMessages(timetableMessages);
  const p = useMessages(programmeMessages);
  const values = form.values.modules[at];
  const module = group.modules.find(({ id }) => id === values?.moduleId);
  if (!values || !module) return null;
  const set = (change: Partial<ModuleValues>) =>
    form.set({ modules: form.values.modules.map((each, other) => (other === at ? { ...each, ...change } : each)) });
  const field = <K extends keyof ModuleValues>(name: K) => ({
    ...form.at(`modules.${at}.${name}`),
    value: values[name],
    onChange: (value: ModuleValues[K]) => set({ [name]: value }),
  });
  const isWrong = ["usualMinutes", "seasonTo"].some((name) => form.at(`modules.${at}.${name}`).error);
  return (
    <details className="module-order" open={isWrong || undefined}>
      <summary>
        <strong>{module.name ?? p.maybe(`module.${module.code}`) ?? module.code}</strong>{" "}
        <span className="soft small">
          {t("order.summary", {
            hours: module.plannedMinutes / group.minutesPerHour,
            usual: values.usualMinutes ?? 0,
            leaders: values.leaderIds.length,
            rooms: values.roomIds.length,
          })}
        </span>
      </summary>
      <div className="stack">
        <div className="cluster">
          <NumberField label={t("order.least")} unit={t("order.minutes")} size={4} {...field("leastMinutes")} />
          <NumberField label={t("order.usual")} unit={t("order.minutes")} size={4} {...field("usualMinutes")} />
          <NumberField label={t("order.most")} unit={t("order.minutes")} size={4} {...field("mostMinutes")} />
        </div>
        <MultiChoice label={t("order.leaders")} options={leaders} {...field("leaderIds")} />
        {rooms.length > 0 && <MultiChoice label={t("order.rooms")} options={rooms} {...field("roomIds")} />}
        <MultiChoice
          label={t("order.weekdays")}
          options={weekdays.map((value) => ({ value, label: p(`weekday.${value}`) }))}
          {...field("wishedWeekdays")}
        />
        <div className="cluster">
          <DateField label={t("order.seasonFrom")} quick={[]} {...field("seasonFrom")} />
          <DateField label={t("order.seasonTo")} quick={[]} {...field("seasonTo")} />
        </div>
      </div>
    </details>
  );
}
