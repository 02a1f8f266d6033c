import { useQuery } from "@tanstack/react-query";
import { formatInstant } from "../../platform/ui/format.ts";
import { Status } from "../../platform/ui/Status.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { ActButton } from "./ActButton.tsx";
import { sessionsQuery } from "./api.ts";
import { organisationMessages } from "./messages.ts";

/** "Firefox, Linux" out of what a browser says of itself; undefined when it says nothing known. */
function browserName(userAgent: string | null): string | undefined {
  const find = (names: readonly (readonly [string, string])[]) =>
    names.find(([part]) => userAgent?.includes(part))?.[1];
  const browser = find([
    ["Edg/", "Edge"],
    ["OPR/", "Opera"],
    ["Firefox/", "Firefox"],
    ["Chrome/", "Chrome"],
    ["Safari/", "Safari"],
  ]);
  const system = find([
    ["Android", "Android"],
    ["iPhone", "iPhone"],
    ["iPad", "iPad"],
    ["Windows", "Windows"],
    ["Mac OS", "Mac"],
    ["Linux", "Linux"],
  ]);
  return browser && [browser, system].filter(Boolean).join(", ");
}

/** Open sessions with a button for each; `accountId` null: my own. */
export function SessionList({ accountId }: { accountId: string | null }) {
  const t = useMessages(organisationMessages);
  const sessions = useQuery(sessionsQuery(accountId));
  return (
    <Loaded query={sessions} lines={3}>
      {(view) =>
        view.sessions.length === 0 ? (
          <p>{t("sessions.none")}</p>
        ) : (
          <ul role="list" className="stack">
            {view.sessions.map((one) => (
              <li key={one.id} className="stack-tight">
                <span className="cluster">
                  <strong>
                    {one.kind === "token"
                      ? t("me.sessionScript")
                      : (browserName(one.userAgent) ?? t("me.sessionUnknown"))}
                  </strong>
                  {one.current && <Status tone="confirmed">{t("me.sessionHere")}</Status>}
                </span>
                <span className="soft small">{t("me.sessionSeen", { at: formatInstant(one.seenAt, t.lang) })}</span>
                {!one.current && (
                  <span className="cluster">
                    <ActButton
                      type="session.revoke"
                      payload={{ sessionId: one.id }}
                      invalidates={[["sessions"]]}
                      done={t("me.sessionEnded")}
                      kind="plain"
                    >
                      {t("me.sessionEnd")}
                    </ActButton>
                  </span>
                )}
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}
