import { useState } from "react";
import { CheckField, MultiChoice } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { today } from "../../platform/ui/clock.ts";
import { DateField } from "../../platform/ui/DateField.tsx";
import { MoneyField, NumberField } from "../../platform/ui/NumberField.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { TextArea, TextField } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { type CommandForm as Form, useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { personKeys } from "./api.ts";
import { capacities, datePrecisions, type FactKind, factKinds, factValues, homelessCauses } from "./codes.ts";
import type { Fact, FactDetail, PersonFile } from "./contract.ts";
import { FactText } from "./FactText.tsx";
import { factDetails, sectionOfCause } from "./factRules.ts";
import { personMessages } from "./messages.ts";

type Values = {
  kind: FactKind | "";
  value: string;
  validFrom: string;
  validUntil: string;
  reason: string;
  statutory: boolean;
  episodeNo: number | undefined;
  causes: readonly (typeof homelessCauses)[number][];
  precision: (typeof datePrecisions)[number] | "";
  amountGrosze: number | undefined;
  ruling: string;
  office: string;
  flagReason: string;
};

function valuesOf(fact: Fact | undefined): Values {
  const { detail = {} } = fact ?? {};
  return {
    kind: (fact?.kind as FactKind | undefined) ?? "HOUSING", // the server knows the same list
    value: fact?.value ?? "",
    validFrom: fact?.validFrom ?? today(),
    validUntil: fact?.validUntil ?? "",
    reason: "",
    statutory: detail.statutory ?? false,
    episodeNo: detail.episodeNo,
    causes: detail.causes ?? [],
    precision: detail.precision ?? "",
    amountGrosze: detail.amountGrosze,
    ruling: detail.ruling ?? "",
    office: detail.office ?? "",
    flagReason: detail.reason ?? "",
  };
}

/** Only what the kind asks for and somebody said. */
function detailOf(values: Values): FactDetail {
  const said: FactDetail = {
    ...(values.statutory ? { statutory: true } : {}),
    ...(values.episodeNo === undefined ? {} : { episodeNo: values.episodeNo }),
    ...(values.causes.length > 0 ? { causes: [...values.causes] } : {}),
    ...(values.precision ? { precision: values.precision } : {}),
    ...(values.amountGrosze === undefined ? {} : { amountGrosze: values.amountGrosze }),
    ...(values.ruling.trim() ? { ruling: values.ruling } : {}),
    ...(values.office.trim() ? { office: values.office } : {}),
    ...(values.flagReason.trim() ? { reason: values.flagReason } : {}),
  };
  const asked: readonly string[] = values.kind ? factDetails[values.kind] : [];
  return Object.fromEntries(Object.entries(said).filter(([name]) => asked.includes(name)));
}

