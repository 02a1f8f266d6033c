import { Filters } from "../../platform/ui/Filters.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { hoursMessages } from "./hoursMessages.ts";
import { useUnit } from "./useUnit.ts";

/** Whose rooms, leaders or closed days are shown; nothing for who works in one unit. */
export function UnitFilter() {
  const t = useMessages(hoursMessages);
  const { unit, units, choose } = useUnit();
  if (units.length < 2) return null;
  return (
    <Filters
      filters={[{ code: "unit", label: t("unit"), options: units.map(({ id, name }) => ({ value: id, label: name })) }]}
      values={{ unit: unit?.id ?? "" }}
      onChange={(change) => choose(change.unit ?? "")}
    />
  );
}
