import { useState } from "react";
import { Button } from "../../platform/ui/Button.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { today } from "../../platform/ui/clock.ts";
import { type Column, DataTable } from "../../platform/ui/DataTable.tsx";
import { SidePanel } from "../../platform/ui/Dialog.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { formatDay } from "../../platform/ui/format.ts";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { TextField } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { ActButton } from "./ActButton.tsx";
import { unitKinds } from "./codes.ts";
import type { UnitLine } from "./contract.ts";
import { organisationMessages } from "./messages.ts";

export function UnitsTab({ units }: { units: readonly UnitLine[] }) {
  const t = useMessages(organisationMessages);
  const admin = useHasRole("ORGANISATION_ADMIN");
  const [open, setOpen] = useState<UnitLine | "new">();
  const columns: readonly Column<UnitLine>[] = [
    { id: "name", label: t("unit.name"), main: true, cell: ({ name }) => name, sort: ({ name }) => name },
    { id: "kind", label: t("unit.kind"), cell: ({ kind }) => t.maybe(`kind.${kind}`) ?? kind },
    {
      id: "state",
      label: t("state"),
      cell: ({ closedOn }) => (closedOn ? t("unit.closedOn", { day: formatDay(closedOn, t.lang) }) : t("unit.isOpen")),
    },
  ];
  const mayOpen = (unit: UnitLine) => {
    if (admin && unit.closedOn === null) setOpen(unit);
  };
  return (
    <>
      <DataTable
        label={t("tab.units")}
        columns={columns}
        rows={units}
        rowId={({ id }) => id}
        {...(admin ? { onOpen: mayOpen } : {})}
        empty={<EmptyState title={t("units.none")} />}
        tools={
          admin && (
            <Button icon="plus" onClick={() => setOpen("new")}>
              {t("unit.new")}
            </Button>
          )
        }
      />
      <SidePanel
        open={open !== undefined}
        title={t(open === "new" ? "unit.new" : "unit.edit")}
        onClose={() => setOpen(undefined)}
      >
        {open && <UnitForm unit={open === "new" ? undefined : open} onDone={() => setOpen(undefined)} />}
      </SidePanel>
    </>
  );
}

function UnitForm({ unit, onDone }: { unit: UnitLine | undefined; onDone: () => void }) {
  const t = useMessages(organisationMessages);
  const [unitId] = useState(() => unit?.id ?? uuidv7());
  const known: readonly string[] = unitKinds;
  const kinds = unit && !known.includes(unit.kind) ? [...known, unit.kind] : known;
  const form = useCommandForm({
    type: "unit.record",
    messages: t,
    initial: { name: unit?.name ?? "", kind: unit?.kind ?? "" },
    build: (values) => ({ ...values, unitId }),
    check: (values) =>
      (["name", "kind"] as const).filter((name) => !values[name]).map((path) => ({ path, code: "field.required" })),
    base: unit?.version,
    invalidates: [["accounts"]],
    onDone: () => {
      toast({ text: t("unit.saved") });
      onDone();
    },
  });
  return (
    <CommandForm
      form={form}
      submit={t("unit.save")}
      actions={
        unit && (
          <ActButton
            type="unit.close"
            payload={{ unitId, closedOn: today() }}
            invalidates={[["accounts"]]}
            done={t("unit.saved")}
          >
            {t("unit.close")}
          </ActButton>
        )
      }
    >
      <TextField label={t("unit.name")} {...form.field("name")} />
      <SelectField
        label={t("unit.kind")}
        options={kinds.map((kind) => ({ value: kind, label: t.maybe(`kind.${kind}`) ?? kind }))}
        {...form.field("kind")}
      />
    </CommandForm>
  );
}