/** A new entry, or the right one in the place of `wrong`. */
export function FactForm({ person, wrong, onDone }: { person: PersonFile; wrong?: Fact; onDone: () => void }) {
  const t = useMessages(personMessages);
  const [factId] = useState(uuidv7);
  const form = useCommandForm({
    type: wrong ? "person.correct-fact" : "person.add-fact",
    messages: t,
    initial: valuesOf(wrong),
    build: (values) => {
      const { kind, value, validFrom, validUntil, reason } = values;
      const fact = { value, validFrom, validUntil: validUntil || null, detail: detailOf(values) };
      return wrong
        ? { factId: wrong.id, newFactId: factId, reason, ...fact }
        : { factId, personId: person.id, kind, ...fact };
    },
    check: ({ value, validFrom, validUntil, reason }) => [
      ...(value ? [] : [{ path: "value", code: "field.required" }]),
      ...(validFrom ? [] : [{ path: "validFrom", code: "field.required" }]),
      ...(validUntil && validUntil < validFrom ? [{ path: "validUntil", code: "field.ends_before_it_starts" }] : []),
      ...(wrong && reason.trim().length < 3 ? [{ path: "reason", code: "field.required" }] : []),
    ],
    paths: { "detail.causes": "causes", "detail.episodeNo": "episodeNo", "detail.reason": "flagReason" },
    invalidates: personKeys(person.id),
    onDone: () => {
      toast({ text: t("saved") });
      onDone();
    },
  });
  const { kind } = form.values;
  const values: readonly string[] = kind ? (factValues[kind] ?? capacities) : [];
  return (
    <CommandForm form={form} submit={t(wrong ? "act.correctFact" : "act.addFact")}>
      {wrong ? (
        <p className="soft">{t("fact.correctText")}</p>
      ) : (
        <SelectField
          label={t("fact.kind")}
          empty={false}
          options={factKinds.map((value) => ({ value, label: t(`fact.${value}`) }))}
          {...form.field("kind")}
          onChange={(next) => form.set({ kind: next, value: "" })}
        />
      )}
      <SelectField
        label={t("fact.value")}
        options={values.map((value) => ({ value, label: t.maybe(`${kind}.${value}`) ?? value }))}
        {...form.field("value")}
      />
      <DateField label={t("fact.from")} {...form.field("validFrom")} />
      <DateField
        label={t("fact.until")}
        quick={[]}
        {...(kind === "SAFETY_FLAG" ? { hint: t("fact.flagHint") } : {})}
        {...form.field("validUntil")}
      />
      {kind &&
        factDetails[kind].map((name) => <Detail key={name} name={name} form={form} sections={person.sections} />)}
      {wrong && <TextArea label={t("fact.why")} rows={2} required {...form.field("reason")} />}
    </CommandForm>
  );
}

type DetailProps = { name: keyof FactDetail; form: Pick<Form<Values>, "field">; sections: readonly string[] };

function Detail({ name, form, sections }: DetailProps) {
  const t = useMessages(personMessages);
  switch (name) {
    case "statutory":
      return <CheckField label={t("detail.statutory")} {...form.field(name)} />;
    case "episodeNo":
      return <NumberField label={t("detail.episodeNo")} {...form.field(name)} />;
    case "amountGrosze":
      return <MoneyField label={t("detail.amountGrosze")} {...form.field(name)} />;
    case "ruling":
    case "office":
      return <TextField label={t(`detail.${name}`)} {...form.field(name)} />;
    case "reason":
      return <TextField label={t("fact.reason")} hint={t("fact.reasonHint")} {...form.field("flagReason")} />;
    case "precision":
      return (
        <SelectField
          label={t("detail.precision")}
          options={datePrecisions.map((value) => ({ value, label: t(`birthDatePrecision.${value}`) }))}
          {...form.field(name)}
        />
      );
    case "causes": {
      const open = homelessCauses.filter(
        (cause) => sections.includes(sectionOfCause(cause) ?? cause) || !sectionOfCause(cause),
      );
      return (
        <MultiChoice
          label={t("detail.causes")}
          hint={t("detail.causesHint")}
          options={open.map((value) => ({ value, label: t(`cause.${value}`) }))}
          {...form.field(name)}
        />
      );
    }
  }
}

type CloseProps = { personId: string; act: "end" | "withdraw"; fact: Fact; onDone: () => void };

/** The last day of an entry, or why it is wrong. */
export function CloseFactForm({ personId, act, fact, onDone }: CloseProps) {
  const t = useMessages(personMessages);
  const form = useCommandForm({
    type: act === "end" ? "person.end-fact" : "person.withdraw-fact",
    messages: t,
    initial: { validUntil: today() as string, reason: "" },
    build: ({ validUntil, reason }) => (act === "end" ? { factId: fact.id, validUntil } : { factId: fact.id, reason }),
    check: ({ reason }) =>
      act === "withdraw" && reason.trim().length < 3 ? [{ path: "reason", code: "field.required" }] : [],
    invalidates: personKeys(personId),
    onDone: () => {
      toast({ text: t("saved") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t(act === "end" ? "act.endFact" : "act.withdrawFact")}>
      <p>
        <FactText fact={fact} holds={true} superseded={false} />
      </p>
      {act === "end" ? (
        <DateField label={t("fact.until")} {...form.field("validUntil")} />
      ) : (
        <TextArea label={t("fact.whyWithdraw")} rows={2} required {...form.field("reason")} />
      )}
    </CommandForm>
  );
}
