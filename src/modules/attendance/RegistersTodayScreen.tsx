import { useQuery } from "@tanstack/react-query";
import { Suspense } from "react";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { Card, Page } from "../../platform/ui/Page.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { CalendarCard, calendarRoles } from "../counselling/api.ts";
import { todayRegistersQuery } from "./api.ts";
import { attendanceMessages } from "./messages.ts";
import { RegisterLinks } from "./RegisterLinks.tsx";

/** Today's registers of my groups, and those that somebody forgot to close. */
export function RegistersTodayScreen() {
  const t = useMessages(attendanceMessages);
  const registers = useQuery(todayRegistersQuery);
  const hasCalendar = useHasRole(...calendarRoles);
  return (
    <Page title={t("today.title")} narrow>
      <Loaded query={registers}>
        {({ today, open }) => (
          <>
            <Card title={t("today.today")}>
              {today.length === 0 && <EmptyState title={t("today.none")} text={t("today.noneNext")} />}
              <RegisterLinks sessions={today} />
            </Card>
            {open.length > 0 && (
              <Card title={t("today.open")}>
                <p className="soft small">{t("today.openNext")}</p>
                <RegisterLinks sessions={open} days />
              </Card>
            )}
          </>
        )}
      </Loaded>
      {hasCalendar && (
        <Suspense>
          <CalendarCard />
        </Suspense>
      )}
    </Page>
  );
}
