import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { hoursText } from "../../../platform/hoursText.ts";
import { ActButton } from "../../../platform/ui/ActButton.tsx";
import { Button } from "../../../platform/ui/Button.tsx";
import { Definitions } from "../../../platform/ui/Definitions.tsx";
import { SidePanel } from "../../../platform/ui/Dialog.tsx";
import { formatMoney } from "../../../platform/ui/format.ts";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { useGo, useParam } from "../../../platform/ui/navigation.ts";
import { Card, Page } from "../../../platform/ui/Page.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { DateText } from "../../../platform/ui/Words.tsx";
import { activitiesStale, gatheringQuery } from "../api.ts";
import type { GatheringCard } from "./contract.ts";
import { GatheringForm } from "./GatheringForm.tsx";
import { gatheringMessages } from "./messages.ts";

/** One meeting: what, when, who led, who was there as far as names are kept. */
export function GatheringScreen() {
  const t = useMessages(gatheringMessages);
  const query = useQuery(gatheringQuery(useParam("gatheringId")));
  const [editing, setEditing] = useState(false);
  const card = query.data;
  return (
    <Page
      title={card ? t(`kind.${card.kind}`) : t("gathering")}
      lead={card?.unitName}
      back={{ to: "/activities/gatherings", label: t("back") }}
      actions={card?.mayWrite && <Button onClick={() => setEditing(true)}>{t("gathering.edit")}</Button>}
      narrow
    >
      <Loaded query={query} lines={6}>
        {(view) => (
          <>
            <Whole view={view} />
            <SidePanel open={editing} title={t("gathering.edit")} onClose={() => setEditing(false)}>
              <GatheringForm unitId={view.unitId} known={view} onDone={() => setEditing(false)} />
            </SidePanel>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Whole({ view }: { view: GatheringCard }) {
  const t = useMessages(gatheringMessages);
  const go = useGo();
  const leader = view.volunteerName ?? view.leaderName;
  return (
    <div className="stack">
      <Card title={t("gathering")}>
        <Definitions
          items={[
            { term: t("day"), value: <DateText day={view.day} />, note: view.startsAt },
            { term: t("hours"), value: hoursText(view.minutes, t.lang) },
            { term: t("lead"), value: leader ? `${t(`lead.${view.lead}`)}: ${leader}` : t(`lead.${view.lead}`) },
            { term: t("place"), value: [view.roomName, view.place].filter(Boolean).join(", ") || "–" },
            { term: t("partner"), value: view.partner || "–" },
            { term: t("topic"), value: view.topic || "–" },
            ...(view.kind === "COMMUNITY" ? [{ term: t("need"), value: view.need || "–" }] : []),
            ...(view.costGrosze === null ? [] : [{ term: t("cost"), value: formatMoney(view.costGrosze, t.lang) }]),
            { term: t("recordedBy"), value: view.by },
          ]}
        />
      </Card>
      <Card title={t("who")}>
        {view.state === "PLANNED" && <p>{t("who.later")}</p>}
        {view.state === "WAITING" && <Notice tone="due">{t("state.WAITING")}</Notice>}
        {view.participants.map(({ personId, name, helpedMinutes }) => (
          <p key={personId}>
            {name}
            {helpedMinutes !== null && ` – ${hoursText(helpedMinutes, t.lang)} h`}
          </p>
        ))}
        {view.hidden > 0 && <p className="soft">{t("hidden", { count: view.hidden })}</p>}
        {view.state === "HELD" && <p>{`${t("counted")}: ${view.counted}`}</p>}
      </Card>
      {view.mayWrite && (
        <ActButton
          type="gathering.withdraw"
          payload={() => ({ gatheringId: view.id })}
          label={t(view.state === "HELD" ? "withdraw" : "cancel.plan")}
          kind="plain"
          messages={t}
          invalidates={activitiesStale}
          onDone={() => go("/activities/gatherings")}
        />
      )}
    </div>
  );
}
