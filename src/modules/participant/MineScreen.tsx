import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../platform/ui/Button.tsx";
import { formatDay } from "../../platform/ui/format.ts";
import { Page } from "../../platform/ui/Page.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { caseworkMessages } from "../casework/messages.ts";
import { mineQuery, ownReadersQuery } from "./api.ts";
import type { MineView } from "./contract.ts";
import { participantMessages } from "./messages.ts";
import { NextThings } from "./NextThings.tsx";
import { OwnBenefit } from "./OwnBenefit.tsx";
import { OwnPromises } from "./OwnPromises.tsx";
import { OwnTalks } from "./OwnTalks.tsx";
import "./participant.css";

/** The participant's first screen: what is theirs and who looked at it, in one column and in big words; it prints. */
export function MineScreen() {
  const t = useMessages(participantMessages);
  const mine = useQuery(mineQuery);
  return (
    <Page
      title={mine.data && t("title", { name: mine.data.name.split(" ")[0] ?? "" })}
      lead={t("lead")}
      actions={
        <span className="no-print">
          <Button onClick={() => window.print()}>{t("print")}</Button>
        </span>
      }
      narrow
    >
      <div className="mine stack">
        <Loaded query={mine}>
          {(view) => (
            <>
              <NextThings personId={view.personId} />
              <OwnPromises />
              <OwnTalks personId={view.personId} />
              <OwnBenefit />
              <OwnAttendance attendance={view.attendance} />
              <OwnReaders />
              <Rights />
            </>
          )}
        </Loaded>
      </div>
    </Page>
  );
}

function OwnAttendance({ attendance }: Pick<MineView, "attendance">) {
  const t = useMessages(participantMessages);
  return (
    <section className="stack">
      <h2>{t("attendance.title")}</h2>
      {attendance.length === 0 && <p>{t("attendance.none")}</p>}
      {attendance.map(({ groupId, groupName, percent }) => (
        <p key={groupId}>
          <strong>{groupName}</strong>: {percent === null ? t("attendance.notYet") : t("attendance.rate", { percent })}
        </p>
      ))}
    </section>
  );
}

/** To whom one says that something is wrong, and how a plan or a decision is changed. Source: docs/domain/journeys.md J14 steps 7-9 */
function Rights() {
  const t = useMessages(participantMessages);
  return (
    <section className="stack">
      <h2>{t("rights.title")}</h2>
      <p>{t("rights.correct")}</p>
      <p>{t("rights.change")}</p>
      <p>{t("rights.complain")}</p>
      <p>{t("rights.appeal")}</p>
    </section>
  );
}

/** C4. A few newest days first; all of them on demand. */
function OwnReaders() {
  const t = useMessages(participantMessages);
  const c = useMessages(caseworkMessages);
  const readers = useQuery(ownReadersQuery);
  const [all, setAll] = useState(false);
  return (
    <section className="stack">
      <h2>{t("readers.title")}</h2>
      <p>{t("readers.lead")}</p>
      <Loaded query={readers}>
        {(data) => (
          <>
            {data.readers.length === 0 && <p>{t("readers.none")}</p>}
            <ul className="promises" role="list">
              {data.readers.slice(0, all ? undefined : 10).map((line) => (
                <li key={`${line.day} ${line.readerName} ${line.section}`}>
                  <strong>{line.readerName}</strong>
                  {line.jobTitle && `, ${line.jobTitle}`}
                  <span className="by">
                    {[
                      formatDay(line.day, t.lang),
                      line.section && c.maybe(`section.${line.section}`),
                      t("readers.times", { count: line.times }),
                    ]
                      .filter(Boolean)
                      .join(" · ")}
                  </span>
                </li>
              ))}
            </ul>
            {!all && data.readers.length > 10 && (
              <div>
                <Button onClick={() => setAll(true)}>{t("readers.all")}</Button>
              </div>
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}
