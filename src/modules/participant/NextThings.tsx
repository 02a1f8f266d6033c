import { useQuery } from "@tanstack/react-query";
import { today } from "../../platform/ui/clock.ts";
import { formatWeekday } from "../../platform/ui/format.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { bookingsQuery } from "../counselling/api.ts";
import type { PersonBooking } from "../counselling/contract.ts";
import { ownPromisesQuery } from "./api.ts";
import type { MinePromises } from "./contract.ts";
import { promiseMessages } from "./promiseMessages.ts";
import { type NextThing, nextThings } from "./rules.ts";

type Thing = NextThing & { key: string; at: string; detail: string };

/** Talks, reviews, evaluations and own promises with their days. */
function thingsOf(view: MinePromises, bookings: readonly PersonBooking[]): Thing[] {
  const live = view.contracts.filter(({ endedOn }) => endedOn === null);
  return [
    ...bookings.flatMap((one): Thing[] =>
      one.state === "BOOKED"
        ? [{ what: "TALK", day: one.day, key: one.bookingId, at: one.startsAt, detail: one.place }]
        : [],
    ),
    ...view.plans.flatMap(({ id, reviewOn }): Thing[] =>
      reviewOn ? [{ what: "REVIEW", day: reviewOn, key: id, at: "", detail: "" }] : [],
    ),
    ...live.flatMap(({ id, evaluationOn }): Thing[] =>
      evaluationOn ? [{ what: "EVALUATION", day: evaluationOn, key: id, at: "", detail: "" }] : [],
    ),
    ...[...view.plans, ...live]
      .flatMap(({ promises }) => promises)
      .flatMap(({ id, side, what, dueOn, standing }): Thing[] =>
        side === "PERSON" && dueOn && standing !== "DONE"
          ? [{ what: "PROMISE", day: dueOn, key: id, at: "", detail: what }]
          : [],
      ),
  ];
}

/** The three nearest things with their days. Source: docs/domain/journeys.md J14 step 2 */
export function NextThings({ personId }: { personId: string }) {
  const t = useMessages(promiseMessages);
  const promises = useQuery(ownPromisesQuery);
  const bookings = useQuery(bookingsQuery(personId));
  // what cannot be read says so in its own section below; nothing is called empty that is only unknown
  if (!promises.data || bookings.isPending) return null;
  const next = nextThings(thingsOf(promises.data, bookings.data?.bookings ?? []), today());
  if (next.length === 0 && !bookings.data) return null;
  return (
    <section className="stack">
      <h2>{t("next.title")}</h2>
      {next.length === 0 && <p>{t("next.none")}</p>}
      <ul className="promises" role="list">
        {next.map(({ key, what, day, at, detail }) => (
          <li key={`${what} ${key}`}>
            <strong>
              {formatWeekday(day, t.lang)}
              {at && `, ${t("next.hour", { time: at })}`}
            </strong>
            <span className="next">{what === "PROMISE" ? detail : t(`next.${what}`)}</span>
            {what === "TALK" && <span className="by">{detail}</span>}
            {what === "PROMISE" && <span className="by">{t("next.PROMISE")}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
