import type { ReactNode } from "react";
import { Button } from "./Button.tsx";
import type { Option } from "./SelectField.tsx";
import { uiMessages } from "./uiMessages.ts";
import { useMessages } from "./useMessages.ts";
import "./filters.css";

type Filter = {
  code: string;
  label: string;
  /** Left out: the filter is a day. */
  options?: readonly Option[];
  /** Words of "no filter". */
  all?: string;
};

export type FiltersProps = {
  filters: readonly Filter[];
  /** From `useUrlFilters`: values by filter code, "" is no filter. */
  values: Readonly<Record<string, string>>;
  onChange: (change: Record<string, string>) => void;
  /** Words of the way back to what stands where nothing is chosen; left out: "show all". */
  clear?: string;
  children?: ReactNode;
};

/** Filters as words in a row; what is chosen lives in the address. */
export function Filters({ filters, values, onChange, clear, children }: FiltersProps) {
  const t = useMessages(uiMessages);
  const used = filters.some((filter) => values[filter.code]);
  return (
    <div className="filters no-print" role="group" aria-label={t("filters.title")}>
      {filters.map((filter) => (
        <label key={filter.code} className="filter" data-used={values[filter.code] ? "" : undefined}>
          <span>{filter.label}</span>
          <FilterInput
            filter={filter}
            value={values[filter.code] ?? ""}
            onChange={(value) => onChange({ [filter.code]: value })}
          />
        </label>
      ))}
      {children}
      {used && (
        <Button
          kind="plain"
          icon="cross"
          onClick={() => onChange(Object.fromEntries(filters.map((filter) => [filter.code, ""])))}
        >
          {clear ?? t("filters.clear")}
        </Button>
      )}
    </div>
  );
}

type InputProps = { filter: Filter; value: string; onChange: (value: string) => void };

function FilterInput({ filter: { options, all }, value, onChange }: InputProps) {
  const t = useMessages(uiMessages);
  if (!options)
    return (
      <input type="date" className="input" value={value} onChange={(event) => onChange(event.currentTarget.value)} />
    );
  return (
    <select className="input select" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      <option value="">{all ?? t("filters.all")}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
