import { formatDay } from "../../../platform/ui/format.ts";
import { useLanguage } from "../../../platform/ui/language.ts";
import { Card } from "../../../platform/ui/Page.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import type { StatusLine, WorkHistory } from "./contract.ts";
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
            <p>
              <Reason line={line} />
            </p>
            {!line.verified && <p className="soft small">{t("unverified", { source: line.source })}</p>}
          </section>
        ))}
      </div>
    </Card>
  );
}

function Reason({ line }: { line: StatusLine }) {
  const t = useMessages(historyMessages);
  const lang = useLanguage();
  const since = line.since ? formatDay(line.since, lang) : "–";
  const { days, moreThanDays: more, overMonths: over, windowMonths, months } = line;
  const words = { since, days, more, over, window: windowMonths ?? 0, months: months ?? 0 };
  switch (line.rule) {
    case "LABOUR_LAW":
      return t(line.reason === "never" ? "reason.LABOUR_LAW.never" : "reason.LABOUR_LAW.counted", words);
    case "EU_MONITORING":
      if (line.reason === "not_registered") return t("reason.EU_MONITORING.not_registered");
      return t(line.reason === "exactly" ? "reason.EU_MONITORING.exactly" : "reason.EU_MONITORING.continuous", words);
    case "PROJECT_RULE":
      if (line.reason === "not_registered") return t("reason.PROJECT_RULE.not_registered");
      return t(line.reason === "exactly" ? "reason.PROJECT_RULE.exactly" : "reason.PROJECT_RULE.continuous", words);
  }
}
