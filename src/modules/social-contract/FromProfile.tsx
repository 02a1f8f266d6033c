import { useQuery } from "@tanstack/react-query";
import { Button } from "../../platform/ui/Button.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { profileProposalsQuery } from "../assessment/api.ts";
import { fromProfileMessages } from "./fromProfileMessages.ts";

const fields = ["situation", "resources", "barriers", "actionsSoFar"] as const;
type PartOne = Readonly<Record<(typeof fields)[number], string>>;

/** Fills the fields of part I that are still empty from the profile; nothing to see where there is nothing to take. */
export function FromProfile({
  caseId,
  values,
  onTake,
}: {
  caseId: string;
  values: PartOne;
  onTake: (taken: Partial<PartOne>) => void;
}) {
  const t = useMessages(fromProfileMessages);
  const { data } = useQuery({ ...profileProposalsQuery(caseId), retry: false });
  const taken = fields.filter((name) => values[name].trim() === "" && data?.[name]);
  if (!data || data.versionNo === null || taken.length === 0) return null;
  return (
    <div className="stack-tight">
      <div>
        <Button
          icon="plus"
          onClick={() => onTake(Object.fromEntries(taken.map((name) => [name, data[name].slice(0, 4000)])))}
        >
          {t("take")}
        </Button>
      </div>
      <p className="soft small">{t("hint", { no: data.versionNo })}</p>
    </div>
  );
}
