import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { LinkButton } from "../../platform/ui/Button.tsx";
import { SidePanel } from "../../platform/ui/Dialog.tsx";
import { formatDay, formatWeekday } from "../../platform/ui/format.ts";
import { Card, Page } from "../../platform/ui/Page.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded, SkeletonLines } from "../../platform/ui/Waiting.tsx";
import { myDayQuery } from "./api.ts";
import { CalendarCard } from "./calendar/CalendarCard.tsx";
import { DutyDayCard, type OpenSlot } from "./DutyDayCard.tsx";
import { keptTalks } from "./keptTalks.ts";
import { counsellingMessages } from "./messages.ts";
import type { MyDay } from "./noteContract.ts";
import { noteMessages } from "./noteMessages.ts";
import { TalkLines } from "./TalkLines.tsx";

const BookForm = lazy(() => import("./BookingForms.tsx").then((it) => ({ default: it.BookForm })));
const ChangeForms = lazy(() => import("./BookingForms.tsx").then((it) => ({ default: it.ChangeForms })));

/** The day of who gives advice: talks, duties, classes, what is still to be written, and the notes that open to oneself alone. */
export function MyDayScreen() {
  const t = useMessages(noteMessages);
  const day = useQuery(myDayQuery);
  return (
    <Page
      title={t("day.title")}
      narrow
      actions={
        <LinkButton to="/consultations/talks/new" icon="plus" kind="main">
          {t("talk.add")}
        </LinkButton>
      }
    >
      <Loaded query={day} lines={6}>
        {(view) => <Day view={view} />}
      </Loaded>
    </Page>
  );
}

function Day({ view }: { view: MyDay }) {
  const t = useMessages(noteMessages);
  const words = useMessages(counsellingMessages);
  const [open, setOpen] = useState<OpenSlot>();
  const close = () => setOpen(undefined);
  const { duties, beside } = keptTalks(view.duties, view.others);
  return (
    <div className="stack">
      <p className="soft">{formatWeekday(view.day, t.lang)}</p>
      {view.duties.length === 0 && view.others.length === 0 && <p>{t("day.nothing")}</p>}
      {duties.map((line) => (
        <DutyDayCard key={line.consultantDutyId} line={line} onOpen={setOpen} />
      ))}
      {beside.length > 0 && (
        <Card title={t("day.others")}>
          <ul role="list" className="plain-list">
            {beside.map(({ startsAt, minutes, title, place, kind }) => (
              <li key={`${startsAt} ${title}`}>
                <strong>{startsAt}</strong>{" "}
                {[kind && t(`day.${kind}`), title, place, t("day.minutes", { count: minutes })]
                  .filter(Boolean)
                  .join(" · ")}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {view.unwritten.length > 0 && (
        <Card title={t("day.unwritten")}>
          <ul role="list" className="plain-list stack-tight">
            {view.unwritten.map(({ bookingId, day, startsAt, endsAt, person }) => (
              <li key={bookingId} className="counselling-slot">
                <span className="counselling-who">{`${person?.name ?? words("booking.open")} · ${formatDay(day, t.lang)}, ${startsAt}`}</span>
                <LinkButton
                  to="/consultations/talks/new"
                  search={{
                    booking: bookingId,
                    day,
                    from: startsAt,
                    to: endsAt,
                    ...(person ? { person: person.id } : {}),
                  }}
                >
                  {t("talk.write")}
                </LinkButton>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card
        title={t("day.notes")}
        actions={
          <LinkButton to="/note-substitutes" kind="plain">
            {t("talk.substitutes")}
          </LinkButton>
        }
      >
        <p className="soft">{t("talk.mine")}</p>
        <TalkLines lines={view.notes} />
      </Card>
      <CalendarCard />
      <SidePanel open={open !== undefined} title={words(open?.booking ? "act.change" : "book.title")} onClose={close}>
        <Suspense fallback={<SkeletonLines lines={4} />}>
          {open && !open.booking && <BookForm slot={open} onDone={close} />}
          {open?.booking && <ChangeForms slot={open} booking={open.booking} onDone={close} />}
        </Suspense>
      </SidePanel>
    </div>
  );
}
