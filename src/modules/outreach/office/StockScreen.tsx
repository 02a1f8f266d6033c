import { useQuery } from "@tanstack/react-query";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { DataTable } from "../../../platform/ui/DataTable.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { FormSection } from "../../../platform/ui/FormLayout.tsx";
import { NumberField } from "../../../platform/ui/NumberField.tsx";
import { Card, Page } from "../../../platform/ui/Page.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { InstantText } from "../../../platform/ui/Words.tsx";
import { uuidv7 } from "../../../platform/uuid.ts";
import { optionsOf } from "../CardFields.tsx";
import { type AidItem, aidItems, stockReasons } from "../codes.ts";
import { StockForm } from "../field/StockCard.tsx";
import { outreachMessages } from "../messages.ts";
import { type StockAnswer, stockQuery } from "./api.ts";
import { officeMessages } from "./officeMessages.ts";

/** What the team has to hand out: counted by cards, corrected with a reason, with a level below which it is warned. */
export function StockScreen() {
  const t = useMessages(officeMessages);
  const o = useMessages(outreachMessages);
  const stock = useQuery(stockQuery);
  return (
    <Page title={t("stockroom.title")} back={{ to: "/street-work", label: t("office.back") }}>
      <Loaded query={stock} lines={6}>
        {({ items, entries }) => (
          <>
            <DataTable
              label={t("stockroom.title")}
              rows={items}
              rowId={(line) => line.item}
              empty={<EmptyState title={t("stockroom.none")} />}
              columns={[
                { id: "item", label: t("stockroom.item"), main: true, cell: (line) => o(`aid.${line.item}`) },
                {
                  id: "left",
                  label: t("stockroom.left"),
                  number: true,
                  cell: (line) => (
                    <>
                      {line.low && <Status tone="due">{t("stockroom.low")}</Status>} {line.left}
                    </>
                  ),
                },
                {
                  id: "warn",
                  label: t("stockroom.warnBelow"),
                  number: true,
                  cell: (line) => line.warnBelow ?? "–",
                },
              ]}
            />
            <FormSection question={t("stockroom.more")} optional lazy hint={t("stockroom.moreHint")}>
              <StockForm />
            </FormSection>
            <FormSection question={t("stockroom.count")} optional lazy hint={t("stockroom.countHint")}>
              <CountForm />
            </FormSection>
            <FormSection question={t("stockroom.warning")} optional lazy hint={t("stockroom.warningHint")}>
              <WarningForm />
            </FormSection>
            <Entries entries={entries} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function CountForm() {
  const t = useMessages(officeMessages);
  const o = useMessages(outreachMessages);
  const form = useCommandForm({
    type: "stock.count",
    initial: {
      item: "" as AidItem | "",
      counted: undefined as number | undefined,
      reason: "COUNTED" as (typeof stockReasons)[number] | "",
    },
    build: ({ item, counted, reason }) => ({ entryId: uuidv7(), item, counted, reason: reason || "COUNTED" }),
    check: ({ item, counted }) => [
      ...(item ? [] : [{ path: "item", code: "field.required" }]),
      ...(counted === undefined ? [{ path: "counted", code: "field.required" }] : []),
    ],
    messages: o,
    invalidates: [["outreach"]],
    onDone: () => {
      toast({ text: t("stockroom.saved") });
      form.reset();
    },
  });
  return (
    <CommandForm form={form} submit={t("stockroom.saveCount")} submitKind="quiet">
      <SelectField label={t("stockroom.item")} options={optionsOf(o, "aid", aidItems)} {...form.field("item")} />
      <NumberField label={t("stockroom.counted")} size={5} {...form.field("counted")} />
      <SelectField
        label={t("stockroom.reason")}
        empty={false}
        options={optionsOf(o, "stockReason", stockReasons)}
        {...form.field("reason")}
      />
    </CommandForm>
  );
}

function WarningForm() {
  const t = useMessages(officeMessages);
  const o = useMessages(outreachMessages);
  const form = useCommandForm({
    type: "stock.set-warning",
    initial: { item: "" as AidItem | "", below: undefined as number | undefined },
    build: (values) => values,
    check: ({ item, below }) => [
      ...(item ? [] : [{ path: "item", code: "field.required" }]),
      ...(below === undefined ? [{ path: "below", code: "field.required" }] : []),
    ],
    messages: o,
    invalidates: [["outreach"]],
    onDone: () => {
      toast({ text: t("stockroom.saved") });
      form.reset();
    },
  });
  return (
    <CommandForm form={form} submit={t("stockroom.saveWarning")} submitKind="quiet">
      <SelectField label={t("stockroom.item")} options={optionsOf(o, "aid", aidItems)} {...form.field("item")} />
      <NumberField label={t("stockroom.warnBelow")} size={5} {...form.field("below")} />
    </CommandForm>
  );
}

function Entries({ entries }: { entries: StockAnswer["entries"] }) {
  const t = useMessages(officeMessages);
  const o = useMessages(outreachMessages);
  if (entries.length === 0) return null;
  return (
    <Card title={t("stockroom.entries")}>
      <ul role="list" className="stack">
        {entries.slice(0, 20).map((entry) => (
          <li key={entry.id}>
            {o(`aid.${entry.item}`)} {entry.change > 0 ? `+${entry.change}` : entry.change}{" "}
            <span className="soft small">
              {entry.byCard ? t("stockroom.byCard") : entry.reason && o(`stockReason.${entry.reason}`)} {entry.by},{" "}
              <InstantText at={entry.at} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
