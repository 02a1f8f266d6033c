import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { MultiChoice } from "../../platform/ui/ChoiceField.tsx";
import { today } from "../../platform/ui/clock.ts";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { DateField } from "../../platform/ui/DateField.tsx";
import { FormLayout } from "../../platform/ui/FormLayout.tsx";
import { formatDay } from "../../platform/ui/format.ts";
import { useGo, useParam } from "../../platform/ui/navigation.ts";
import { Notice } from "../../platform/ui/Notices.tsx";
import { Card, Page } from "../../platform/ui/Page.tsx";
import { TextField } from "../../platform/ui/TextField.tsx";
import { TimeField } from "../../platform/ui/TimeField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { isPlainDate } from "../../platform/time/plainDate.ts";
import { shiftDay } from "../../platform/ui/days.ts";
import { groupQuery, weekQuery } from "./api.ts";
import type { GroupCard, SessionLine } from "./contract.ts";
import { programmeMessages } from "./messages.ts";
import { planSchedule, type Schedule } from "./schedule.ts";
import "./programme.css";

const nothing: readonly SessionLine[] = [];
const WEEKDAYS = ["1", "2", "3", "4", "5", "6", "7"] as const;

/** Days, hour and room; beside them what comes of it, by the same rule as on the server, before anything is saved. */
export function PlanCalendarScreen() {
  const t = useMessages(programmeMessages);
  const groupId = useParam("groupId");
  const group = useQuery(groupQuery(groupId));
  return (
    <Page title={t("calendar.make")} back={{ to: `/groups/${groupId}`, label: group.data?.name ?? t("group") }}>
      <Loaded query={group}>{(data) => <Plan group={data} />}</Loaded>
    </Page>
  );
}

function Plan({ group }: { group: GroupCard }) {
  const t = useMessages(programmeMessages);
  const go = useGo();
  const planned = group.modules.some(({ scheduledMinutes }) => scheduledMinutes > 0);
  const [generationId] = useState(() => uuidv7());
  const form = useCommandForm({
    type: "programme.generate-sessions",
    initial: {
      weekdays: ["2", "3", "4"] as readonly (typeof WEEKDAYS)[number][],
      startsAt: "09:00",
      room: "",
      fromOn: planned && today() > group.startsOn ? (today() as string) : (group.startsOn as string),
    },
    messages: t,
    check: ({ weekdays, startsAt, fromOn }) => [
      ...(weekdays.length > 0 ? [] : [{ path: "weekdays", code: "programme.weekdays_missing" }]),
      ...(startsAt ? [] : [{ path: "startsAt", code: "field.required" }]),
      ...(fromOn ? [] : [{ path: "fromOn", code: "field.required" }]),
    ],
    build: ({ weekdays, startsAt, room, fromOn }) => ({
      generationId,
      groupId: group.id,
      fromOn,
      weekdays: weekdays.map(Number),
      startsAt,
      room: room.trim() || null,
      leaderId: null,
      replace: planned,
    }),
    invalidates: [["programme"], ["attendance"]],
    onDone: () => {
      toast({ text: t("calendar.made") });
      go(`/groups/${group.id}/calendar`);
    },
  });
  const { weekdays, fromOn } = form.values;
  const before = isPlainDate(fromOn) && planned && fromOn > group.startsOn ? shiftDay(fromOn, -1) : undefined;
  const kept = useQuery({
    ...weekQuery(group.id, group.startsOn, before ?? group.startsOn),
    enabled: before !== undefined,
  });
  const standing = before ? kept.data?.sessions : nothing;
  const schedule = useMemo(
    () => standing && preview(group, weekdays.map(Number), fromOn, standing),
    [group, weekdays, fromOn, standing],
  );
  return (
    <FormLayout aside={schedule && <Preview group={group} schedule={schedule} chosen={weekdays.length} />}>
      <CommandForm form={form} submit={planned ? t("calendar.again") : t("calendar.make")}>
        <MultiChoice
          label={t("calendar.weekdays")}
          options={WEEKDAYS.map((value) => ({ value, label: t(`weekday.${value}`) }))}
          {...form.field("weekdays")}
        />
        <TimeField label={t("calendar.startsAt")} {...form.field("startsAt")} />
        <TextField label={t("calendar.room")} maxLength={200} {...form.field("room")} />
        <DateField label={t("calendar.from")} quick={["today"]} {...form.field("fromOn")} />
      </CommandForm>
    </FormLayout>
  );
}

/** Undefined while the day is not one. `standing`: sessions before the day, whose minutes are not planned again. */
function preview(
  group: GroupCard,
  weekdays: readonly number[],
  fromOn: string,
  standing: readonly SessionLine[],
): Schedule | undefined {
  if (!isPlainDate(fromOn) || weekdays.length === 0) return undefined;
  return planSchedule({
    startOn: group.startsOn,
    weeks: group.weeks,
    weekdays,
    fromOn: fromOn > group.startsOn ? fromOn : group.startsOn,
    minutesPerMeeting: group.minutesPerMeeting,
    closures: group.closures,
    consultationsInside: group.consultationsInside,
    modules: group.modules
      .filter(({ optional }) => !optional)
      .map((module) => ({
        ...module,
        keptMinutes: standing
          .filter(({ moduleId }) => moduleId === module.id)
          .reduce((sum, { minutes }) => sum + minutes, 0),
      })),
  });
}

function Preview({ group, schedule, chosen }: { group: GroupCard; schedule: Schedule; chosen: number }) {
  const t = useMessages(programmeMessages);
  const nameOf = (id: string) => {
    const module = group.modules.find((each) => each.id === id);
    return module?.name ?? t.maybe(`module.${module?.code ?? ""}`) ?? "–";
  };
  const minutes = schedule.sessions.reduce((sum, session) => sum + session.minutes, 0);
  return (
    <Card title={t("calendar.preview")}>
      <p>
        {t("calendar.previewText", {
          sessions: schedule.sessions.length,
          hours: minutes / 60,
          end: formatDay(schedule.endOn, t.lang),
        })}
      </p>
      {chosen !== group.meetingsPerWeek && (
        <Notice>{t("calendar.weekdaysDiffer", { planned: group.meetingsPerWeek, chosen })}</Notice>
      )}
      {schedule.unplaced.length > 0 && (
        <Notice tone="due">
          {t("calendar.unplaced", {
            list: schedule.unplaced
              .map((each) => `${nameOf(each.moduleId)} ${t("hours", { hours: each.minutes / 60 })}`)
              .join(", "),
          })}
        </Notice>
      )}
      {schedule.lost.length > 0 && (
        <>
          <h3>{t("calendar.lost", { count: schedule.lost.length })}</h3>
          <ul className="lost-days">
            {schedule.lost.map((lost) => (
              <li key={lost.day}>
                {formatDay(lost.day, t.lang)}: {lost.holiday ? t(`holiday.${lost.holiday}`) : lost.closure}
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
