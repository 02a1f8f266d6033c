import { Notice } from "../../platform/ui/Notices.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import type { ContractView } from "./contract.ts";
import { contractMessages } from "./messages.ts";
import { openingSource } from "./opening.ts";
import "./contract.css";

type Props = {
  contract: Pick<ContractView, "opens" | "state">;
  title: "group.opens" | "group.closes";
  hint: "hint.opens" | "hint.closes";
};

/** What a contract opens while it holds, or what its end closes: possibilities with their article, no decision. */
export function OpeningsNotice({ contract, title, hint }: Props) {
  const t = useMessages(contractMessages);
  if (title === "group.closes" && contract.state !== "ACTIVE") return null;
  return (
    <Notice title={t(title)}>
      <p>{t(hint)}</p>
      <ul className="stack-tight">
        {contract.opens.map((one) => (
          <li key={one}>
            {t(`opens.${one}`)}
            <span className="soft small rule-source">{openingSource[one]}</span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
