import { useRouter } from "@tanstack/react-router";
import { NetworkFailure } from "../../platform/ui/api.ts";
import { BackLink, Button } from "../../platform/ui/Button.tsx";
import { Page } from "../../platform/ui/Page.tsx";
import { uiMessages } from "../../platform/ui/uiMessages.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { SkeletonLines } from "../../platform/ui/Waiting.tsx";
import { webMessages } from "./webMessages.ts";

export function NotFoundScreen() {
  const t = useMessages(webMessages);
  return (
    <Page title={t("notFound.title")}>
      <p>{t("notFound.text")}</p>
      <p>
        <BackLink to="/">{t("notFound.home")}</BackLink>
      </p>
    </Page>
  );
}

/** In place of a screen that did not come: by a mistake of ours, or because there is no network; then trying again helps. */
export function BrokenScreen({ error }: { error: unknown }) {
  const t = useMessages(webMessages);
  const ui = useMessages(uiMessages);
  const router = useRouter();
  const offline = error instanceof NetworkFailure;
  return (
    <Page title={t("broken.title")}>
      <p>{offline ? ui("problem.networkRead") : t("broken.text")}</p>
      <div className="cluster">
        <Button onClick={() => (offline ? void router.invalidate() : window.location.reload())}>
          {ui("tryAgain")}
        </Button>
        <BackLink to="/">{t("notFound.home")}</BackLink>
      </div>
    </Page>
  );
}

export function WaitingScreen() {
  return (
    <Page>
      <SkeletonLines lines={6} />
    </Page>
  );
}
