import { useBlocker } from "@tanstack/react-router";
import { Button } from "./Button.tsx";
import { Dialog } from "./Dialog.tsx";
import { uiMessages } from "./uiMessages.ts";
import { useMessages } from "./useMessages.ts";

type Asked = { isUnsaved: () => boolean; isLostByLeaving: () => boolean };

/** Asks before another screen takes the place of something typed; the browser asks before it closes the page. */
export function LeaveGuard({ isUnsaved, isLostByLeaving }: Asked) {
  const t = useMessages(uiMessages);
  const leaving = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && isLostByLeaving(),
    enableBeforeUnload: isUnsaved,
    withResolver: true,
  });
  return (
    <Dialog
      open={leaving.status === "blocked"}
      title={t("leave.title")}
      {...(leaving.reset ? { onClose: leaving.reset } : {})}
      actions={
        <>
          <Button kind="main" onClick={() => leaving.reset?.()}>
            {t("leave.stay")}
          </Button>
          <Button kind="quiet" onClick={() => leaving.proceed?.()}>
            {t("leave.go")}
          </Button>
        </>
      }
    >
      <p>{t("leave.text")}</p>
    </Dialog>
  );
}
