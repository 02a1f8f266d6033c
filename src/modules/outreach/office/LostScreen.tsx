import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../../platform/ui/Button.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { DataTable } from "../../../platform/ui/DataTable.tsx";
import { Dialog } from "../../../platform/ui/Dialog.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { Page } from "../../../platform/ui/Page.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { RelativeTime } from "../../../platform/ui/Words.tsx";
import { uuidv7 } from "../../../platform/uuid.ts";
import { optionsOf } from "../CardFields.tsx";
import { relationEnds } from "../codes.ts";
import { outreachMessages } from "../messages.ts";
import type { LostLine } from "../workContract.ts";
import { lostQuery } from "./api.ts";
import { officeMessages } from "./officeMessages.ts";

/** People whom nobody has met for long: a hint that contact may be lost, and the way to end it (F-02). */
export function LostScreen() {
  const t = useMessages(officeMessages);
  const lost = useQuery(lostQuery);
  const [ending, setEnding] = useState<LostLine | null>(null);
  return (
    <Page title={t("lost.title")} lead={t("lost.lead")} back={{ to: "/street-work", label: t("office.back") }}>
      <Loaded query={lost} lines={6}>
        {({ people }) => (
          <DataTable
            label={t("lost.title")}
            rows={people}
            rowId={(line) => line.personId}
            empty={<EmptyState title={t("lost.none")} />}
            columns={[
              { id: "name", label: t("lost.person"), main: true, cell: (line) => line.name },
              { id: "days", label: t("lost.days"), number: true, cell: (line) => line.days, sort: (line) => line.days },
              { id: "last", label: t("lost.last"), cell: (line) => <RelativeTime at={line.lastContactAt} /> },
              {
                id: "end",
                label: t("lost.end"),
                cell: (line) => (
                  <Button kind="plain" onClick={() => setEnding(line)}>
                    {t("lost.end")}
                  </Button>
                ),
              },
            ]}
          />
        )}
      </Loaded>
      {ending && (
        <Dialog open title={t("lost.endOf", { name: ending.name })} onClose={() => setEnding(null)}>
          <EndForm key={ending.personId} line={ending} onDone={() => setEnding(null)} />
        </Dialog>
      )}
    </Page>
  );
}

function EndForm({ line, onDone }: { line: LostLine; onDone: () => void }) {
  const t = useMessages(officeMessages);
  const o = useMessages(outreachMessages);
  const form = useCommandForm({
    type: "relation.end",
    initial: { reason: "LOST_CONTACT" as (typeof relationEnds)[number] | "" },
    build: ({ reason }) => ({ endingId: uuidv7(), personId: line.personId, reason, endedOn: today() }),
    messages: o,
    invalidates: [["outreach"]],
    onDone: () => {
      toast({ text: t("lost.ended") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t("lost.end")}>
      <SelectField
        label={t("lost.reason")}
        empty={false}
        options={optionsOf(o, "end", relationEnds)}
        {...form.field("reason")}
      />
    </CommandForm>
  );
}
