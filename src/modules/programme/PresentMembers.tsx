import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "../../platform/ui/Button.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { today } from "../../platform/ui/clock.ts";
import { DataTable } from "../../platform/ui/DataTable.tsx";
import { DateField } from "../../platform/ui/DateField.tsx";
import { Dialog } from "../../platform/ui/Dialog.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { formatDay } from "../../platform/ui/format.ts";
import { Card } from "../../platform/ui/Page.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { membersQuery } from "./api.ts";
import type { MemberLine } from "./contract.ts";
import { programmeMessages } from "./messages.ts";

/** Who is in the group today, and the end of one's membership. */
export function PresentMembers({ groupId }: { groupId: string }) {
  const t = useMessages(programmeMessages);
  const members = useQuery(membersQuery(groupId));
  const [ending, setEnding] = useState<MemberLine>();
  return (
    <Card title={t("members.present")}>
      <Loaded query={members}>
        {(data) => (
          <DataTable
            label={t("members.present")}
            rows={data.members.filter(({ validUntil }) => !validUntil || validUntil >= today())}
            rowId={(row) => row.id}
            empty={<EmptyState title={t("members.empty")} />}
            columns={[
              {
                id: "name",
                label: t("members"),
                main: true,
                cell: (row) => `${row.personName} (${row.personNo})`,
                sort: (row) => row.personName,
              },
              {
                id: "period",
                label: t("period"),
                cell: (row) =>
                  [
                    t("members.since", { day: formatDay(row.validFrom, t.lang) }),
                    row.validUntil && t("members.until", { day: formatDay(row.validUntil, t.lang) }),
                  ]
                    .filter(Boolean)
                    .join(" "),
                sort: (row) => row.validFrom,
              },
              {
                id: "end",
                label: t("members.end"),
                cell: (row) =>
                  row.validUntil ? (
                    "–"
                  ) : (
                    <Button
                      kind="plain"
                      label={t("members.endOf", { name: row.personName })}
                      onClick={() => setEnding(row)}
                    >
                      {t("members.end")}
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </Loaded>
      {ending && <EndMember member={ending} onClose={() => setEnding(undefined)} />}
    </Card>
  );
}

function EndMember({ member, onClose }: { member: MemberLine; onClose: () => void }) {
  const t = useMessages(programmeMessages);
  const form = useCommandForm({
    type: "member.end",
    messages: t,
    initial: { validUntil: today() as string },
    check: ({ validUntil }) => (validUntil ? [] : [{ path: "validUntil", code: "field.required" }]),
    build: (values) => ({ memberId: member.id, ...values }),
    invalidates: [["programme"], ["attendance"], ["timeline", member.personId]],
    onDone: () => {
      toast({ text: t("members.ended") });
      onClose();
    },
  });
  return (
    <Dialog open title={t("members.endOf", { name: member.personName })} onClose={onClose}>
      <p>{t("members.endWhy")}</p>
      <CommandForm form={form} submit={t("members.end")}>
        <DateField label={t("members.lastDay")} quick={["today"]} {...form.field("validUntil")} />
      </CommandForm>
    </Dialog>
  );
}
