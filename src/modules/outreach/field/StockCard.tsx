import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { FormSection } from "../../../platform/ui/FormLayout.tsx";
import { NumberField } from "../../../platform/ui/NumberField.tsx";
import { Card } from "../../../platform/ui/Page.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { Badge } from "../../../platform/ui/Status.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { optionsOf } from "../CardFields.tsx";
import { type AidItem, aidItems, stockReasons } from "../codes.ts";
import type { Tonight } from "../contract.ts";
import { outreachMessages } from "../messages.ts";
import { refuseStockChange } from "../rules.ts";
import { fieldMessages } from "./fieldMessages.ts";

/** What is left to hand out: cards take off it by themselves. */
export function StockCard({ stock }: { stock: Tonight["stock"] }) {
  const t = useMessages(outreachMessages);
  return (
    <Card title={t("tonight.stock")}>
      {stock.length === 0 && <p className="soft">{t("tonight.stockNone")}</p>}
      <p className="cluster">
        {stock.map(({ item, left }) => (
          <Badge key={item} tone={left <= 0 ? "due" : "neutral"}>
            {t("stock.left", { item: t(`aid.${item}`), count: left })}
          </Badge>
        ))}
      </p>
      <FormSection question={t("act.stock")} optional lazy>
        <StockForm />
      </FormSection>
    </Card>
  );
}

export function StockForm() {
  const t = useMessages(outreachMessages);
  const f = useMessages(fieldMessages);
  const form = useCommandForm({
    type: "stock.record",
    initial: {
      item: "" as AidItem | "",
      change: undefined as number | undefined,
      reason: "" as (typeof stockReasons)[number] | "",
    },
    build: ({ item, change, reason }) => ({ entryId: uuidv7(), item, change, reason: reason || null }),
    check: ({ item, change, reason }) => {
      const unsaid = change === undefined ? null : refuseStockChange(change, reason || null);
      return [
        ...(item ? [] : [{ path: "item", code: "field.required" }]),
        ...(change ? [] : [{ path: "change", code: "stock.no_change" }]),
        ...(unsaid ? [{ path: "reason", code: unsaid }] : []),
      ];
    },
    messages: t,
    invalidates: [["outreach"]],
    onDone: () => {
      toast({ text: t("stock.saved") });
      form.reset();
    },
  });
  return (
    <div className="in-card">
      <CommandForm form={form} submit={t("act.stock")} submitKind="quiet">
        <SelectField label={t("stock.item")} options={optionsOf(t, "aid", aidItems)} {...form.field("item")} />
        <NumberField label={t("stock.change")} size={5} {...form.field("change")} />
        <SelectField
          label={f("stock.reason")}
          options={optionsOf(t, "stockReason", stockReasons)}
          {...form.field("reason")}
        />
      </CommandForm>
    </div>
  );
}
