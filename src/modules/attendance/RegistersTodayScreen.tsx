import { useQuery } from "@tanstack/react-query";
import { Suspense } from "react";
import { LinkButton } from "../../platform/ui/Button.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { Card, Page } from "../../platform/ui/Page.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { CalendarCard, calendarRoles } from "../counselling/api.ts";
import { todayRegistersQuery } from "./api.ts";
import { attendanceMessages } from "./messages.ts";
import { registerMonthAccess } from "./month/access.ts";
import { RegisterLinks } from "./RegisterLinks.tsx";

const monthRoles = Object.keys(registerMonthAccess["register-month.read"]);

/** Today's registers of my groups, and those that somebody forgot to close. */
export function RegistersTodayScreen() {
  const t = useMessages(attendanceMessages);
  const registers = useQuery(todayRegistersQuery);
  const hasCalendar = useHasRole(...calendarRoles);
  const seesMonth = useHasRole(...monthRoles);
  return (
    <Page
      title={t("today.title")}
      actions={
        seesMonth && (
          <LinkButton to="/register/month" icon="lock">
            {t("register.month")}
          </LinkButton>
        )
      }
      narrow
    >
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
