import { useState } from "react";
import { Button } from "../../../platform/ui/Button.tsx";
import { Dialog } from "../../../platform/ui/Dialog.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { useLanguage } from "../../../platform/ui/language.ts";
import { Card } from "../../../platform/ui/Page.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import type { WorkHistory } from "./contract.ts";
import { EndRegistrationForm, RegistrationForm } from "./HistoryForms.tsx";
import { historyMessages } from "./messages.ts";

/** When the labour office knew the person as unemployed; what the three ways of long-term unemployment count. */
export function Registrations({ history }: { history: WorkHistory }) {
  const t = useMessages(historyMessages);
  const lang = useLanguage();
  const [asked, ask] = useState<"add" | { end: string } | null>(null);
  const close = () => ask(null);
  const { registered, mayWrite, personId } = history;
  return (
    <Card
      title={t("registered")}
      actions={
        mayWrite && (
          <Button icon="plus" onClick={() => ask("add")}>
            {t("registered.add")}
          </Button>
        )
      }
    >
      {registered.length === 0 && <p className="soft">{t("registered.none")}</p>}
      {registered.length > 0 && (
        <ul className="stack-tight" role="list">
          {registered.map(({ id, from, to, office }) => (
            <li key={id} className="cluster">
              <span>
                {formatDay(from, lang)} – {to === null ? t("untilNow") : formatDay(to, lang)}
                {office && <span className="soft"> {office}</span>}
              </span>
              {mayWrite && to === null && (
                <Button
                  kind="plain"
                  label={`${t("registered.end")}: ${formatDay(from, lang)}`}
                  onClick={() => ask({ end: id })}
                >
                  {t("registered.end")}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayWrite && registered.length > 0 && <p className="soft small">{t("registered.wrong")}</p>}
      <Dialog open={asked !== null} title={t(asked === "add" ? "registered.add" : "registered.end")} onClose={close}>
        <div className="assessments-small-form">
          {asked === "add" && <RegistrationForm personId={personId} onDone={close} />}
          {asked !== null && asked !== "add" && (
            <EndRegistrationForm personId={personId} registrationId={asked.end} onDone={close} />
          )}
        </div>
      </Dialog>
    </Card>
  );
}
