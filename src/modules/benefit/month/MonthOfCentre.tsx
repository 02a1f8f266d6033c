import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ServerProblem } from "../../../platform/ui/api.ts";
import { Button } from "../../../platform/ui/Button.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { Filters } from "../../../platform/ui/Filters.tsx";
import { useLanguage } from "../../../platform/ui/language.ts";
import { useUrlFilters } from "../../../platform/ui/navigation.ts";
import { Page } from "../../../platform/ui/Page.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { centreMessages } from "./centreMessages.ts";
import { choiceOfMonth, choiceOfUnit } from "./words.ts";

type OfCentre = { unit: { name: string }; units: readonly { id: string; name: string }[] };
/** As in the address; empty: the reader's first centre, the month that the page is usually of. */
export type CentreChoice = { unit: string; month: string };

export const useCentreChoice = () => useUrlFilters({ month: "", unit: "" });

type MonthOfCentreProps<T extends OfCentre> = {
  title: string;
  query: UseQueryResult<T>;
  choice: ReturnType<typeof useCentreChoice>;
  /** The month that stands where the address says none, as `YYYY-MM`: the one that the server takes. */
  usualMonth: string;
  back?: { to: string; label: string };
  /** Not shown to whoever has no centre: they lead to its pages. */
  actions: ReactNode;
  children: (of: T) => ReactNode;
};

/** A page of one centre and one month: which, is chosen at its top and lives in the address. Whoever has no centre is told so. */
export function MonthOfCentre<T extends OfCentre>(props: MonthOfCentreProps<T>) {
  const { title, query, choice, usualMonth, back, actions, children } = props;
  const t = useMessages(centreMessages);
  const lang = useLanguage();
  const [chosen, setChosen] = choice;
  const isMissing = query.error instanceof ServerProblem && query.error.code === "month.unit_not_found";
  const units = query.data?.units ?? [];
  return (
    <Page title={title} lead={query.data?.unit.name} {...(back ? { back } : {})} actions={!isMissing && actions}>
      {isMissing && chosen.unit !== "" && (
        <EmptyState
          title={t("otherUnit")}
          action={<Button onClick={() => setChosen({ unit: "" })}>{t("ownUnit")}</Button>}
        />
      )}
      {isMissing && chosen.unit === "" && <EmptyState title={t("noUnit")} text={t("noUnitWhy")} />}
      {!isMissing && (
        <>
          <Filters
            filters={[
              { code: "month", label: t("month"), ...choiceOfMonth(today(), usualMonth, chosen.month, lang) },
              ...(units.length > 1 ? [{ code: "unit", label: t("unit"), ...choiceOfUnit(units) }] : []),
            ]}
            values={{
              month: chosen.month === usualMonth ? "" : chosen.month,
              unit: chosen.unit === units[0]?.id ? "" : chosen.unit,
            }}
            onChange={setChosen}
            clear={t("clear")}
          />
          <Loaded query={query} lines={10}>
            {children}
          </Loaded>
        </>
      )}
    </Page>
  );
}
