import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { LinkButton } from "../../../platform/ui/Button.tsx";
import { Definitions } from "../../../platform/ui/Definitions.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { useParam, useUrlFilters } from "../../../platform/ui/navigation.ts";
import { Card, Page } from "../../../platform/ui/Page.tsx";
import { Tabs } from "../../../platform/ui/Tabs.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { workshopQuery } from "./api.ts";
import type { Workshop } from "./contract.ts";
import { HabitGrid, SkillGrid } from "./Grids.tsx";
import { workshopMessages } from "./messages.ts";
import { OpinionsPart } from "./OpinionsPart.tsx";
import { MonthHead } from "./PeriodHead.tsx";
import { ProgressPart } from "./ProgressPart.tsx";
import { TodayPart } from "./TodayPart.tsx";

export function WorkshopScreen() {
  return <WorkshopOf groupId={useParam("groupId")} />;
}

const parts = ["today", "skills", "habits", "progress", "opinions", "card"] as const;
type Part = (typeof parts)[number];

export function WorkshopOf({ groupId }: { groupId: string }) {
  const t = useMessages(workshopMessages);
  const [{ part }, setPart] = useUrlFilters({ part: "today" });
  const [week, setWeek] = useState<string>();
  const [month, setMonth] = useState<string>();
  const isMonthly = part === "habits" || part === "opinions";
  const workshop = useQuery(workshopQuery(groupId, { week, ...(isMonthly ? { month } : {}) }));
  return (
    <Page title={workshop.data?.name ?? t("workshop.title")}>
      <Tabs
        label={t("workshop.title")}
        tabs={parts.map((code) => ({ code, label: t(code) }))}
        current={part}
        onChange={(code) => setPart({ part: code })}
      >
        <Loaded query={workshop} lines={8}>
          {(data) => (
            <div className="stack">
              {data.tooMany && <Notice tone="due">{t("workshop.tooMany")}</Notice>}
              {isMonthly && <MonthHead month={data.month} onMonth={setMonth} />}
              <PartOf part={parts.find((each) => each === part) ?? "today"} workshop={data} onWeek={setWeek} />
              {data.hidden > 0 && <p className="soft small">{t("workshop.hidden", { count: data.hidden })}</p>}
            </div>
          )}
        </Loaded>
      </Tabs>
    </Page>
  );
}

function PartOf({ part, workshop, onWeek }: { part: Part; workshop: Workshop; onWeek: (week: string) => void }) {
  const t = useMessages(workshopMessages);
  if (part === "card") return <CardPart workshop={workshop} />;
  if (workshop.people.length === 0) return <EmptyState title={t("workshop.nobody")} text={t("workshop.nobodyNext")} />;
  switch (part) {
    case "today":
      return <TodayPart workshop={workshop} />;
    case "skills":
      return <SkillGrid key={`${workshop.week} ${workshop.version}`} workshop={workshop} onWeek={onWeek} />;
    case "habits":
      return <HabitGrid key={workshop.month} workshop={workshop} />;
    case "progress":
      return <ProgressPart workshop={workshop} />;
    case "opinions":
      return <OpinionsPart key={workshop.month} workshop={workshop} />;
  }
}

function CardPart({ workshop }: { workshop: Workshop }) {
  const t = useMessages(workshopMessages);
  return (
    <Card
      title={t("card")}
      actions={
        workshop.mayRecord && (
          <LinkButton to={`/workshop/${workshop.groupId}/card`} icon="edit">
            {t("card.edit")}
          </LinkButton>
        )
      }
    >
      <Definitions
        items={[
          { term: t("profile"), value: workshop.profile || null },
          { term: t("instructors"), value: workshop.instructors.join(", ") || null },
          { term: t("capacity"), value: workshop.capacity },
          { term: t("stations"), value: workshop.stations || null },
          { term: t("tasks.now"), value: workshop.tasks.map(({ name }) => name).join(", ") || null },
        ]}
      />
    </Card>
  );
}
