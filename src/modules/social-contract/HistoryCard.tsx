import { Card } from "../../platform/ui/Page.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { DateText } from "../../platform/ui/Words.tsx";
import type { ContractView } from "./contract.ts";
import { type HistoryEntry, historyOf } from "./contractHistory.ts";
import { contractMessages } from "./messages.ts";
import { signatoryWord } from "./rules.ts";
import "./contract.css";

/** What happened to the contract, latest first: its path, who signed how, evaluations, annexes. */
export function HistoryCard({ contract }: { contract: ContractView }) {
  const t = useMessages(contractMessages);
  const words = (entry: HistoryEntry) => {
    if (entry.kind === "STEP") return [t(`state.${entry.state}`), entry.byName].filter(Boolean).join(", ");
    if (entry.kind === "ASKED") return [t("contract.centre_asked"), entry.centre].filter(Boolean).join(": ");
    if (entry.kind === "EVALUATED") return t("contract.evaluated");
    if (entry.kind === "ANNEX")
      return t(entry.state === "WAITING" ? "contract.annex_prepared" : annexKind[entry.state]);
    const name = t("place.signed", { name: entry.name ?? "", method: t(`method.${entry.method}`) });
    return `${t(`signedAs.${signatoryWord(entry.signedAs)}`)}: ${name}. ${t(entry.hasFile ? "history.filed" : "history.unfiled")}`;
  };
  const entries = historyOf(contract);
  if (entries.length === 0) return null;
  return (
    <Card title={t("group.history")}>
      <ol className="contract-history stack-tight">
        {entries.map((entry) => (
          <li key={entry.id}>
            <strong>
              <DateText day={entry.day} />
            </strong>{" "}
            {entry.annexNo !== null && `${t("annex.no", { no: entry.annexNo })}. `}
            {words(entry)}
          </li>
        ))}
      </ol>
    </Card>
  );
}

const annexKind = { IN_FORCE: "contract.changed_by_annex", WITHDRAWN: "contract.annex_withdrawn_on" } as const;
