import { useState } from "react";
import { checkNrb } from "../../../platform/identifiers/nrb.ts";
import { Button } from "../../../platform/ui/Button.tsx";
import { ChoiceField } from "../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { Dialog } from "../../../platform/ui/Dialog.tsx";
import { formatDay, formatMoney } from "../../../platform/ui/format.ts";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { MoneyField } from "../../../platform/ui/NumberField.tsx";
import { TextArea, TextField } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { refuseBonus } from "../rules.ts";
import { benefitsStale } from "./api.ts";
import { type PayWay, payWays } from "./codes.ts";
import type { BenefitMonthView } from "./contract.ts";
import { benefitMessages } from "./messages.ts";
import type { PersonAct, PersonOnList } from "./PersonPanel.tsx";

type Props = { view: BenefitMonthView; person: PersonOnList; onDone: () => void };

const titles = {
  bonus: "act.bonus",
  deduct: "act.deduct",
  way: "act.way",
  return: "act.recordReturn",
  repay: "act.repay",
} as const;

/** One act on a participant's month, in a window of its own. */
export function PersonActDialog({ act, ...props }: Props & { act: PersonAct }) {
  const t = useMessages(benefitMessages);
  return (
    <Dialog open title={`${t(titles[act])}: ${props.person.name}`} onClose={props.onDone}>
      {act === "bonus" && <BonusForm {...props} />}
      {act === "deduct" && <DeductForm {...props} />}
      {act === "way" && <WayForm {...props} />}
      {act === "return" && <ReturnForm {...props} />}
      {act === "repay" && <RepayForm {...props} />}
    </Dialog>
  );
}

/** A form of this room in a window: its words, what it makes old, and closing when it is done. */
export function useBenefitForm<V extends object>(
  type: string,
  onDone: () => void,
  options: { initial: V; build: (values: V) => object; check?: (values: V) => { path: string; code: string }[] },
) {
  const t = useMessages(benefitMessages);
  return useCommandForm<V>({
    type: `benefit.${type}`,
    messages: t,
    draft: false,
    invalidates: benefitsStale,
    onDone: () => {
      toast({ text: t("saved") });
      onDone();
    },
    ...options,
  });
}

export const required = (path: string, value: unknown) =>
  value === undefined || value === "" ? [{ path, code: "field.required" }] : [];

function BonusForm({ view, person, onDone }: Props) {
  const t = useMessages(benefitMessages);
  const phases = person.periods;
  const form = useBenefitForm("give-bonus", onDone, {
    initial: { amountGrosze: person.bonusGrosze as number | undefined, reason: person.bonusReason },
    build: (values) => ({
      bonusId: uuidv7(),
      unitId: view.unitId,
      month: view.month,
      ipzsId: person.ipzsId,
      ...values,
    }),
    check: ({ amountGrosze, reason }) => {
      const refusal = refuseBonus(amountGrosze ?? 0, phases, person.bonusMaxGrosze);
      return [
        ...required("amountGrosze", amountGrosze),
        ...(refusal ? [{ path: "amountGrosze", code: refusal }] : []),
        ...required("reason", reason.trim()),
      ];
    },
  });
  return (
    <CommandForm form={form} submit={t("act.save")}>
      <Opinions person={person} />
      <MoneyField
        label={t("field.amount")}
        hint={t("field.bonusHint", { amount: formatMoney(person.bonusMaxGrosze, t.lang) })}
        required
        {...form.field("amountGrosze")}
      />
      <TextArea label={t("field.bonusReason")} required maxLength={2000} {...form.field("reason")} />
    </CommandForm>
  );
}

/** What the instructor says of the person, beside how often they came. */
function Opinions({ person }: { person: PersonOnList }) {
  const t = useMessages(benefitMessages);
  return (
    <section className="stack-tight">
      <h3>{t("opinion.title")}</h3>
      <p className="soft">{`${t("person.present")}: ${t("person.presentOf", { present: person.presentDays, days: person.classDays })}`}</p>
      {person.opinions.length === 0 && <p className="soft">{t("opinion.none")}</p>}
      {person.opinions.map(({ kind, words, by, on, levels }) => (
        <blockquote key={kind} className="record-line">
          <span>{words}</span>
          <span className="small soft">
            {[t(`opinion.${kind}`), by, formatDay(on, t.lang), levels && t("opinion.levels", levels)]
              .filter(Boolean)
              .join(", ")}
          </span>
        </blockquote>
      ))}
    </section>
  );
}

