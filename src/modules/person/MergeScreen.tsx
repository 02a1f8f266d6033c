import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../platform/ui/Button.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { type Column, DataTable } from "../../platform/ui/DataTable.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { useGo, useParam, useUrlFilters } from "../../platform/ui/navigation.ts";
import { Card, Page } from "../../platform/ui/Page.tsx";
import { TextArea } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { compareQuery, duplicatesQuery, personKeys } from "./api.ts";
import type { ComparedPerson, Comparison } from "./contract.ts";
import { knownText } from "./fieldText.ts";
import { personMessages } from "./messages.ts";

/** Two records side by side, what a merge does, and the choice between one person and two. */
export function MergeScreen() {
  const t = useMessages(personMessages);
  const found = useQuery(compareQuery(useParam("personId"), useParam("otherId")));
  return (
    <Page title={t("title.merge")} back={{ to: "/duplicates", label: t("title.duplicates") }}>
      <Loaded query={found}>{(pair) => <Choice pair={pair} />}</Loaded>
    </Page>
  );
}

function Choice({ pair }: { pair: Comparison }) {
  const t = useMessages(personMessages);
  // the record on which a merge is possible stands first
  const [swapped, setSwapped] = useState(pair.refusals.keepOne !== null && pair.refusals.keepOther === null);
  const [kept, merged] = swapped ? [pair.other, pair.one] : [pair.one, pair.other];
  const refusal = swapped ? pair.refusals.keepOther : pair.refusals.keepOne;
  const units = [...new Set([...kept.units, ...merged.units])];
  return (
    <>
      <SideBySide kept={kept} merged={merged} />
      <div className="cluster">
        <Button onClick={() => setSwapped((old) => !old)}>{t("act.swap")}</Button>
      </div>
      <Card title={t("merge.what")}>
        <p>{t("merge.explain")}</p>
        {units.length > 1 && <p>{t("merge.units", { units: units.join(", ") })}</p>}
        {refusal && <Notice tone="due">{t.maybe(refusal) ?? refusal}</Notice>}
        <MergeForm key={kept.id} kept={kept} merged={merged} />
      </Card>
    </>
  );
}

type Row = { id: string; label: string; kept: string; merged: string };

function SideBySide({ kept, merged }: { kept: ComparedPerson; merged: ComparedPerson }) {
  const t = useMessages(personMessages);
  const row = (id: string, label: string, of: (person: ComparedPerson) => string | null): Row => ({
    id,
    label,
    kept: of(kept) ?? "–",
    merged: of(merged) ?? "–",
  });
  const fields = Object.keys(kept.fields) as (keyof ComparedPerson["fields"])[]; // the keys of the answer's schema
  const rows = [
    row("no", t("merge.no"), (person) => t("personNo", { no: String(person.personNo) })),
    row("step", t("ladder"), (person) => t(`step.${person.step}`)),
    row("pesel", t("pesel"), ({ peselLast2 }) => peselLast2 && t("pesel.masked", { last2: peselLast2 })),
    ...fields.map((field) => row(field, t(`field.${field}`), (person) => knownText(t, field, person.fields))),
    row("units", t("merge.unitsOf"), ({ units }) => units.join(", ") || null),
  ].filter(({ kept: one, merged: other }) => one !== "–" || other !== "–");
  const columns: Column<Row>[] = [
    { id: "label", label: t("merge.field"), main: true, cell: (one) => one.label },
    { id: "kept", label: `${t("merge.kept")}: ${kept.name}`, cell: (one) => one.kept },
    { id: "merged", label: `${t("merge.merged")}: ${merged.name}`, cell: (one) => one.merged },
  ];
  return <DataTable label={t("title.merge")} columns={columns} rows={rows} rowId={(one) => one.id} empty={null} />;
}

function MergeForm({ kept, merged }: { kept: ComparedPerson; merged: ComparedPerson }) {
  const t = useMessages(personMessages);
  const go = useGo();
  const [{ pair }] = useUrlFilters({ pair: "" });
  const [mergeId] = useState(uuidv7);
  const form = useCommandForm({
    type: "person.merge",
    messages: t,
    initial: { reason: "" },
    build: ({ reason }) => ({ mergeId, keptId: kept.id, mergedId: merged.id, reason }),
    check: ({ reason }) => (reason.trim().length < 3 ? [{ path: "reason", code: "field.required" }] : []),
    invalidates: [...personKeys(kept.id), ...personKeys(merged.id), duplicatesQuery.queryKey],
    onDone: () => {
      toast({ text: t("merge.done") });
      // both records may stand in units of others: the list of merges is theirs who join, the file may not be
      go(pair ? "/duplicates" : `/people/${kept.id}`);
    },
  });
  return (
    <CommandForm form={form} submit={t("act.merge")} actions={pair && <Dismiss pairId={pair} />}>
      <TextArea label={t("reason")} rows={2} required {...form.field("reason")} />
    </CommandForm>
  );
}

/** They are two people: the pair is not asked about again. */
function Dismiss({ pairId }: { pairId: string }) {
  const t = useMessages(personMessages);
  const go = useGo();
  const form = useCommandForm({
    type: "duplicate.dismiss",
    messages: t,
    initial: {},
    build: () => ({ pairId }),
    invalidates: [duplicatesQuery.queryKey],
    onDone: () => go("/duplicates"),
  });
  return (
    <>
      <Button busy={form.state === "sending" && t("act.different")} onClick={() => void form.submit()}>
        {t("act.different")}
      </Button>
      {form.notice && (
        <span role="alert">{"text" in form.notice ? form.notice.text : t("duplicate.already_answered")}</span>
      )}
    </>
  );
}
