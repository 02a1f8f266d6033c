import { useState } from "react";
import { Button, IconButton } from "../../../platform/ui/Button.tsx";
import { MultiChoice } from "../../../platform/ui/ChoiceField.tsx";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { TextArea, TextField } from "../../../platform/ui/TextField.tsx";
import type { CommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { homelessCauses } from "../../person/codes.ts";
import { listAnswers } from "../codes.ts";
import {
  type askedLists,
  barrierCodes,
  type EntryKind,
  institutionKinds,
  lifeAreas,
  type Sensitivity,
  supportEffects,
  wishSpheres,
} from "./codes.ts";
import { EntryMark } from "./EntryMark.tsx";
import { entryText, periodText } from "./entryText.ts";
import { profileMessages } from "./messages.ts";
import { type EntryRow, entryOf, newRow, type ProfileValues, protectedRow } from "./profileValues.ts";

type Props = {
  form: CommandForm<ProfileValues>;
  kind: EntryKind;
  /** Sensitivities that the writer may give. */
  writes: readonly Sensitivity[];
  /** The answer that stands instead of a list without entries. */
  list?: (typeof askedLists)[number];
};

/** The entries of one kind, each with who may read it; without one, an answer instead. */
export function EntryFields({ form, kind, writes, list }: Props) {
  const t = useMessages(profileMessages);
  const { entries, answers } = form.values;
  const change = (id: string, part: Partial<EntryRow>) =>
    form.set({ entries: entries.map((row) => (row.id === id ? protectedRow({ ...row, ...part }) : row)) });
  const own = entries.filter((row) => row.kind === kind);
  // what was written before stands as a line until it is asked for: a long life stays one page
  const [opened, setOpened] = useState<readonly string[]>([]);
  const open = (id: string) => setOpened([...opened, id]);
  const add = () => {
    const row = newRow(kind);
    open(row.id);
    form.set({ entries: [...entries, row] });
  };
  return (
    <>
      {own.map((row, at) => {
        const what = `${t(`one.${kind}`)} ${at + 1}`;
        const path = `entries.${entries.indexOf(row)}`;
        const isBroken = errorFields.some((name) => form.at(`${path}.${name}`).error !== undefined);
        if (!opened.includes(row.id) && !isBroken)
          return <FoldedRow key={row.id} row={row} what={what} onOpen={() => open(row.id)} />;
        return (
          <fieldset key={row.id} className="profile-row">
            <legend>{what}</legend>
            <KindFields row={row} path={path} form={form} onChange={(part) => change(row.id, part)} />
            <SelectField
              label={t("field.sensitivity")}
              empty={false}
              options={[...new Set([...writes, row.sensitivity])].map((value) => ({
                value,
                label: t(`sensitivity.${value}`),
              }))}
              value={row.sensitivity}
              onChange={(sensitivity) => sensitivity && change(row.id, { sensitivity })}
              {...form.at(`${path}.sensitivity`)}
            />
            <div>
              <Button
                kind="plain"
                icon="cross"
                onClick={() => form.set({ entries: entries.filter(({ id }) => id !== row.id) })}
              >
                {t("act.remove", { what })}
              </Button>
            </div>
          </fieldset>
        );
      })}
      {list && own.length === 0 && (
        <SelectField
          label={t(`field.list.${list}`)}
          options={listAnswers.map((value) => ({
            value,
            label: value === "NONE" ? t(`answer.${list}.NONE`) : t(`answer.${value}`),
          }))}
          value={answers[list]}
          onChange={(answer) => form.set({ answers: { ...answers, [list]: answer } })}
        />
      )}
      <div>
        <Button icon="plus" onClick={add}>
          {t("act.add", { what: t(`one.${kind}`) })}
        </Button>
      </div>
    </>
  );
}

/** Fields of a row at which a mistake can stand. */
const errorFields = ["from", "to", "text", "what", "sensitivity"] as const;

function FoldedRow({ row, what, onOpen }: { row: EntryRow; what: string; onOpen: () => void }) {
  const t = useMessages(profileMessages);
  const when = periodText(
    row.from || null,
    row.to || (row.kind === "LIFE_EVENT" ? row.from : "") || null,
    t("when.now"),
  );
  const lead = row.kind === "WISH" ? t(`sphere.${row.sphere}`) : when;
  return (
    <div className="profile-folded">
      <p className="profile-words">
        {lead && <strong>{lead}: </strong>}
        {entryText(entryOf(row), t)} <EntryMark entry={row} />
      </p>
      <IconButton icon="edit" label={t("act.change", { what })} onClick={onOpen} />
    </div>
  );
}

type RowProps = {
  row: EntryRow;
  path: string;
  form: Props["form"];
  onChange: (part: Partial<EntryRow>) => void;
};

function KindFields({ row, path, form, onChange }: RowProps) {
  const t = useMessages(profileMessages);
  const text = (label: string) => (
    <TextArea
      label={label}
      rows={2}
      maxLength={1000}
      value={row.text}
      onChange={(next) => onChange({ text: next })}
      {...form.at(`${path}.text`)}
    />
  );
  const period = (
    <div className="profile-days">
      <DateField
        label={t("field.from")}
        partial
        quick={[]}
        value={row.from}
        onChange={(from) => onChange({ from })}
        {...form.at(`${path}.from`)}
      />
      <DateField
        label={t("field.to")}
        partial
        quick={[]}
        value={row.to}
        onChange={(to) => onChange({ to })}
        {...form.at(`${path}.to`)}
      />
    </div>
  );
  switch (row.kind) {
    case "LIFE_EVENT":
      return (
        <>
          <DateField
            label={t("field.on")}
            partial
            quick={[]}
            value={row.from}
            onChange={(from) => onChange({ from })}
            {...form.at(`${path}.from`)}
          />
          <SelectField
            label={t("field.area")}
            empty={false}
            options={lifeAreas.map((value) => ({ value, label: t(`area.${value}`) }))}
            value={row.area}
            onChange={(area) => area && onChange({ area })}
          />
          {text(t("field.event"))}
        </>
      );
    case "HOMELESSNESS":
      return (
        <>
          {period}
          <TextField
            label={t("field.place")}
            maxLength={1000}
            value={row.place}
            onChange={(place) => onChange({ place })}
          />
          <MultiChoice
            label={t("field.causes")}
            options={homelessCauses.map((value) => ({ value, label: t(`cause.${value}`) }))}
            value={row.causes}
            onChange={(causes) => onChange({ causes })}
          />
          <TextArea
            label={t("field.exitAttempt")}
            rows={2}
            maxLength={1000}
            value={row.exitAttempt}
            onChange={(exitAttempt) => onChange({ exitAttempt })}
          />
        </>
      );
    case "INSTITUTION":
      return (
        <>
          <SelectField
            label={t("field.institution")}
            empty={false}
            options={institutionKinds.map((value) => ({ value, label: t(`institution.${value}`) }))}
            value={row.institution}
            onChange={(institution) => institution && onChange({ institution })}
          />
          {period}
          {text(t("field.note"))}
        </>
      );
    case "SUPPORT":
      return (
        <>
          <TextField
            label={t("field.support")}
            maxLength={1000}
            value={row.what}
            onChange={(what) => onChange({ what })}
            {...form.at(`${path}.what`)}
          />
          {period}
          <SelectField
            label={t("field.effect")}
            empty={false}
            options={supportEffects.map((value) => ({ value, label: t(`effect.${value}`) }))}
            value={row.effect}
            onChange={(effect) => effect && onChange({ effect })}
          />
          {text(t("field.effectWords"))}
        </>
      );
    case "BARRIER":
      return (
        <>
          <SelectField
            label={t("field.barrier")}
            empty={false}
            options={barrierCodes.map((value) => ({ value, label: t(`barrier.${value}`) }))}
            value={row.code}
            onChange={(code) => code && onChange({ code })}
          />
          {text(t("field.note"))}
        </>
      );
    case "WISH":
      return (
        <>
          <SelectField
            label={t("field.sphere")}
            empty={false}
            options={wishSpheres.map((value) => ({ value, label: t(`sphere.${value}`) }))}
            value={row.sphere}
            onChange={(sphere) => sphere && onChange({ sphere })}
          />
          {text(t("field.wish"))}
        </>
      );
  }
}
