import { useQuery } from "@tanstack/react-query";
import { useParam, useUrlFilters } from "../../../platform/ui/navigation.ts";
import { Page } from "../../../platform/ui/Page.tsx";
import { Tabs } from "../../../platform/ui/Tabs.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { groupQuery } from "../api.ts";
import { programmeMessages } from "../messages.ts";
import { groupTimetableQuery } from "./api.ts";
import { GroupOrderForm } from "./GroupOrderForm.tsx";
import { timetableMessages } from "./messages.ts";
import { PlanPart } from "./PlanPart.tsx";
import "../programme.css";

/** Planning a group: when it meets and who leads what, then a timetable that is looked at before it is accepted. */
export function TimetableScreen() {
  const t = useMessages(timetableMessages);
  const p = useMessages(programmeMessages);
  const groupId = useParam("groupId");
  const group = useQuery(groupQuery(groupId));
  const timetable = useQuery(groupTimetableQuery(groupId));
  const [{ tab }, change] = useUrlFilters({ tab: "" });
  const meets = (timetable.data?.meetings.length ?? 0) > 0;
  const current = tab || (meets ? "plan" : "order");
  return (
    <Page title={t("plan.title")} back={{ to: `/groups/${groupId}`, label: group.data?.name ?? p("group") }}>
      <Loaded query={group}>
        {(card) => (
          <Loaded query={timetable}>
            {(order) => (
              <Tabs
                label={t("plan.title")}
                tabs={[
                  { code: "plan", label: t("tab.plan") },
                  { code: "order", label: t("tab.order") },
                ]}
                current={current}
                onChange={(code) => change({ tab: code })}
              >
                {current === "order" ? (
                  <GroupOrderForm
                    key={order.version}
                    group={card}
                    order={order}
                    reload={() => void timetable.refetch()}
                    onDone={() => change({ tab: "plan" })}
                  />
                ) : (
                  <PlanPart group={card} meets={meets} toOrder={() => change({ tab: "order" })} />
                )}
              </Tabs>
            )}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}
