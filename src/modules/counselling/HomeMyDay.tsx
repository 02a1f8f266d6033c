import { useQuery } from "@tanstack/react-query";
import { LinkButton } from "../../platform/ui/Button.tsx";
import { Card } from "../../platform/ui/Page.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { counsellingAccess } from "./access.ts";
import { myDayQuery } from "./api.ts";
import type { MyDay } from "./noteContract.ts";
import { noteMessages } from "./noteMessages.ts";

/** The first screen of who gives advice: today's hours in a few words; for who books and plans, the way to the duties. */
export function HomeMyDay() {
  const t = useMessages(noteMessages);
  const gives = useHasRole(...Object.keys(counsellingAccess["counselling.read-my-day"]));
  return (
    <Card
      title={t("home.title")}
      actions={
        <>
          {gives && (
            <LinkButton to="/consultations/my-day" kind="plain">
              {t("day.title")}
            </LinkButton>
          )}
          <LinkButton to="/consultations" kind="plain">
            {t("home.slots")}
          </LinkButton>
        </>
      }
    >
      {gives ? <Today /> : <p className="soft">{t("home.plans")}</p>}
    </Card>
  );
}

function Today() {
  const day = useQuery(myDayQuery);
  return (
    <Loaded query={day} lines={2}>
      {(view) => <Lines view={view} />}
    </Loaded>
  );
}

function Lines({ view }: { view: MyDay }) {
  const t = useMessages(noteMessages);
  const hours = [
    ...view.duties
      .filter(({ lost }) => !lost)
      .map(({ startsAt, endsAt, place, slots }) => ({
        startsAt,
        text: t("home.duty", {
          to: endsAt,
          place,
          booked: slots.filter(({ booking, state }) => booking || state === "RESERVED").length,
          all: slots.length,
        }),
      })),
    ...view.others.map(({ startsAt, title, place, kind }) => ({
      startsAt,
      text: [kind && t(`day.${kind}`), title, place].filter(Boolean).join(" · "),
    })),
  ].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  return (
    <>
      {hours.length === 0 && <p className="soft">{t("day.nothing")}</p>}
      <ul role="list" className="plain-list">
        {hours.map(({ startsAt, text }) => (
          <li key={`${startsAt} ${text}`}>
            <strong>{startsAt}</strong> {text}
          </li>
        ))}
      </ul>
      {view.unwritten.length > 0 && <p>{t("home.unwritten", { count: view.unwritten.length })}</p>}
    </>
  );
}
