import { useQuery } from "@tanstack/react-query";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { useGo, useParam } from "../../../platform/ui/navigation.ts";
import { Page } from "../../../platform/ui/Page.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { groupQuery } from "../api.ts";
import { cardOf } from "../cardOf.ts";
import type { GroupCard } from "../contract.ts";
import { programmeMessages } from "../messages.ts";
import { FitOfRows, faultsOfRows, type ModuleRow, ModuleRows, plansOfRows } from "./ModuleRows.tsx";
import "../programme.css";

/** The modules of a group that stands: other hours, and lessons that its people asked for. Source: docs/domain/journeys.md J9.12 */
export function ModulesScreen() {
  const t = useMessages(programmeMessages);
  const groupId = useParam("groupId");
  const group = useQuery(groupQuery(groupId));
  const back = { to: `/groups/${groupId}`, label: group.data?.name ?? t("group") };
  return (
    <Page title={t("modules.title")} lead={t("modules.lead")} back={back} narrow>
      <Loaded query={group} lines={8}>
        {(data) => <Modules key={data.version} group={data} reload={() => void group.refetch()} />}
      </Loaded>
    </Page>
  );
}

const rowsOf = ({ modules, minutesPerHour }: GroupCard): ModuleRow[] =>
  modules.map(({ id: moduleId, plannedMinutes, scheduledMinutes, name, provider, cadence, ...module }) => ({
    ...module,
    moduleId,
    plannedHours: plannedMinutes / minutesPerHour,
    name: name ?? "",
    provider: provider ?? "",
    cadence: cadence ?? "",
    standsMinutes: scheduledMinutes,
  }));

function Modules({ group, reload }: { group: GroupCard; reload: () => void }) {
  const t = useMessages(programmeMessages);
  const go = useGo();
  const form = useCommandForm({
    type: "group.record",
    messages: t,
    base: group.version,
    initial: { modules: rowsOf(group) },
    check: ({ modules }) => faultsOfRows("modules", modules),
    build: ({ modules }) => ({
      ...cardOf(group),
      modules: plansOfRows(modules),
      leaderIds: group.leaders.map(({ accountId }) => accountId),
    }),
    invalidates: [["programme"], ["attendance"]],
    onDone: () => {
      toast({ text: t("modules.saved") });
      go(`/groups/${group.id}/forecast`);
    },
  });
  return (
    <CommandForm
      form={form}
      submit={t("modules.save")}
      onReload={reload}
      end={<FitOfRows rows={form.values.modules} rhythm={group} />}
    >
      <ModuleRows
        path="modules"
        rows={form.values.modules}
        at={form.at}
        onChange={(modules) => form.set({ modules })}
        rhythm={group}
      />
    </CommandForm>
  );
}
