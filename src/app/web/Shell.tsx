import { Outlet, useRouterState } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useState } from "react";
import { Button } from "../../platform/ui/Button.tsx";
import { useDeviceState } from "../../platform/ui/carrier.ts";
import { SidePanel } from "../../platform/ui/Dialog.tsx";
import { Icon } from "../../platform/ui/Icon.tsx";
import { ListLink } from "../../platform/ui/ListLink.tsx";
import { lookNeutral } from "../../platform/ui/pageTitle.ts";
import { QuickExit } from "../../platform/ui/QuickExit.tsx";
import { StateLine } from "../../platform/ui/StateLine.tsx";
import { lockSession, type Session, signOut } from "../../platform/ui/session.ts";
import { setDensity } from "../../platform/ui/theme.ts";
import { uiMessages } from "../../platform/ui/uiMessages.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { LanguageSwitch } from "./LanguageSwitch.tsx";
import { barOf, isComfortable, PLACES, type Place, placesOf } from "./places.ts";
import { screens } from "./screens.tsx";
import { ThemeSwitch } from "./ThemeSwitch.tsx";
import { webMessages } from "./webMessages.ts";
import "./shell.css";

const QuickSearch = lazy(() => import("./QuickSearch.tsx").then((it) => ({ default: it.QuickSearch })));
const known: ReadonlySet<string> = new Set(screens.map((screen) => screen.path));

/** Office: rail and top bar. Phone: bar of four. The same screens inside. */
export function Shell({ session }: { session: Session }) {
  const t = useMessages(webMessages);
  const [more, setMore] = useState(false);
  const places = placesOf(session.roles, session.places, known);
  const comfortable = isComfortable(session.roles);
  useEffect(() => setDensity(comfortable ? "comfortable" : "compact"), [comfortable]);
  if (session.roles.length === 1 && session.roles[0] === "PARTICIPANT") return <Bare />;
  return (
    <div className="shell">
      <a className="skip-link" href="#content">
        {t("skip")}
      </a>
      <header className="top-bar">
        <ListLink to="/" className="brand-link">
          Powrót
        </ListLink>
        <Suspense fallback={null}>
          <QuickSearch places={places} />
        </Suspense>
        <div className="top-bar-end">
          <StateLine short />
          <span className="top-organisation">{session.organisation.name}</span>
          <Button kind="plain" icon="person" onClick={() => setMore(true)}>
            {session.account.name}
          </Button>
        </div>
      </header>
      <nav className="rail" aria-label={t("nav.main")}>
        <ul role="list">
          {places.map((place) => (
            <li key={place.path}>
              <PlaceLink place={place} />
            </li>
          ))}
        </ul>
      </nav>
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
      <BottomBar places={places} onMore={() => setMore(true)} />
      <SidePanel open={more} title={t("me")} onClose={() => setMore(false)}>
        <Me session={session} places={places} onGo={() => setMore(false)} />
      </SidePanel>
    </div>
  );
}

/** The participant's frame: no rail, nothing to search; a way out that is always there, and nothing in the tab that tells whose page it is (C11). */
function Bare() {
  const t = useMessages(webMessages);
  const title = t("bare.title");
  useEffect(() => lookNeutral(title), [title]);
  return (
    <>
      <header className="bare-bar cluster no-print">
        <LanguageSwitch />
        <Button icon="exit" onClick={() => void signOut()}>
          {t("signOut")}
        </Button>
        <QuickExit />
      </header>
      <main id="content">
        <Outlet />
      </main>
    </>
  );
}

function PlaceLink({ place, onGo }: { place: Place; onGo?: () => void }) {
  const t = useMessages(webMessages);
  const { path } = place;
  const current = useRouterState({
    select: ({ location: { pathname } }) => pathname === path || (path !== "/" && pathname.startsWith(`${path}/`)),
  });
  return (
    <ListLink to={path} className="place" current={current} onClick={onGo}>
      <Icon name={place.icon} />
      <span>{t(place.label)}</span>
    </ListLink>
  );
}

/** Three places and "more"; recording, where the role has it, is the big key in the middle. */
function BottomBar({ places, onMore }: { places: readonly Place[]; onMore: () => void }) {
  const ui = useMessages(uiMessages);
  const t = useMessages(webMessages);
  return (
    <nav className="bottom-bar" aria-label={t("nav.main")}>
      <StateLine />
      <ul role="list">
        {barOf(places).map((place) => (
          <li key={place.path} data-main={place.path === PLACES.record.path ? "" : undefined}>
            <PlaceLink place={place} />
          </li>
        ))}
        <li>
          <button type="button" className="place" onClick={onMore}>
            <Icon name="more" />
            <span>{ui("more")}</span>
          </button>
        </li>
      </ul>
    </nav>
  );
}

function Me({ session, places, onGo }: { session: Session; places: readonly Place[]; onGo: () => void }) {
  const t = useMessages(webMessages);
  const device = useDeviceState();
  const comfortable = isComfortable(session.roles);
  const ui = useMessages(uiMessages);
  return (
    <>
      <div>
        <p>
          <strong>{session.account.name}</strong>
        </p>
        <p className="soft">{session.organisation.name}</p>
      </div>
      <ul role="list" className="me-places">
        {places.map((place) => (
          <li key={place.path}>
            <PlaceLink place={place} onGo={onGo} />
          </li>
        ))}
      </ul>
      <ListLink to="/me" className="place" onClick={onGo}>
        <Icon name="settings" />
        <span>{t("me.settings")}</span>
      </ListLink>
      {(comfortable || device) && (
        <ListLink to="/device" className="place" onClick={onGo}>
          <Icon name="moon" />
          <span>{t("me.phone")}</span>
        </ListLink>
      )}
      <ThemeSwitch />
      <div className="field">
        <p className="field-label">{ui("language")}</p>
        <LanguageSwitch />
      </div>
      <div className="cluster">
        <Button icon="lock" onClick={() => void lockSession()}>
          {t("lock")}
        </Button>
        {device?.status !== "open" && (
          <Button icon="exit" onClick={() => void signOut()}>
            {t("signOut")}
          </Button>
        )}
      </div>
    </>
  );
}
