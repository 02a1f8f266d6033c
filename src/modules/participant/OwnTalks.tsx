import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { ActButton } from "../../platform/ui/ActButton.tsx";
import { Button } from "../../platform/ui/Button.tsx";
import { SidePanel } from "../../platform/ui/Dialog.tsx";
import { formatInstant, formatWeekday } from "../../platform/ui/format.ts";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded, SkeletonLines } from "../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { bookingsQuery, consultationKeys, SlipLink, waitingOfQuery } from "../counselling/api.ts";
import type { WaitingLine } from "../counselling/contract.ts";
import { counsellingMessages } from "../counselling/messages.ts";
import { refuseWaitingAct, type WaitingAct } from "../counselling/rules.ts";
import { talkMessages } from "./talkMessages.ts";

const BookTalk = lazy(() => import("./BookTalk.tsx").then((it) => ({ default: it.BookTalk })));

const may = (act: WaitingAct, offer: WaitingLine["offer"]) =>
  refuseWaitingAct(act, offer?.open ? "OFFERED" : "WAITING", ["PERSON"]) === null;

/** One's own booked talks: days, hours and places, never with whom, as others look over a shoulder. Source: docs/domain/journeys.md J14 step 6 */
export function OwnTalks({ personId }: { personId: string }) {
  const t = useMessages(talkMessages);
  const words = useMessages(counsellingMessages);
  const bookings = useQuery(bookingsQuery(personId));
  const waiting = useQuery(waitingOfQuery(personId));
  const [books, setBooks] = useState(false);
  const act = (type: string, label: string, said: string, payload: () => object) => (
    <ActButton
      type={type}
      payload={payload}
      label={label}
      messages={words}
      invalidates={consultationKeys}
      onDone={() => toast({ text: said })}
    />
  );
  return (
    <section className="stack">
      <h2>{t("title")}</h2>
      <Loaded query={bookings}>
        {({ bookings: all }) => {
          const coming = all.filter(({ acts }) => acts.includes("CANCEL")).toReversed();
          if (coming.length === 0) return <p>{t("none")}</p>;
          return (
            <ul className="promises" role="list">
              {coming.map(({ bookingId, day, startsAt, place }) => (
                <li key={bookingId} className="stack-tight">
                  <strong>{t("when", { day: formatWeekday(day, t.lang), time: startsAt })}</strong>
                  <span className="by">{place}</span>
                  <span className="cluster no-print">
                    <SlipLink bookingId={bookingId} />
                    {act("booking.cancel", t("cancel"), t("cancelled"), () => ({ bookingId }))}
                  </span>
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
      <Loaded query={waiting} lines={1}>
        {({ lines }) => (
          <>
            {lines.map(({ waitingId, place, offer }) => (
              <div key={waitingId} className="stack-tight">
                <p>{t("waits", { place })}</p>
                {offer?.open && (
                  <p>
                    <strong>
                      {t("kept", {
                        day: formatWeekday(offer.day, t.lang),
                        time: offer.startsAt,
                        place: offer.place,
                        until: formatInstant(offer.untilAt, t.lang),
                      })}
                    </strong>
                  </p>
                )}
                <div className="cluster no-print">
                  {may("ACCEPT", offer) &&
                    act("waiting.accept", t("accept"), t("booked"), () => ({ waitingId, bookingId: uuidv7() }))}
                  {may("DECLINE", offer) && act("waiting.decline", t("decline"), t("declined"), () => ({ waitingId }))}
                  {may("LEAVE", offer) && act("waiting.leave", t("leave"), t("left"), () => ({ waitingId }))}
                </div>
              </div>
            ))}
          </>
        )}
      </Loaded>
      <div className="no-print">
        <Button kind="main" onClick={() => setBooks(true)}>
          {t("book")}
        </Button>
      </div>
      <SidePanel open={books} title={t("book")} onClose={() => setBooks(false)}>
        <Suspense fallback={<SkeletonLines lines={4} />}>
          {books && <BookTalk personId={personId} onDone={() => setBooks(false)} />}
        </Suspense>
      </SidePanel>
    </section>
  );
}
