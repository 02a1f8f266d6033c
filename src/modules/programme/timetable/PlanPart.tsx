import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { addDays } from "../../../platform/time/plainDate.ts";
import { Button } from "../../../platform/ui/Button.tsx";
import { CheckField, MultiChoice } from "../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { useUrlFilters } from "../../../platform/ui/navigation.ts";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded, ProgressNotice } from "../../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../../platform/uuid.ts";
import { groupsQuery } from "../api.ts";
import type { GroupCard } from "../contract.ts";
import { programmeMessages } from "../messages.ts";
import { proposalQuery } from "./api.ts";
import { timetableMessages } from "./messages.ts";
import { ProposalCard } from "./ProposalCard.tsx";

type PlanProps = { group: GroupCard; meets: boolean; toOrder: () => void };

/** Asks for a timetable, shows it beside today's calendar, and accepts it. */
export function PlanPart({ group, meets, toOrder }: PlanProps) {
  const t = useMessages(timetableMessages);
  const [{ proposal }, change] = useUrlFilters({ proposal: "" });
  const found = useQuery({ ...proposalQuery(proposal), enabled: proposal !== "" });
  if (!meets)
    return (
      <EmptyState
        title={t("timetable.meetings_missing")}
        text={t("propose.noMeetings")}
        action={<Button onClick={toOrder}>{t("tab.order")}</Button>}
      />
    );
  return (
    <>
      <AskForm key={proposal} group={group} again={proposal !== ""} onDone={(id) => change({ proposal: id })} />
      {proposal && (
        <Loaded query={found} lines={8}>
          {(data) => <ProposalCard proposal={data} minutesPerHour={group.minutesPerHour} groupId={group.id} />}
        </Loaded>
      )}
    </>
  );
}

function AskForm({ group, again, onDone }: { group: GroupCard; again: boolean; onDone: (proposalId: string) => void }) {
  const t = useMessages(timetableMessages);
  const p = useMessages(programmeMessages);
  const groups = useQuery(groupsQuery).data?.groups ?? [];
  const others = groups.filter(({ projectId, endsOn }) => projectId === group.projectId && endsOn >= today());
  const [proposalId] = useState(() => uuidv7());
  const optional = group.modules.filter((module) => module.optional);
  const form = useCommandForm({
    type: "timetable.propose",
    messages: t,
    kept: true,
    initial: {
      groupIds: [group.id] as readonly string[],
      fromOn: (group.startsOn > today() ? group.startsOn : addDays(today(), 1)) as string,
      keepMoved: true,
      withOptional: optional
        .filter(({ scheduledMinutes }) => scheduledMinutes > 0)
        .map(({ id }) => id) as readonly string[],
    },
    check: ({ groupIds, fromOn }) => [
      ...(groupIds.length > 0 ? [] : [{ path: "groupIds", code: "field.required" }]),
      ...(fromOn ? [] : [{ path: "fromOn", code: "field.required" }]),
    ],
    build: (values) => ({ ...values, proposalId, unitId: group.unitId }),
    onDone: () => onDone(proposalId),
  });
  return (
    <CommandForm form={form} submit={again ? t("propose.again") : t("propose.submit")} note={t("propose.stays")}>
      {others.length > 1 && (
        <MultiChoice
          label={t("propose.groups")}
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.field("groupIds")}
        />
      )}
      <DateField label={t("propose.from")} quick={[]} {...form.field("fromOn")} />
      <CheckField label={t("propose.keepMoved")} {...form.field("keepMoved")} />
      {optional.length > 0 && (
        <MultiChoice
          label={t("propose.optional")}
          options={optional.map(({ id, name, code }) => ({
            value: id,
            label: name ?? p.maybe(`module.${code}`) ?? code,
          }))}
          {...form.field("withOptional")}
        />
      )}
      {form.state === "sending" && <ProgressNotice text={t("propose.busy")} />}
    </CommandForm>
  );
}
