import { formatDay } from "../../platform/ui/format.ts";
import { useLanguage } from "../../platform/ui/language.ts";
import { Status } from "../../platform/ui/Status.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import type { ContractView } from "./contract.ts";
import { contractMessages } from "./messages.ts";

type Props = { contract: ContractView; annex: ContractView["annexes"][number] };

/** Where an annex stands, in a word and a colour. */
export function AnnexState({ annex }: Pick<Props, "annex">) {
  const t = useMessages(contractMessages);
  const lang = useLanguage();
  const day = annex.onDay ? formatDay(annex.onDay, lang) : "";
  if (annex.state === "WAITING") return <Status tone="due">{t("annex.state.WAITING")}</Status>;
  return <Status>{t(`annex.state.${annex.state}`, { day })}</Status>;
}

/** What one annex says, what it ends and what it adds. */
export function AnnexWords({ contract, annex }: Props) {
  const t = useMessages(contractMessages);
  const lang = useLanguage();
  const dutyOf = (id: string | null) => contract.duties.find((duty) => duty.id === id);
  const line = ({ side, what, dueOn }: ContractView["duties"][number]) =>
    `${t(`side.${side}`)}: ${what}${dueOn ? ` (${t("field.due")}: ${formatDay(dueOn, lang)})` : ""}`;
  const replacing = new Set(annex.ends.map(({ replacedBy }) => replacedBy));
  const added = contract.duties.filter(({ id, annexId }) => annexId === annex.id && !replacing.has(id));
  const evaluation = contract.evaluations.find(({ id }) => id === annex.evaluationId);
  const days = contract.evaluationDates.filter(({ annexId }) => annexId === annex.id);
  return (
    <div className="stack-tight">
      <p>{annex.what}</p>
      {evaluation && (
        <p className="soft small">{t("annex.ofEvaluation", { day: formatDay(evaluation.heldOn, lang) })}</p>
      )}
      {annex.ends.length > 0 && (
        <>
          <p className="soft">{t("annex.ends")}</p>
          <ul className="stack-tight">
            {annex.ends.map(({ dutyId, replacedBy }) => {
              const duty = dutyOf(dutyId);
              const instead = dutyOf(replacedBy);
              return (
                <li key={dutyId}>
                  {duty && line(duty)}
                  {instead && <div>{t("annex.replacement", { what: line(instead) })}</div>}
                </li>
              );
            })}
          </ul>
        </>
      )}
      {(added.length > 0 || days.length > 0) && (
        <>
          <p className="soft">{t("annex.adds")}</p>
          <ul className="stack-tight">
            {added.map((duty) => (
              <li key={duty.id}>{line(duty)}</li>
            ))}
            {days.map(({ dueOn }) => (
              <li key={dueOn}>
                {t("field.evaluationDay")}: {formatDay(dueOn, lang)}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
