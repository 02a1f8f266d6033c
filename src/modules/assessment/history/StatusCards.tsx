import { formatDay } from "../../../platform/ui/format.ts";
import { useLanguage } from "../../../platform/ui/language.ts";
import { Card } from "../../../platform/ui/Page.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import type { WorkHistory } from "./contract.ts";
import { statusReason } from "./historyWords.ts";
import { historyMessages } from "./messages.ts";
import "./history.css";

/** Long-term unemployment in the three ways side by side, each with the reason in one sentence. */
export function StatusCards({ history }: { history: WorkHistory }) {
  const t = useMessages(historyMessages);
  const lang = useLanguage();
  const { withoutWork, on } = history;
  return (
    <Card title={t("statuses")}>
      <p className="soft">
        {t("statuses.on", { day: formatDay(on, lang) })}. {t("registered.hint")}
      </p>
      {withoutWork?.since && (
        <p>{t("withoutWork", { count: withoutWork.months, since: formatDay(withoutWork.since, lang) })}</p>
      )}
      <div className="work-statuses">
        {history.statuses.map((line) => (
          <section key={line.rule} className="stack-tight">
            <h3>{t(`rule.${line.rule}`)}</h3>
            <p>
              <Status tone={line.met ? "confirmed" : "neutral"}>{t(line.met ? "yes" : "no")}</Status>
            </p>
            <p>{statusReason(line, t)}</p>
            {!line.verified && <p className="soft small">{t("unverified", { source: line.source })}</p>}
          </section>
        ))}
      </div>
    </Card>
  );
}
