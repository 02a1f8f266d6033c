import { lazy, Suspense } from "react";
import { startSession } from "../../platform/ui/session.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { useLost } from "./device/here.ts";
import { LanguageSwitch } from "./LanguageSwitch.tsx";
import { SignInForm } from "./SignInForm.tsx";
import { webMessages } from "./webMessages.ts";
import "./signIn.css";

const PasskeySignIn = lazy(() =>
  import("../../modules/organisation/PasskeySignIn.tsx").then((it) => ({ default: it.PasskeySignIn })),
);

const LostNotice = lazy(() => import("./device/LostNotice.tsx").then((it) => ({ default: it.LostNotice })));

export function SignInScreen() {
  const t = useMessages(webMessages);
  const lost = useLost();
  return (
    <div className="sign-in">
      <main className="sign-in-box">
        <p className="brand">Powrót</p>
        <p className="soft">{t("signIn.lead")}</p>
        <h1>{t("signIn.title")}</h1>
        {lost && (
          <Suspense fallback={null}>
            <LostNotice />
          </Suspense>
        )}
        <SignInForm />
        <Suspense fallback={null}>
          <PasskeySignIn onDone={startSession} />
        </Suspense>
      </main>
      <footer className="sign-in-foot">
        <LanguageSwitch />
      </footer>
    </div>
  );
}
