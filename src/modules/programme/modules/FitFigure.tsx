import { BarFigure } from "../../../platform/ui/BarFigure.tsx";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { programmeMessages } from "../messages.ts";
import type { ProgrammeFit } from "../rules.ts";

/** Modules together against the time of the meetings, with the slack or what is missing. Source: docs/domain/rules.md R-PRG-02 */
export function FitFigure({ fit }: { fit: ProgrammeFit }) {
  const t = useMessages(programmeMessages);
  const { plannedHours, capacityHours, slackHours, slackPercent } = fit;
  const rounded = (hours: number) => Math.round(hours * 100) / 100;
  return (
    <div className="stack-tight">
      <BarFigure
        title={t("fit.title")}
        bars={[{ id: "planned", name: t("fit.planned"), value: rounded(plannedHours), total: rounded(capacityHours) }]}
      />
      {slackHours >= 0 ? (
        <p>{t("fit.slack", { hours: rounded(slackHours), percent: slackPercent ?? 0 })}</p>
      ) : (
        <Notice tone="due">{t("fit.over", { hours: rounded(-slackHours) })}</Notice>
      )}
    </div>
  );
}
