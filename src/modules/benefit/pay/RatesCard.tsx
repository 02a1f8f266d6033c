import { useState } from "react";
import { Button } from "../../../platform/ui/Button.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { Dialog } from "../../../platform/ui/Dialog.tsx";
import { NumberField } from "../../../platform/ui/NumberField.tsx";
import { Card } from "../../../platform/ui/Page.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { TextField } from "../../../platform/ui/TextField.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import type { BenefitMonthView } from "../list/contract.ts";
import { benefitMessages } from "../list/messages.ts";
import { required, useBenefitForm } from "../list/PersonForms.tsx";

/** Contributions that the centre pays beside: rates that somebody wrote by hand, and says where they are from. */
export function RatesCard({ view }: { view: BenefitMonthView }) {
  const t = useMessages(benefitMessages);
  const [open, setOpen] = useState(false);
  const { rates, may } = view;
  return (
    <Card
      title={t("rates.title")}
      actions={may.pay ? <Button onClick={() => setOpen(true)}>{t("act.rates")}</Button> : undefined}
    >
      {rates.length === 0 ? (
        <p className="soft">{t("rates.none")}</p>
      ) : (
        <>
          <Status tone="due">{t("rates.unverified")}</Status>
          <ul role="list">
            {rates.map(({ name, percent, source }) => (
              <li key={name} className="record-line">
                <span>{`${name}: ${t.lang === "en" ? percent : percent.replace(".", ",")}%`}</span>
                {source && <span className="small soft">{source}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      {open && (
        <Dialog open title={t("act.rates")} onClose={() => setOpen(false)}>
          <RatesForm view={view} onDone={() => setOpen(false)} />
        </Dialog>
      )}
    </Card>
  );
}

type Row = { name: string; percent: number | undefined; source: string };
const none: Row = { name: "", percent: undefined, source: "" };
const isEmpty = ({ name, percent }: Row) => name.trim() === "" && percent === undefined;

function RatesForm({ view, onDone }: { view: BenefitMonthView; onDone: () => void }) {
  const t = useMessages(benefitMessages);
  const known = view.rates.map(({ name, percent, source }): Row => ({ name, percent: Number(percent), source }));
  const form = useBenefitForm("set-rates", onDone, {
    initial: { validFrom: `${view.month}-01` as string, rows: known.length > 0 ? known : [none] },
    build: ({ validFrom, rows }) => ({
      ratesId: uuidv7(),
      validFrom,
      rates: rows
        .filter((row) => !isEmpty(row))
        .map(({ name, percent, source }) => ({ name, percent: String(percent), source })),
    }),
    check: ({ validFrom, rows }) => [
      ...required("validFrom", validFrom),
      ...rows.flatMap((row, at) =>
        isEmpty(row)
          ? []
          : [...required(`rows.${at}.name`, row.name.trim()), ...required(`rows.${at}.percent`, row.percent)],
      ),
    ],
  });
  const change = (at: number, row: Partial<Row>) =>
    form.set({ rows: form.values.rows.map((one, index) => (index === at ? { ...one, ...row } : one)) });
  return (
    <CommandForm form={form} submit={t("act.save")}>
      <p className="soft">{t("rates.unverified")}</p>
      <DateField label={t("field.validFrom")} required {...form.field("validFrom")} />
      {form.values.rows.map((row, at) => (
        <div key={at} className="edit-line">
          <TextField
            label={t("field.rateName")}
            maxLength={100}
            value={row.name}
            onChange={(name) => change(at, { name })}
            {...form.at(`rows.${at}.name`)}
          />
          <NumberField
            label={t("field.percent")}
            decimals={4}
            size={6}
            value={row.percent}
            onChange={(percent) => change(at, { percent })}
            {...form.at(`rows.${at}.percent`)}
          />
          <TextField
            label={t("field.source")}
            maxLength={300}
            value={row.source}
            onChange={(source) => change(at, { source })}
          />
        </div>
      ))}
      {form.values.rows.length < 10 && (
        <Button icon="plus" onClick={() => form.set({ rows: [...form.values.rows, none] })}>
          {t("field.more")}
        </Button>
      )}
    </CommandForm>
  );
}
