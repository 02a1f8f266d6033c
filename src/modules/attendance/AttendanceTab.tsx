import { useQuery } from "@tanstack/react-query";
import { BarFigure } from "../../platform/ui/BarFigure.tsx";
import { DataTable } from "../../platform/ui/DataTable.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { DateText } from "../../platform/ui/Words.tsx";
import { programmeMessages } from "../programme/messages.ts";
import { personAttendanceQuery } from "./api.ts";
import { attendanceMessages } from "./messages.ts";

/** Hours of the project, one decimal: some count 45 minutes for one (R-PRG-05). */
const inHours = (minutes: number, minutesPerHour: number) => Math.round((minutes / minutesPerHour) * 10) / 10;

/** The part "classes" of a person's file: rates by group, and single sessions for those who may see them. */
export function AttendanceTab({ personId }: { personId: string }) {
  const t = useMessages(attendanceMessages);
  const p = useMessages(programmeMessages);
  const attendance = useQuery(personAttendanceQuery(personId));
  return (
    <Loaded query={attendance}>
      {({ groups, sessions }) =>
        groups.length === 0 ? (
          <EmptyState title={t("tab.empty")} />
        ) : (
          <div className="stack">
            <BarFigure
              title={t("rates.hours")}
              bars={groups.map((group) => ({
                id: group.groupId,
                name: `${group.groupName}: ${group.percent === null ? t("rates.none") : t("rates.value", { value: group.percent })}`,
                value: inHours(group.presentMinutes, group.minutesPerHour),
                total: inHours(group.heldMinutes, group.minutesPerHour),
              }))}
            />
            {groups
              .filter(({ modules }) => modules.length > 0)
              .map(({ groupId, groupName, minutesPerHour, modules }) => (
                <BarFigure
                  key={groupId}
                  title={t("rates.byModule", { group: groupName })}
                  bars={modules.map(({ moduleId, code, name, heldMinutes, presentMinutes, percent }) => ({
                    id: moduleId,
                    name: `${name ?? p.maybe(`module.${code}`) ?? code}: ${percent === null ? t("rates.none") : t("rates.value", { value: percent })}`,
                    value: inHours(presentMinutes, minutesPerHour),
                    total: inHours(heldMinutes, minutesPerHour),
                  }))}
                />
              ))}
            {sessions && (
              <DataTable
                label={t("tab.title")}
                rows={sessions}
                rowId={(row) => row.sessionId}
                empty={<EmptyState title={t("today.none")} />}
                columns={[
                  { id: "day", label: t("tab.day"), cell: (row) => <DateText day={row.day} />, sort: (row) => row.day },
                  {
                    id: "class",
                    label: t("tab.class"),
                    main: true,
                    cell: (row) => row.moduleName ?? p.maybe(`module.${row.moduleCode}`) ?? row.moduleCode,
                  },
                  {
                    id: "mark",
                    label: t("tab.mark"),
                    cell: (row) =>
                      row.status
                        ? `${t(`status.${row.status}`)}${row.minutesLate + row.minutesLeftEarly > 0 ? ` ${t("lateBy", { minutes: row.minutesLate + row.minutesLeftEarly })}` : ""}`
                        : t("status.none"),
                  },
                ]}
              />
            )}
          </div>
        )
      }
    </Loaded>
  );
}
