import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { hoursText } from "../../../platform/hoursText.ts";
import { Button } from "../../../platform/ui/Button.tsx";
import { DataTable } from "../../../platform/ui/DataTable.tsx";
import { SidePanel } from "../../../platform/ui/Dialog.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { useGo } from "../../../platform/ui/navigation.ts";
import { Page } from "../../../platform/ui/Page.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { useHasRole } from "../../../platform/ui/session.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { DateText } from "../../../platform/ui/Words.tsx";
import { ActivityNav } from "../ActivityNav.tsx";
import { activityAccess } from "../access.ts";
import { coursesQuery } from "../api.ts";
import { CourseForm } from "./CourseForms.tsx";
import { courseMessages } from "./messages.ts";

/** Courses of one's units with how many take part; nobody is named here. */
export function CoursesScreen() {
  const t = useMessages(courseMessages);
  const courses = useQuery(coursesQuery);
  const go = useGo();
  const opens = useHasRole(...Object.keys(activityAccess["course.read"]));
  const [adding, setAdding] = useState(false);
  return (
    <Page
      title={t("courses")}
      lead={t("courses.lead")}
      actions={
        courses.data?.mayKeep && (
          <Button kind="main" icon="plus" onClick={() => setAdding(true)}>
            {t("course.new")}
          </Button>
        )
      }
    >
      <ActivityNav />
      <Loaded query={courses} lines={6}>
        {(view) => (
          <>
            <DataTable
              label={t("courses")}
              rows={view.courses}
              rowId={(row) => row.id}
              {...(opens ? { to: (row: { id: string }) => `/activities/courses/${row.id}` } : {})}
              empty={<EmptyState title={t("courses.none")} text={t("courses.none.next")} />}
              columns={[
                {
                  id: "name",
                  label: t("name"),
                  main: true,
                  cell: (row) => (row.edition ? `${row.name} (${row.edition})` : row.name),
                  sort: (row) => row.name,
                },
                {
                  id: "kind",
                  label: t("kind"),
                  cell: (row) => t(`kind.${row.kind}`),
                  sort: (row) => t(`kind.${row.kind}`),
                },
                {
                  id: "provider",
                  label: t("provider"),
                  cell: (row) => row.provider,
                  sort: (row) => row.provider,
                  wideOnly: true,
                },
                {
                  id: "period",
                  label: t("period"),
                  cell: (row) => (
                    <>
                      <DateText day={row.startsOn} /> – <DateText day={row.endsOn} />
                    </>
                  ),
                  sort: (row) => row.startsOn,
                },
                {
                  id: "hours",
                  label: t("programmeHours"),
                  number: true,
                  wideOnly: true,
                  cell: (row) => hoursText(row.programmeMinutes, t.lang, row.minutesPerHour),
                  sort: (row) => row.programmeMinutes,
                },
                {
                  id: "participants",
                  label: t("participants"),
                  number: true,
                  cell: (row) => row.participants,
                  sort: (row) => row.participants,
                },
                {
                  id: "left",
                  label: t("left"),
                  number: true,
                  cell: (row) => row.left,
                  sort: (row) => row.left,
                  wideOnly: true,
                },
                {
                  id: "certified",
                  label: t("certified"),
                  number: true,
                  cell: (row) => row.certified,
                  sort: (row) => row.certified,
                },
                {
                  id: "qualification",
                  label: t("qualification"),
                  wideOnly: true,
                  cell: (row) => (
                    <Status tone={row.qualification ? "confirmed" : "neutral"}>
                      {t(row.qualification ? "qualification.yes" : "qualification.no")}
                    </Status>
                  ),
                },
              ]}
            />
            <SidePanel open={adding} title={t("course.new")} onClose={() => setAdding(false)}>
              <CourseForm list={view} onDone={(id) => go(`/activities/courses/${id}`)} />
            </SidePanel>
          </>
        )}
      </Loaded>
    </Page>
  );
}
