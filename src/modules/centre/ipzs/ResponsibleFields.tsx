import { useQuery } from "@tanstack/react-query";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { TextField } from "../../../platform/ui/TextField.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { colleaguesQuery } from "../../organisation/api.ts";
import type { IpzsContent } from "./contract.ts";
import { ipzsMessages } from "./messages.ts";

type Line = IpzsContent["responsible"][number];

/** One person responsible: a colleague chosen from the list, or an outsider by name; and for what. */
export function ResponsibleFields({ line, onChange }: { line: Line; onChange: (part: Partial<Line>) => void }) {
  const t = useMessages(ipzsMessages);
  const colleagues = (useQuery(colleaguesQuery).data?.colleagues ?? []).map(({ id, name }) => ({
    value: id,
    label: name,
  }));
  const { accountId } = line;
  // who has left stays in the list as long as they stand in the programme
  const gone = accountId !== null && !colleagues.some(({ value }) => value === accountId);
  const options = gone ? [{ value: accountId, label: line.name }, ...colleagues] : colleagues;
  return (
    <>
      <SelectField
        label={t("responsible.who")}
        empty={`– ${t("responsible.outsider")} –`}
        options={options}
        value={accountId ?? ""}
        onChange={(chosen) =>
          onChange({
            accountId: chosen || null,
            name: options.find(({ value }) => value === chosen)?.label ?? "",
          })
        }
      />
      {accountId === null && (
        <TextField
          label={t("responsible.name")}
          maxLength={200}
          value={line.name}
          onChange={(name) => onChange({ name })}
        />
      )}
      <TextField label={t("area")} maxLength={200} value={line.area} onChange={(area) => onChange({ area })} />
    </>
  );
}
