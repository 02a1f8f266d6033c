import { Status } from "../../platform/ui/Status.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import type { AccountFlag } from "./contract.ts";
import { organisationMessages } from "./messages.ts";

const serious: ReadonlySet<AccountFlag> = new Set(["AUTHORISATION_MISSING", "PLEDGE_MISSING", "HELD"]);

export function Flags({ flags }: { flags: readonly AccountFlag[] }) {
  const t = useMessages(organisationMessages);
  if (flags.length === 0) return <Status tone="confirmed">{t("allWell")}</Status>;
  return (
    <span className="cluster">
      {flags.map((flag) => (
        <Status key={flag} tone={serious.has(flag) ? "danger" : flag === "ENDED" ? "neutral" : "due"}>
          {t(`flag.${flag}`)}
        </Status>
      ))}
    </span>
  );
}
