import { Notice } from "../../platform/ui/Notices.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { refusalSource } from "./codes.ts";
import type { ContractView } from "./contract.ts";
import { contractMessages } from "./messages.ts";
import "./contract.css";

/** What still blocks signing, each with its article of law in small type; nothing once somebody has signed. */
export function Blockers({ contract }: { contract: Pick<ContractView, "blockers" | "frozenHash" | "state"> }) {
  const t = useMessages(contractMessages);
  if (contract.frozenHash !== null) return null;
  // a draft is not signed before the person agreed: that is the next step, not a fault
  const codes = contract.blockers.filter((code) => code !== "contract.step_not_possible");
  if (codes.length === 0) return <Notice tone="confirmed">{t("group.nothingBlocks")}</Notice>;
  return (
    <Notice tone="due" title={t("group.blockers")}>
      <ul className="stack-tight">
        {codes.map((code) => (
          <li key={code}>
            {t.maybe(code) ?? code}
            {refusalSource[code]?.startsWith("art.") && (
              <span className="soft small rule-source">{refusalSource[code]}</span>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
