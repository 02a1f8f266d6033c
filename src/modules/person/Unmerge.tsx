import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { InstantText } from "../../platform/ui/Words.tsx";
import { duplicatesQuery, personKeys } from "./api.ts";
import type { MergeLine } from "./contract.ts";
import { personMessages } from "./messages.ts";

/** Which record was joined, why, by whom and when. */
export function MergeText({ line }: { line: MergeLine }) {
  const t = useMessages(personMessages);
  return (
    <>
      {t("merges.line", { name: line.mergedName, no: String(line.mergedNo), reason: line.reason })}{" "}
      <span className="soft">
        {line.doneBy}, <InstantText at={line.doneAt} />
        {line.undoneAt && ` (${t("merges.undone")})`}
      </span>
    </>
  );
}

/** Parts what was joined. */
export function Unmerge({ line }: { line: MergeLine }) {
  const t = useMessages(personMessages);
  const form = useCommandForm({
    type: "person.unmerge",
    messages: t,
    initial: {},
    build: () => ({ mergeId: line.id }),
    invalidates: [...personKeys(line.keptId), ...personKeys(line.mergedId), duplicatesQuery.queryKey],
    onDone: () => toast({ text: t("merge.undone") }),
  });
  return (
    <CommandForm form={form} submit={t("act.unmerge")} submitKind="quiet" submitIcon="undo">
      {null}
    </CommandForm>
  );
}
