import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { AppLink } from "../../platform/ui/Button.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { Filters } from "../../platform/ui/Filters.tsx";
import { useUrlFilters } from "../../platform/ui/navigation.ts";
import { useHasRole } from "../../platform/ui/session.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { staffAccess } from "../staff/access.ts";
import { activityAccess } from "./access.ts";
import { activityMessages } from "./messages.ts";
import { unitsQuery } from "./offer/field/offerApi.ts";

const parts = [
  { to: "/activities", label: "part.offer", verb: activityAccess["offer-visit.read-month"] },
  { to: "/activities/courses", label: "part.courses", verb: activityAccess["course.list"] },
  { to: "/activities/gatherings", label: "part.gatherings", verb: activityAccess["gathering.read-year"] },
  { to: "/activities/exchange", label: "part.exchange", verb: activityAccess["exchange.list"] },
  { to: "/activities/active-groups", label: "part.active", verb: activityAccess["active-group.list"] },
  { to: "/activities/standard", label: "part.standard", verb: activityAccess["standard.read"] },
  { to: "/volunteers", label: "part.volunteers", verb: staffAccess["volunteer.read-hours"] },
] as const;

/** Ways between the parts of the room, as far as the reader's roles open them. */
export function ActivityNav() {
  const t = useMessages(activityMessages);
  return (
    <nav className="cluster no-print" aria-label={t("parts")}>
      {parts.map((part) => (
        <Part key={part.to} {...part} />
      ))}
    </nav>
  );
}

function Part({ to, label, verb }: (typeof parts)[number]) {
  const t = useMessages(activityMessages);
  const opens = useHasRole(...Object.keys(verb));
  return opens ? <AppLink to={to}>{t(label)}</AppLink> : null;
}

/** Chooses one of the reader's units, kept in the address, and shows what stands in it. */
export function OfUnit({ children }: { children: (unitId: string) => ReactNode }) {
  const t = useMessages(activityMessages);
  const units = useQuery(unitsQuery);
  const [filters, setFilters] = useUrlFilters({ unit: "" });
  return (
    <Loaded query={units} lines={4}>
      {({ units: all }) => {
        const chosen = all.find(({ id }) => id === filters.unit) ?? all[0];
        if (!chosen) return <EmptyState title={t("unit.none")} />;
        return (
          <>
            {all.length > 1 && (
              <Filters
                filters={[
                  {
                    code: "unit",
                    label: t("unit"),
                    all: all[0]?.name ?? "",
                    options: all.slice(1).map(({ id, name }) => ({ value: id, label: name })),
                  },
                ]}
                values={filters}
                onChange={setFilters}
              />
            )}
            {children(chosen.id)}
          </>
        );
      }}
    </Loaded>
  );
}
