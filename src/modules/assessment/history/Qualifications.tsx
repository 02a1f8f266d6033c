import { Button } from "../../../platform/ui/Button.tsx";
import { type Column, DataTable } from "../../../platform/ui/DataTable.tsx";
import { Card } from "../../../platform/ui/Page.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import type { Qualification, WorkHistory } from "./contract.ts";
import { historyMessages } from "./messages.ts";

type Props = { history: WorkHistory; onAdd: () => void; onEdit: (one: Qualification) => void };

/** Schools, courses and licences, and whether the paper is at hand. */
export function Qualifications({ history, onAdd, onEdit }: Props) {
  const t = useMessages(historyMessages);
  const columns: Column<Qualification>[] = [
    { id: "name", label: t("name"), main: true, cell: ({ name }) => name },
    { id: "kind", label: t("kind"), cell: ({ kind }) => t(`kind.${kind}`) },
    { id: "year", label: t("year"), cell: ({ year }) => year },
    {
      id: "document",
      label: t("document"),
      cell: ({ document }) => (
        <Status tone={document === "PRESENT" ? "confirmed" : document === "LOST" ? "due" : "neutral"}>
          {t(`document.${document}`)}
        </Status>
      ),
    },
  ];
  if (history.mayWrite)
    columns.push({
      id: "edit",
      label: t("edit"),
      cell: (one) => (
        <Button kind="plain" icon="edit" label={`${t("edit")}: ${one.name}`} onClick={() => onEdit(one)}>
          {t("edit")}
        </Button>
      ),
    });
  return (
    <Card
      title={t("qualifications")}
      actions={
        history.mayWrite && (
          <Button icon="plus" onClick={onAdd}>
            {t("add.qualification")}
          </Button>
        )
      }
    >
      <DataTable
        label={t("qualifications")}
        columns={columns}
        rows={history.qualifications}
        rowId={({ id }) => id}
        empty={<p className="soft">{t("qualifications.none")}</p>}
      />
    </Card>
  );
}
