import { useMessages } from "../../../platform/ui/useMessages.ts";
import type { Verdict } from "./judge.ts";
import { calendarMessages } from "./messages.ts";

/** What stands in the way, and apart from it what is only good to know. */
export function VerdictWords({ verdict: { hard, soft } }: { verdict: Verdict }) {
  const t = useMessages(calendarMessages);
  if (hard.length + soft.length === 0) return <span>{t("drag.fine")}</span>;
  return (
    <>
      {hard.length > 0 && <strong>{hard.map((kind) => t(`breach.${kind}`)).join(" ")}</strong>}{" "}
      {soft.length > 0 && (
        <span className="verdict-soft">
          {t("conflict.soft")}: {soft.map((kind) => t(`breach.${kind}`)).join(" ")}
        </span>
      )}
    </>
  );
}
