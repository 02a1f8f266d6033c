import { Button, LinkButton } from "../../../platform/ui/Button.tsx";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { forgetStore, useLost } from "./here.ts";
import { phoneMessages } from "./phoneMessages.ts";

/** The browser has thrown the store away: what that means for what was not sent, and how to go on. */
export function LostNotice({ signedIn = false }: { signedIn?: boolean }) {
  const t = useMessages(phoneMessages);
  const lost = useLost();
  if (!lost) return null;
  const { unsent } = lost;
  return (
    <div role="alert" className={signedIn ? "update-notice no-print" : undefined}>
      <Notice
        tone="due"
        title={t("lost.title")}
        actions={
          <>
            {signedIn && (
              <LinkButton to="/device" kind="main">
                {t("make.title")}
              </LinkButton>
            )}
            <Button onClick={forgetStore}>{t("lost.seen")}</Button>
          </>
        }
      >
        <p>{unsent === null ? t("lost.unknown") : unsent > 0 ? t("lost.unsent", { count: unsent }) : t("lost.none")}</p>
        <p>{t("lost.next")}</p>
      </Notice>
    </div>
  );
}