type Row = { title: string; amountGrosze: number | undefined };

function DeductForm({ view, person, onDone }: Props) {
  const t = useMessages(benefitMessages);
  const none: Row = { title: "", amountGrosze: undefined };
  const [rows] = useState<Row[]>(person.deductions.length > 0 ? person.deductions : [none]);
  const form = useBenefitForm("deduct", onDone, {
    initial: { rows },
    build: (values) => ({
      deductionId: uuidv7(),
      unitId: view.unitId,
      month: view.month,
      ipzsId: person.ipzsId,
      deductions: values.rows.filter(({ title, amountGrosze }) => title.trim() !== "" || amountGrosze !== undefined),
    }),
    check: (values) =>
      values.rows.flatMap(({ title, amountGrosze }, at) =>
        title.trim() === "" && amountGrosze === undefined
          ? []
          : [
              ...required(`rows.${at}.title`, title.trim()),
              ...required(`rows.${at}.amountGrosze`, amountGrosze || undefined),
            ],
      ),
  });
  const change = (at: number, row: Partial<Row>) =>
    form.set({ rows: form.values.rows.map((one, index) => (index === at ? { ...one, ...row } : one)) });
  return (
    <CommandForm form={form} submit={t("act.save")}>
      <Notice tone="due">{t("field.deductionHint")}</Notice>
      {form.values.rows.map((row, at) => (
        // rows have no other name than their place
        <div key={at} className="edit-line">
          <TextField
            label={t("field.title")}
            maxLength={200}
            value={row.title}
            onChange={(title) => change(at, { title })}
            {...form.at(`rows.${at}.title`)}
          />
          <MoneyField
            label={t("field.amount")}
            value={row.amountGrosze}
            onChange={(amountGrosze) => change(at, { amountGrosze })}
            {...form.at(`rows.${at}.amountGrosze`)}
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

function WayForm({ view, person, onDone }: Props) {
  const t = useMessages(benefitMessages);
  const form = useBenefitForm("set-way", onDone, {
    initial: { way: person.way as PayWay | "", nrb: person.nrb ?? "" },
    build: ({ way, nrb }) => ({
      wayId: uuidv7(),
      unitId: view.unitId,
      ipzsId: person.ipzsId,
      way,
      nrb: way === "ACCOUNT" ? nrb : null,
    }),
    check: ({ way, nrb }) => {
      if (way === "CASH") return [];
      const check = checkNrb(nrb);
      return check.valid ? [] : [{ path: "nrb", code: check.reason }];
    },
  });
  return (
    <CommandForm form={form} submit={t("act.save")}>
      <ChoiceField
        label={t("field.way")}
        options={payWays.map((value) => ({ value, label: t(`way.${value}`) }))}
        {...form.field("way")}
      />
      {form.values.way === "ACCOUNT" && (
        <TextField
          label={t("field.nrb")}
          required
          inputMode="numeric"
          size={34}
          maxLength={60}
          {...form.field("nrb")}
        />
      )}
    </CommandForm>
  );
}

function ReturnForm({ view, person, onDone }: Props) {
  const t = useMessages(benefitMessages);
  const form = useBenefitForm("record-return", onDone, {
    initial: { returnedOn: today() as string, words: "" },
    build: (values) => ({ returnId: uuidv7(), listId: view.list?.id, ipzsId: person.ipzsId, ...values }),
    check: ({ returnedOn }) => required("returnedOn", returnedOn),
  });
  return (
    <CommandForm form={form} submit={t("act.recordReturn")}>
      <DateField label={t("field.returnedOn")} required {...form.field("returnedOn")} />
      <TextArea label={t("field.returnWords")} maxLength={500} {...form.field("words")} />
    </CommandForm>
  );
}

function RepayForm({ person, onDone }: Props) {
  const t = useMessages(benefitMessages);
  const form = useBenefitForm("repay", onDone, {
    initial: { repaidOn: today() as string, way: "CASH" as PayWay | "" },
    build: (values) => ({ returnId: person.returned?.id, ...values }),
    check: ({ repaidOn }) => required("repaidOn", repaidOn),
  });
  return (
    <CommandForm form={form} submit={t("act.repay")}>
      <DateField label={t("field.repaidOn")} required {...form.field("repaidOn")} />
      <ChoiceField
        label={t("field.way")}
        options={payWays.map((value) => ({ value, label: t(`way.${value}`) }))}
        {...form.field("way")}
      />
    </CommandForm>
  );
}
