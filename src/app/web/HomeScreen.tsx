import { Link, Navigate } from "@tanstack/react-router";
import { Suspense } from "react";
import { LinkButton } from "../../platform/ui/Button.tsx";
import { now } from "../../platform/ui/clock.ts";
import { Icon } from "../../platform/ui/Icon.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { Page } from "../../platform/ui/Page.tsx";
import { useSession } from "../../platform/ui/session.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { SkeletonLines } from "../../platform/ui/Waiting.tsx";
import { homeParts } from "./homeParts.ts";
import { placesOf } from "./places.ts";
import { screens } from "./screens.tsx";
import { webMessages } from "./webMessages.ts";

const known: ReadonlySet<string> = new Set(screens.map((screen) => screen.path));
const hourFormat = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Warsaw", hour: "numeric", hourCycle: "h23" });

/** The first screen: what rooms have put there for this role, then the role's places as large cards. */
export function HomeScreen() {
  const t = useMessages(webMessages);
  const session = useSession();
  const hour = Number(hourFormat.format(now()));
  const evening = hour >= 18 || hour < 5;
  const own = placesOf(session.roles, session.places, known);
  const places = own.filter((place) => place.path !== "/");
  const parts = homeParts.filter(
    (part) => part.roles === "all" || session.roles.some((role) => part.roles.includes(role)),
  );
  // who works in the field starts in the work, not on a page of links
  const first = own[0];
  const title = t(evening ? "home.title.evening" : "home.title", { name: session.account.name });
  // every door is closed today: nothing stands here that would only say so again
  if (session.authorised === false)
    return (
      <Page title={title} lead={session.organisation.name}>
        <Notice tone="due" title={t("authorised.title")}>
          {t("authorised.text")}
        </Notice>
      </Page>
    );
  if (first && own.length === places.length) return <Navigate to={first.path} replace />;
  return (
    <Page title={title} lead={session.organisation.name}>
      {parts.map((part) => (
        <Suspense key={part.id} fallback={<SkeletonLines lines={3} />}>
          <part.Part />
        </Suspense>
      ))}
      {places.length === 0 && parts.length === 0 && (
        <>
          <Notice title={t("home.none")}>{t("home.noneNext")}</Notice>
          <div>
            <LinkButton to="/me">{t("home.account")}</LinkButton>
          </div>
        </>
      )}
      {places.length > 0 && (
        <section className="stack">
          <h2>{t("home.where")}</h2>
          <ul role="list" className="place-cards">
            {places.map((place) => (
              <li key={place.path}>
                <Link to={place.path} className="place-card">
                  <Icon name={place.icon} />
                  <span>{t(place.label)}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}
