import { useQuery } from "@tanstack/react-query";
import { MultiChoice } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { useGo, useParam } from "../../platform/ui/navigation.ts";
import { Page } from "../../platform/ui/Page.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { groupQuery } from "./api.ts";
import { cardOf } from "./cardOf.ts";
import type { GroupCard } from "./contract.ts";
import { programmeMessages } from "./messages.ts";
import { useLeaderOptions } from "./useLeaderOptions.ts";

/** Who leads a group: chosen among colleagues whose appointment holds. */
export function LeadersScreen() {
  const t = useMessages(programmeMessages);
  const groupId = useParam("groupId");
  const group = useQuery(groupQuery(groupId));
  const back = { to: `/groups/${groupId}`, label: group.data?.name ?? t("group") };
  return (
    <Page title={t("leaders.title")} lead={t("leaders.lead")} back={back} narrow>
      <Loaded query={group} lines={6}>
        {(data) => <Choose key={data.version} group={data} reload={() => void group.refetch()} />}
      </Loaded>
    </Page>
  );
}

function Choose({ group, reload }: { group: GroupCard; reload: () => void }) {
  const t = useMessages(programmeMessages);
  const go = useGo();
  const options = useLeaderOptions(group.leaders.map(({ accountId, name }) => ({ id: accountId, name })));
  const form = useCommandForm({
    type: "group.record",
    messages: t,
    base: group.version,
    initial: { leaderIds: group.leaders.map(({ accountId }) => accountId) as readonly string[] },
    build: ({ leaderIds }) => ({ ...cardOf(group), leaderIds }),
    invalidates: [["programme"], ["attendance"]],
    onDone: () => {
      toast({ text: t("leaders.saved") });
      go(`/groups/${group.id}`);
    },
  });
  return (
    <CommandForm form={form} submit={t("leaders.save")} onReload={reload}>
      <MultiChoice label={t("leaders.who")} options={options} stacked {...form.field("leaderIds")} />
    </CommandForm>
  );
}
