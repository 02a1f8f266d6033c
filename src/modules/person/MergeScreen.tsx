import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../platform/ui/Button.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { type Column, DataTable } from "../../platform/ui/DataTable.tsx";
import { useGo, useParam, useUrlFilters } from "../../platform/ui/navigation.ts";
import { Card, Page } from "../../platform/ui/Page.tsx";
import { TextArea } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { duplicatesQuery, personKeys, personQuery } from "./api.ts";
import { fieldNames } from "./codes.ts";
import type { PersonFile } from "./contract.ts";
import { knownText, type PersonWords } from "./fieldText.ts";
import { personMessages } from "./messages.ts";

/** Two records side by side, what a merge does, and the choice between one person and two. */
export function MergeScreen() {
  const t = useMessages(personMessages);
  const [swapped, setSwapped] = useState(false);
  const ids = [useParam("personId"), useParam("otherId")];
  const [keptId = "", mergedId = ""] = swapped ? ids.reverse() : ids;
  const kept = useQuery(personQuery(keptId));
  const merged = useQuery(personQuery(mergedId));
  return (
    <Page title={t("title.merge")} back={{ to: "/duplicates", label: t("title.duplicates") }}>
      <Loaded query={kept}>
        {(one) => (
          <Loaded query={merged}>
            {(other) => (
              <>
                <Comparison kept={one} merged={other} />
                <div className="cluster">
                  <Button onClick={() => setSwapped((old) => !old)}>{t("act.swap")}</Button>
                </div>
                <Card title={t("merge.what")}>
                  <p>{t("merge.explain")}</p>
                  <MergeForm key={keptId} kept={one} merged={other} />
                </Card>
              </>
            )}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

type Row = { id: string; label: string; kept: string; merged: string };

function Comparison({ kept, merged }: { kept: PersonFile; merged: PersonFile }) {
  const t = useMessages(personMessages);
  const row = (id: string, label: string, one: string | null, other: string | null): Row => ({
    id,
    label,
    kept: one ?? "–",
    merged: other ?? "–",
  });
  const rows = [
    row(
      "no",
      t("merge.no"),
      t("personNo", { no: String(kept.personNo) }),
      t("personNo", { no: String(merged.personNo) }),
    ),
    row("step", t("ladder"), t(`step.${kept.step}`), t(`step.${merged.step}`)),
    row("pesel", t("pesel"), peselText(t, kept), peselText(t, merged)),
    ...fieldNames.map((field) =>
      row(field, t(`field.${field}`), knownText(t, field, kept.fields), knownText(t, field, merged.fields)),
    ),
  ].filter(({ kept: one, merged: other }) => one !== "–" || other !== "–");
  const columns: Column<Row>[] = [
    { id: "label", label: t("merge.field"), main: true, cell: (one) => one.label },
    { id: "kept", label: `${t("merge.kept")}: ${kept.name}`, cell: (one) => one.kept },
    { id: "merged", label: `${t("merge.merged")}: ${merged.name}`, cell: (one) => one.merged },
  ];
  return <DataTable label={t("title.merge")} columns={columns} rows={rows} rowId={(one) => one.id} empty={null} />;
}

function peselText(t: PersonWords, person: PersonFile): string | null {
  return person.pesel && t("pesel.masked", { last4: person.pesel.last4 });
}

function MergeForm({ kept, merged }: { kept: PersonFile; merged: PersonFile }) {
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
      go(`/people/${kept.id}`);
    },
  });
  return (
    <CommandForm form={form} submit={t("act.merge")} actions={pair && <Dismiss pairId={pair} />}>
      <TextArea label={t("reason")} rows={2} {...form.field("reason")} />
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
