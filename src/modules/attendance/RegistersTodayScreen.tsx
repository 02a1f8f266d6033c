import { useQuery } from "@tanstack/react-query";
import { AppLink } from "../../platform/ui/Button.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { Card, Page } from "../../platform/ui/Page.tsx";
import { Status } from "../../platform/ui/Status.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { DateText } from "../../platform/ui/Words.tsx";
import { programmeMessages } from "../programme/messages.ts";
import { todayRegistersQuery } from "./api.ts";
import type { TodaySession } from "./contract.ts";
import { attendanceMessages } from "./messages.ts";
import "./attendance.css";

/** Today's registers of my groups, and those that somebody forgot to close. */
export function RegistersTodayScreen() {
  const t = useMessages(attendanceMessages);
  const registers = useQuery(todayRegistersQuery);
  return (
    <Page title={t("today.title")} narrow>
      <Loaded query={registers}>
        {({ today, open }) => (
          <>
            <Card title={t("today.today")}>
              {today.length === 0 && <EmptyState title={t("today.none")} text={t("today.noneNext")} />}
              <Lines sessions={today} />
            </Card>
            {open.length > 0 && (
              <Card title={t("today.open")}>
                <p className="soft small">{t("today.openNext")}</p>
                <Lines sessions={open} days />
              </Card>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Lines({ sessions, days = false }: { sessions: readonly TodaySession[]; days?: boolean }) {
  const t = useMessages(attendanceMessages);
  const p = useMessages(programmeMessages);
  return (
    <ul role="list" className="register-links">
      {sessions.map((session) => (
        <li key={session.sessionId}>
          <AppLink to={`/register/${session.sessionId}`}>
            <strong>{session.moduleName ?? p.maybe(`module.${session.moduleCode}`) ?? session.moduleCode}</strong>
          </AppLink>
          <p className="cluster small soft">
            {days && <DateText day={session.day} />}
            <span>{t("where", { time: session.startsAt, minutes: session.minutes })}</span>
            <span>{session.groupName}</span>
            {session.room && <span>{session.room}</span>}
          </p>
          <p className="cluster small">
            <span>{t("marked", { marked: session.marked, members: session.members })}</span>
            {session.closed ? (
              <Status tone="confirmed">{t("closed")}</Status>
            ) : (
              <Status tone={session.marked < session.members ? "due" : "active"}>{t("toMark")}</Status>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
