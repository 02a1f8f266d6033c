import { useQuery } from "@tanstack/react-query";
import { useUrlFilters } from "../../platform/ui/navigation.ts";
import { colleaguesQuery } from "../organisation/api.ts";

type Unit = { id: string; name: string };

/** The unit whose rooms and leaders are shown: the one in the address, else the first of one's own. Undefined while units load. */
export function useUnit(): { unit: Unit | undefined; units: readonly Unit[]; choose: (unitId: string) => void } {
  const units = useQuery(colleaguesQuery).data?.units ?? [];
  const [{ unit }, change] = useUrlFilters({ unit: "" });
  return {
    unit: units.find(({ id }) => id === unit) ?? units[0],
    units,
    choose: (unitId) => change({ unit: unitId }),
  };
}
