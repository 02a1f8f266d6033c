import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type Column, DataTable } from "../../../platform/ui/DataTable.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { Page } from "../../../platform/ui/Page.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { Status, type StatusTone } from "../../../platform/ui/Status.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import type { Sphere } from "../codes.ts";
import { supportMessages } from "../supportMessages.ts";
import { groupNeedsQuery } from "./api.ts";
import type { GroupNeeds, OfGroup } from "./contract.ts";
import { needMessages } from "./messages.ts";
import { type NeedState, needStates } from "./rules.ts";
import "./mix.css";

const tones: Readonly<Record<NeedState, StatusTone>> = {
  OPEN: "due",
  ANSWERED: "active",
  MET: "confirmed",
  ENDED: "neutral",
};

/** Needs of everybody in reach as one list: how many of each sphere wait, are answered, are met, and whose they are. */
export function GroupNeedsScreen() {
  const t = useMessages(needMessages);
  const [asked, ask] = useState<OfGroup>({});
  const [sphere, setSphere] = useState<Sphere | "">("");
  const query = useQuery({ ...groupNeedsQuery(asked), placeholderData: keepPreviousData });
  return (
    <Page title={t("group.title")} lead={t("group.lead")}>
      <Loaded query={query}>
        {(answer) => (
          <div className="stack">
            <Filters answer={answer} asked={asked} onAsk={ask} sphere={sphere} onSphere={setSphere} />
            <Spheres answer={answer} />
            <Lines lines={answer.lines.filter((line) => sphere === "" || line.sphere === sphere)} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

type FilterProps = {
  answer: GroupNeeds;
  asked: OfGroup;
  onAsk: (asked: OfGroup) => void;
  sphere: Sphere | "";
  onSphere: (sphere: Sphere | "") => void;
};

/** Only what there is to choose from; a group belongs to its project. */
function Filters({ answer, asked, onAsk, sphere, onSphere }: FilterProps) {
  const t = useMessages(needMessages);
  const { units, projects } = answer;
  const groups = answer.groups.filter(({ projectId }) => !asked.projectId || projectId === asked.projectId);
  const options = (all: readonly { id: string; name: string }[]) =>
    all.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className="need-filters">
      {units.length > 1 && (
        <SelectField
          label={t("group.unit")}
          empty={t("group.all")}
          options={options(units)}
          value={asked.unitId ?? ""}
          onChange={(unitId) => onAsk({ ...asked, unitId: unitId || undefined })}
        />
      )}
      {projects.length > 0 && (
        <SelectField
          label={t("group.project")}
          empty={t("group.all")}
          options={options(projects)}
          value={asked.projectId ?? ""}
          onChange={(projectId) => onAsk({ unitId: asked.unitId, projectId: projectId || undefined })}
        />
      )}
      {groups.length > 0 && (
        <SelectField
          label={t("group.group")}
          empty={t("group.all")}
          options={options(groups)}
          value={asked.groupId ?? ""}
          onChange={(groupId) => onAsk({ ...asked, groupId: groupId || undefined })}
        />
      )}
      {answer.spheres.length > 1 && (
        <SelectField
          label={t("sphere")}
          empty={t("group.all")}
          options={answer.spheres.map(({ sphere: value }) => ({ value, label: t(`sphere.${value}`) }))}
          value={sphere}
          onChange={onSphere}
        />
      )}
    </div>
  );
}

function Spheres({ answer: { spheres } }: { answer: GroupNeeds }) {
  const t = useMessages(needMessages);
  if (spheres.length === 0) return null;
  const columns: Column<GroupNeeds["spheres"][number]>[] = [
    { id: "sphere", label: t("sphere"), main: true, cell: (row) => t(`sphere.${row.sphere}`) },
    ...needStates.map((state) => ({
      id: state,
      label: t(`state.${state}`),
      number: true,
      cell: (row: GroupNeeds["spheres"][number]) => row.count[state],
      sort: (row: GroupNeeds["spheres"][number]) => row.count[state],
    })),
    { id: "people", label: t("group.people"), number: true, cell: (row) => row.people, sort: (row) => row.people },
  ];
  return (
    <DataTable
      label={t("group.spheres")}
      columns={columns}
      rows={spheres}
      rowId={({ sphere }) => sphere}
      empty={null}
    />
  );
}

function Lines({ lines }: { lines: GroupNeeds["lines"] }) {
  const t = useMessages(needMessages);
  const words = useMessages(supportMessages);
  const columns: Column<GroupNeeds["lines"][number]>[] = [
    { id: "person", label: t("person"), main: true, cell: (row) => row.personName, sort: (row) => row.personName },
    {
      id: "sphere",
      label: t("sphere"),
      cell: (row) => t(`sphere.${row.sphere}`),
      sort: (row) => t(`sphere.${row.sphere}`),
    },
    { id: "text", label: t("text"), cell: (row) => row.text },
    { id: "foundOn", label: t("foundOn"), cell: (row) => formatDay(row.foundOn, t.lang), sort: (row) => row.foundOn },
    {
      id: "state",
      label: t("group.state"),
      cell: (row) => <Status tone={tones[row.state]}>{t(`state.${row.state}`)}</Status>,
      sort: (row) => needStates.indexOf(row.state),
    },
    {
      id: "services",
      label: t("services"),
      cell: (row) => row.forms.map((form) => words(`support.${form}`)).join(", ") || "–",
    },
  ];
  return (
    <DataTable
      label={t("group.title")}
      columns={columns}
      rows={lines}
      rowId={({ needId }) => needId}
      to={({ caseId }) => `/cases/${caseId}/assessments`}
      empty={<EmptyState title={t("list.empty")} text={t("list.emptyText")} />}
    />
  );
}
