import { roles } from "../../platform/access.ts";
import { MultiChoice } from "../../platform/ui/ChoiceField.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import type { UnitLine } from "./contract.ts";
import { organisationMessages } from "./messages.ts";

/** Roles that an administrator gives; the system operator and participants come by other ways. */
const givenRoles = roles.filter((role) => role !== "SYSTEM_OPERATOR" && role !== "PARTICIPANT");

type Part<T> = {
  id?: string;
  value: readonly T[];
  onChange: (value: readonly T[]) => void;
  error?: string | undefined;
};

export function RolesField(props: Part<string>) {
  const t = useMessages(organisationMessages);
  return (
    <MultiChoice
      {...props}
      label={t("roles")}
      stacked
      options={givenRoles.map((role) => ({ value: role as string, label: t(`role.${role}`) }))}
    />
  );
}

export function UnitsField({ units, ...props }: Part<string> & { units: readonly UnitLine[] }) {
  const t = useMessages(organisationMessages);
  const open = units.filter((unit) => unit.closedOn === null);
  if (open.length === 0) return null;
  return (
    <MultiChoice
      {...props}
      label={t("units")}
      stacked
      options={open.map((unit) => ({ value: unit.id, label: unit.name }))}
    />
  );
}
