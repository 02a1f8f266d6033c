import { useQuery } from "@tanstack/react-query";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { now, today } from "../../platform/ui/clock.ts";
import { DateField } from "../../platform/ui/DateField.tsx";
import { NumberField } from "../../platform/ui/NumberField.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { TextField } from "../../platform/ui/TextField.tsx";
import { TimeField } from "../../platform/ui/TimeField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { unitsQuery } from "../person/api.ts";
import { type FacilityType, facilityTypes } from "./codes.ts";
import type { FreePlacesView } from "./contract.ts";
import { facilityMessages } from "./messages.ts";

type House = FreePlacesView["facilities"][number];

/** How many places are free now. */
export function CountForm({ house, onDone }: { house: House; onDone: () => void }) {
  const t = useMessages(facilityMessages);
  const form = useCommandForm({
    type: "facility.count",
    messages: t,
    initial: {
      free: house.left ?? undefined,
      emergencyFree: house.emergencyPlaces > 0 ? (house.emergencyFree ?? 0) : undefined,
    } as { free: number | undefined; emergencyFree: number | undefined },
    build: ({ free, emergencyFree }) => ({
      countId: uuidv7(),
      facilityId: house.facilityId,
      free,
      emergencyFree: emergencyFree ?? 0,
      countedAt: now().toISOString(),
    }),
    check: ({ free }) => (free === undefined ? [{ path: "free", code: "field.required" }] : []),
    invalidates: [["places"]],
    onDone: () => {
      toast({ text: t("counted") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t("act.count")}>
      <NumberField label={t("count.free")} size={4} required {...form.field("free")} />
      {house.emergencyPlaces > 0 && (
        <NumberField
          label={t("count.emergency")}
          hint={t("count.emergencyHint")}
          size={4}
          {...form.field("emergencyFree")}
        />
      )}
    </CommandForm>
  );
}

/** From when a house is closed, after a warning. */
export function CloseForm({ house, onDone }: { house: House; onDone: () => void }) {
  const t = useMessages(facilityMessages);
  const form = useCommandForm({
    type: "facility.close",
    messages: t,
    base: house.version,
    initial: { closedOn: today() as string },
    build: ({ closedOn }) => ({ facilityId: house.facilityId, closedOn }),
    check: ({ closedOn }) => (closedOn ? [] : [{ path: "closedOn", code: "field.required" }]),
    invalidates: [["places"]],
    onDone: () => {
      toast({ text: t("closed.saved") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t("act.close")}>
      <p>{t("close.ask")}</p>
      <DateField label={t("close.on")} quick={["today", "tomorrow"]} {...form.field("closedOn")} />
    </CommandForm>
  );
}

/** A house with beds: a new one, or a change of `house`. */
export function FacilityForm({ house, onDone }: { house: House | undefined; onDone: () => void }) {
  const t = useMessages(facilityMessages);
  const units = useQuery(unitsQuery);
  const form = useCommandForm({
    type: "facility.record",
    messages: t,
    base: house?.version,
    initial: {
      facilityId: house?.facilityId ?? uuidv7(),
      unitId: house?.unitId ?? "",
      name: house?.name ?? "",
      facilityType: house?.facilityType ?? ("" as FacilityType | ""),
      area: house?.area ?? "",
      places: house?.places as number | undefined,
      emergencyPlaces: house?.emergencyPlaces ?? (0 as number | undefined),
      phone: house?.phone ?? "",
      openFrom: house?.openFrom ?? "",
    },
    build: (values) => ({
      ...values,
      emergencyPlaces: values.emergencyPlaces ?? 0,
      phone: values.phone.trim() || null,
      openFrom: values.openFrom || null,
    }),
    check: (values) =>
      (["unitId", "name", "facilityType", "area", "places"] as const).flatMap((path) =>
        values[path] === "" || values[path] === undefined ? [{ path, code: "field.required" }] : [],
      ),
    invalidates: [["places"]],
    onDone: () => {
      toast({ text: t("saved") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t("act.save")}>
      <TextField label={t("field.name")} maxLength={120} required {...form.field("name")} />
      <SelectField
        label={t("field.type")}
        options={facilityTypes.map((value) => ({ value, label: t(`type.${value}`) }))}
        {...form.field("facilityType")}
      />
      <SelectField
        label={t("field.unit")}
        options={(units.data?.units ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        {...form.field("unitId")}
      />
      <TextField label={t("field.area")} maxLength={80} required {...form.field("area")} />
      <NumberField label={t("field.places")} size={5} required {...form.field("places")} />
      <NumberField label={t("field.emergencyPlaces")} size={5} {...form.field("emergencyPlaces")} />
      <TextField label={t("field.phone")} maxLength={30} inputMode="tel" {...form.field("phone")} />
      <TimeField label={t("field.openFrom")} {...form.field("openFrom")} />
    </CommandForm>
  );
}
