import { Outlet, useLocation, useMatches } from "@tanstack/react-router";
import { lazy, Suspense, useEffect } from "react";
import { Button } from "../../platform/ui/Button.tsx";
import { useDeviceState } from "../../platform/ui/carrier.ts";
import { Cover, Dialog } from "../../platform/ui/Dialog.tsx";
import { Page } from "../../platform/ui/Page.tsx";
import { declineSignIn, signOut, startSession, useSessionState } from "../../platform/ui/session.ts";
import { Toasts } from "../../platform/ui/Toasts.tsx";
import { uiMessages } from "../../platform/ui/uiMessages.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { useLost } from "./device/here.ts";
import { WaitingScreen } from "./PlainScreens.tsx";
import { Shell } from "./Shell.tsx";
import { SignInForm } from "./SignInForm.tsx";
import { SignInScreen } from "./SignInScreen.tsx";
import { useIdleLock, useRestWhenHidden } from "./useIdleLock.ts";
import { webMessages } from "./webMessages.ts";

const UpdateNotice = lazy(() => import("./offline/UpdateNotice.tsx").then((it) => ({ default: it.UpdateNotice })));
const LostNotice = lazy(() => import("./device/LostNotice.tsx").then((it) => ({ default: it.LostNotice })));
const DoorScreen = lazy(() => import("./device/DoorScreen.tsx").then((it) => ({ default: it.DoorScreen })));
const MeScreen = lazy(() => import("../../modules/organisation/MeScreen.tsx").then((it) => ({ default: it.MeScreen })));

/** Decides between the sign-in page, the screen, and a sign-in laid over the screen. */
export function Root() {
  const t = useMessages(webMessages);
  const state = useSessionState();
  const screen = useMatches().at(-1)?.staticData.screen;
  if (screen?.open) {
    return (
      <>
        <Outlet />
        <Toasts />
        <SignInAgain />
      </>
    );
  }
  switch (state.status) {
    case "unknown":
      return <WaitingScreen />;
    case "unreachable":
      return <Unreachable />;
    case "signedOut":
      return <SignInScreen />;
    case "device":
      return (
        <>
          <Suspense fallback={<WaitingScreen />}>
            <DoorScreen />
          </Suspense>
          <Updates />
        </>
      );
    default:
      return (
        <>
          <IdleLock minutes={state.byDevice ? Math.min(5, state.session.idleMinutes) : state.session.idleMinutes} />
          {state.byDevice && <RestWhenHidden />}
          {state.session.secondFactorDue ? (
            <main id="content">
              <Suspense fallback={<WaitingScreen />}>
                <MeScreen />
              </Suspense>
              <div className="page page-narrow">
                <div className="cluster">
                  <Button icon="exit" onClick={() => void signOut()}>
                    {t("signOut")}
                  </Button>
                </div>
              </div>
            </main>
          ) : screen?.bare ? (
            <main id="content">
              <Outlet />
            </main>
          ) : (
            <Shell session={state.session} />
          )}
          <Updates />
          <Lost />
          <Toasts />
          <SignInAgain />
        </>
      );
  }
}

/** Only where the app itself is kept does a new version wait for anybody. */
function Updates() {
  if (useDeviceState() === null) return null;
  return (
    <Suspense fallback={null}>
      <UpdateNotice />
    </Suspense>
  );
}

/** What the browser has thrown away is told until whoever is here knows. */
function Lost() {
  const isElsewhere = useLocation({ select: ({ pathname }) => pathname !== "/device" }); // that screen says it itself
  if (useLost() === null || !isElsewhere) return null;
  return (
    <Suspense fallback={null}>
      <LostNotice signedIn />
    </Suspense>
  );
}

function RestWhenHidden() {
  useRestWhenHidden();
  return null;
}

function IdleLock({ minutes }: { minutes: number }) {
  useIdleLock(minutes);
  return null;
}

/** The page stays mounted underneath, so that nothing typed is lost. */
function SignInAgain() {
  const t = useMessages(webMessages);
  const state = useSessionState();
  if (state.status !== "lost" && state.status !== "locked") return null;
  const locked = state.status === "locked";
  const Frame = locked ? Cover : Dialog;
  const why = locked ? "signIn.lockedWhy" : state.byDevice ? "signIn.moreWhy" : "signIn.againWhy";
  return (
    <Frame
      key={state.status}
      open
      title={t(locked ? "signIn.locked" : "signIn.again")}
      {...(state.byDevice && !locked ? { onClose: declineSignIn } : {})}
    >
      <p>{t(why)}</p>
      <p>
        <strong>{state.session.account.name}</strong>
        <br />
        <span className="soft">{state.session.organisation.name}</span>
      </p>
      <SignInForm login={state.login} organisation={state.session.organisation.id} />
      {state.byDevice ? (
        <Button kind="plain" onClick={declineSignIn}>
          {t("signIn.later")}
        </Button>
      ) : (
        <div className="stack-tight">
          <Button kind="plain" onClick={() => void signOut()}>
            {t("signIn.notMe")}
          </Button>
          <p className="soft small">{t("signIn.notMeWarning")}</p>
        </div>
      )}
    </Frame>
  );
}

function Unreachable() {
  const t = useMessages(webMessages);
  const ui = useMessages(uiMessages);
  useEffect(() => {
    const timer = setInterval(() => void startSession(), 5000);
    return () => clearInterval(timer);
  }, []);
  return (
    <main id="content">
      <Page title={t("unreachable.title")} narrow>
        <p>{t("unreachable.text")}</p>
        <div>
          <Button onClick={() => void startSession()}>{ui("tryAgain")}</Button>
        </div>
      </Page>
    </main>
  );
}
