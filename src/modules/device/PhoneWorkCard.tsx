import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ActButton } from "../../platform/ui/ActButton.tsx";
import { Button } from "../../platform/ui/Button.tsx";
import { formatInstant } from "../../platform/ui/format.ts";
import { Notice } from "../../platform/ui/Notices.tsx";
import { Card } from "../../platform/ui/Page.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { deviceAccess } from "./access.ts";
import { phoneWorkQuery } from "./api.ts";
import { deviceMessages } from "./messages.ts";

/** Whether the organisation works on phones. The administrator switches it; others see it only when it is off. */
export function PhoneWorkCard() {
  const t = useMessages(deviceMessages);
  const mayChange = useHasRole(...Object.keys(deviceAccess["phone-work.change"]));
  const { data: work } = useQuery(phoneWorkQuery);
  const [asked, setAsked] = useState(false);
  if (!work || (work.allowed && !mayChange)) return null;
  const { allowed, setBy, setAt } = work;
  const isSure = asked || !allowed;
  return (
    <Card title={t(allowed ? "work.on" : "work.off")}>
      {setBy && setAt && (
        <p className="soft small">{t("work.said", { by: setBy, at: formatInstant(setAt, t.lang) })}</p>
      )}
      {mayChange && asked && <Notice tone="danger">{t("work.offWhy")}</Notice>}
      {mayChange && (
        <div className="cluster">
          {isSure ? (
            <ActButton
              type="phone-work.change"
              payload={() => ({ allowed: !allowed })}
              label={t(allowed ? "work.switchOff" : "work.switchOn")}
              kind={allowed ? "danger" : "main"}
              messages={t}
              invalidates={[["devices"]]}
              onDone={() => {
                setAsked(false);
                toast({ text: t("work.done") });
              }}
            />
          ) : (
            <Button onClick={() => setAsked(true)}>{t("work.switchOff")}</Button>
          )}
          {asked && <Button onClick={() => setAsked(false)}>{t("work.keep")}</Button>}
        </div>
      )}
    </Card>
  );
}
