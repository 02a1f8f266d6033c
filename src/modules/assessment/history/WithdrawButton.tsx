import { ActButton } from "../../../platform/ui/ActButton.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { historyMessages } from "./messages.ts";

type Props = { id: string; of: "period" | "qualification"; onDone: () => void };

/** Takes a wrong entry back. */
export function WithdrawButton({ id, of, onDone }: Props) {
  const t = useMessages(historyMessages);
  return (
    <div className="stack-tight">
      <p className="soft small">{t("withdraw.hint")}</p>
      <ActButton
        type={of === "period" ? "work-period.withdraw" : "qualification.withdraw"}
        payload={() => (of === "period" ? { periodId: id } : { qualificationId: id })}
        label={t("withdraw")}
        messages={t}
        invalidates={[["work-history"], ["tasks"]]}
        onDone={onDone}
      />
    </div>
  );
}
