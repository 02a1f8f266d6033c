import { AppLink } from "../../platform/ui/Button.tsx";
import { Status } from "../../platform/ui/Status.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { DateText } from "../../platform/ui/Words.tsx";
import { programmeMessages } from "../programme/messages.ts";
import type { TodaySession } from "./contract.ts";
import { attendanceMessages } from "./messages.ts";
import "./attendance.css";

/** Registers one below the other: what, when, where and how many are marked; `days` adds the day. */
export function RegisterLinks({ sessions, days = false }: { sessions: readonly TodaySession[]; days?: boolean }) {
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
              <Status tone={session.marked < session.members ? "due" : "active"}>
                {t(session.marked < session.members ? "toMark" : "toClose")}
              </Status>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
