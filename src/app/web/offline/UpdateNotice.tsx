import { Button } from "../../../platform/ui/Button.tsx";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { phoneMessages } from "../device/phoneMessages.ts";
import { putOffUpdate, takeUpdate, useUpdateWaits } from "./shell.ts";

/** A new version is here: its user says when, and loses nothing by it. */
export function UpdateNotice() {
  const t = useMessages(phoneMessages);
  if (!useUpdateWaits()) return null;
  return (
    <div className="update-notice no-print" role="status">
      <Notice
        title={t("update.title")}
        actions={
          <>
            <Button kind="main" onClick={() => void takeUpdate()}>
              {t("update.go")}
            </Button>
            <Button kind="plain" onClick={putOffUpdate}>
              {t("update.later")}
            </Button>
          </>
        }
      >
        {t("update.text")}
      </Notice>
    </div>
  );
}
