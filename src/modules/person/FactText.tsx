import { formatDay } from "../../platform/ui/format.ts";
import { formatGrosze } from "../../platform/ui/numbers.ts";
import { Status } from "../../platform/ui/Status.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import type { Fact } from "./contract.ts";
import type { PersonWords } from "./fieldText.ts";
import { personMessages } from "./messages.ts";

function detailWords(t: PersonWords, { detail }: Fact): string[] {
  const { statutory, episodeNo, causes = [], precision, amountGrosze, ruling, office, reason } = detail;
  return [
    statutory && t("detail.statutory"),
    episodeNo !== undefined && t("detail.episodeLine", { no: String(episodeNo) }),
    ...causes.map((cause) => t(`cause.${cause}`)),
    precision && precision !== "DAY" && t(`birthDatePrecision.${precision}`),
    amountGrosze !== undefined && `${formatGrosze(amountGrosze)} zł`,
    ruling,
    office,
    reason,
  ].filter((word) => typeof word === "string" && word !== "") as string[]; // the filter lets strings alone through
}

/** One entry of a history: its value, days, details, and who wrote it. `holds`: on the day that is looked at. */
export function FactText({ fact, holds, superseded }: { fact: Fact; holds: boolean; superseded: boolean }) {
  const t = useMessages(personMessages);
  const from = formatDay(fact.validFrom, t.lang);
  const { validUntil } = fact;
  const notes = [
    ...detailWords(t, fact),
    superseded && t("fact.superseded"),
    fact.withdrawnAt && t("fact.wasWrong", { reason: fact.withdrawnReason ?? "–" }),
    fact.recordedBy && t("fact.by", { name: fact.recordedBy }),
  ].filter(Boolean);
  return (
    <span className="cluster">
      <Status tone={holds ? (fact.kind === "SAFETY_FLAG" ? "danger" : "active") : "neutral"}>
        {t.maybe(`${fact.kind}.${fact.value}`) ?? fact.value}
      </Status>
      <span>
        {validUntil ? t("fact.period", { from, until: formatDay(validUntil, t.lang) }) : t("fact.since", { from })}
      </span>
      <span className="soft small">{notes.join(" · ")}</span>
    </span>
  );
}
