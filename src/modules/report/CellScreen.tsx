import { useQuery } from "@tanstack/react-query";
import { DataTable } from "../../platform/ui/DataTable.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { useLanguage } from "../../platform/ui/language.ts";
import { useGo, useParam, useUrlFilters } from "../../platform/ui/navigation.ts";
import { Page } from "../../platform/ui/Page.tsx";
import { Status, type StatusTone } from "../../platform/ui/Status.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { outcomeMessages } from "../outcome/messages.ts";
import { cellQuery, effectivenessQuery, sentQuery } from "./api.ts";
import { cellStates, rowKinds } from "./codes.ts";
import type { CellPerson, EffectivenessLine } from "./contract.ts";
import { reportMessages } from "./messages.ts";
import { rowWords } from "./tables.ts";

const tones: Record<CellPerson["social"], StatusTone> = {
  VERIFIED: "confirmed",
  WAITING: "due",
  OUTSIDE_WINDOW: "neutral",
  MISSING: "neutral",
};

export function LiveCellScreen() {
  const projectId = useParam("projectId");
  const live = useQuery(effectivenessQuery(projectId));
  return <CellOf of={`effectiveness/${projectId}`} rows={live.data?.report.rows ?? []} />;
}

export function SentCellScreen() {
  const snapshotId = useParam("snapshotId");
  const sent = useQuery(sentQuery(snapshotId));
  return <CellOf of={`sent/${snapshotId}`} rows={sent.data?.report.rows ?? []} />;
}

/** The people behind a number, as many as it says. */
function CellOf({ of, rows }: { of: string; rows: readonly EffectivenessLine[] }) {
  const t = useMessages(reportMessages);
  const outcome = useMessages(outcomeMessages);
  const lang = useLanguage();
  const go = useGo();
  const [asked] = useUrlFilters({ by: "", key: "", dimension: "", state: "" });
  const by = rowKinds.find((kind) => kind === asked.by) ?? "TOTAL";
  const state = cellStates.find((each) => each === asked.state) ?? "ALL";
  const dimension = asked.dimension === "EMPLOYMENT" ? "EMPLOYMENT" : "SOCIAL";
  const key = asked.key || "TOTAL";
  const people = useQuery(cellQuery(of, { by, key, dimension, state }));
  const line = rows.find((row) => row.by === by && row.key === key);
  const words = [
    rowWords(line ?? { by, key, label: null }, lang),
    ...(state === "ALL" ? [] : [t(dimension === "SOCIAL" ? "social" : "employment"), outcome(`state.${state}`)]),
  ];
  const status = (person: CellPerson, of: "social" | "employment") => (
    <Status tone={tones[person[of]]}>{outcome(`state.${person[of]}`)}</Status>
  );
  return (
    <Page
      title={t("people.title")}
      lead={words.join(" · ")}
      back={{ to: `/reports/${of}`, label: t("effectiveness.title") }}
    >
      <Loaded query={people}>
        {({ people: all, others }) => (
          <>
            {all.some((person) => person.personId === null) && <p className="soft">{t("people.byNumber")}</p>}
            <DataTable
              label={t("people.title")}
              rows={all}
              rowId={(person) => String(person.personNo)}
              {...(all.every((person) => person.personId !== null)
                ? { onOpen: (person: CellPerson) => go(`/people/${person.personId}`) }
                : {})}
              empty={others === 0 ? <EmptyState title={t("people.none")} /> : null}
              columns={[
                {
                  id: "person",
                  label: t("column.personNo"),
                  main: true,
                  cell: (person) => (person.personName ? `${person.personName} · ${person.personNo}` : person.personNo),
                  sort: (person) => person.personName ?? person.personNo,
                },
                { id: "social", label: t("social"), cell: (person) => status(person, "social") },
                { id: "employment", label: t("employment"), cell: (person) => status(person, "employment") },
              ]}
            />
            {others > 0 && <p className="soft">{t("people.others", { count: others })}</p>}
          </>
        )}
      </Loaded>
    </Page>
  );
}
