import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { recruitmentStale } from "../api.ts";
import { recruitmentMessages } from "../messages.ts";
import type { CarryTarget } from "./contract.ts";

type CarryFormProps = {
  fromId: string;
  candidateIds: readonly string[];
  targets: readonly CarryTarget[];
  onDone: () => void;
};

/** Where the candidates go on who found no place here. */
export function CarryForm({ fromId, candidateIds, targets, onDone }: CarryFormProps) {
  const t = useMessages(recruitmentMessages);
  const form = useCommandForm({
    type: "candidate.carry-over",
    messages: t,
    draft: false,
    initial: { recruitmentId: (targets.length === 1 ? targets[0]?.recruitmentId : "") ?? "" },
    build: ({ recruitmentId }) => ({
      fromId,
      recruitmentId,
      candidates: candidateIds.map((candidateId) => ({ candidateId, newCandidateId: uuidv7() })),
    }),
    check: ({ recruitmentId }) => (recruitmentId ? [] : [{ path: "recruitmentId", code: "field.required" }]),
    invalidates: recruitmentStale,
    onDone: () => {
      toast({ text: t("carried") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t("carry.act")} note={t("carry.what")}>
      <SelectField
        label={t("carry.to")}
        required
        options={targets.map(({ recruitmentId, name }) => ({ value: recruitmentId, label: name || t("others.first") }))}
        {...form.field("recruitmentId")}
      />
    </CommandForm>
  );
}
