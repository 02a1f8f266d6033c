import { BackLink, Button } from "../../platform/ui/Button.tsx";
import { Page } from "../../platform/ui/Page.tsx";
import { SkeletonLines } from "../../platform/ui/Waiting.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
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

export function BrokenScreen({ reset }: { reset?: () => void }) {
  const t = useMessages(webMessages);
  return (
    <Page title={t("broken.title")}>
      <p>{t("broken.text")}</p>
      <div className="cluster">
        {reset && <Button onClick={() => window.location.reload()}>{t("notFound.home")}</Button>}
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
