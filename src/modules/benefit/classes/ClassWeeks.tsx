import { addDays } from "../../../platform/time/plainDate.ts";
import { formatDay, formatWeekday } from "../../../platform/ui/format.ts";
import { useLanguage } from "../../../platform/ui/language.ts";
import { Card } from "../../../platform/ui/Page.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { programmeMessages } from "../../programme/messages.ts";
import type { ClassProgramme } from "./contract.ts";
import { classMessages } from "./messages.ts";
import { linesOfWeeks } from "./rules.ts";
import { daysInWords, hoursBetween } from "./words.ts";

/** Classes of the month by weeks; those that differ by their day alone stand on one line. */
export function ClassWeeks({ programme: { classes, closedDays } }: { programme: ClassProgramme }) {
  const t = useMessages(classMessages);
  const p = useMessages(programmeMessages);
  const lang = useLanguage();
  return (
    <Card title={t("plan")}>
      {linesOfWeeks(classes).map(({ monday, lines }) => (
        <section key={monday} className="stack-tight">
          <h3>{t("week", { from: formatDay(monday, lang), to: formatDay(addDays(monday, 6), lang) })}</h3>
          {lines.map(({ days, of }) => (
            <div key={of.sessionId} className="record-line">
              <span className="cluster">
                <strong>{hoursBetween(of)}</strong>
                <span>{of.moduleName ?? p.maybe(`module.${of.moduleCode}`) ?? of.moduleCode}</span>
              </span>
              <span>{daysInWords(days, lang)}</span>
              <span className="soft small">
                {[...new Set([of.groupName, of.room, of.leaderName])].filter(Boolean).join(" · ")}
              </span>
            </div>
          ))}
        </section>
      ))}
      {closedDays.length > 0 && (
        <p className="soft">{`${t("closed")}: ${closedDays.map((day) => formatWeekday(day, lang)).join(", ")}`}</p>
      )}
    </Card>
  );
}
