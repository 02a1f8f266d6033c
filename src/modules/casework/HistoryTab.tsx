import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, LinkButton } from "../../platform/ui/Button.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { Filters } from "../../platform/ui/Filters.tsx";
import { dayOfInstant, formatDay } from "../../platform/ui/format.ts";
import type { IconName } from "../../platform/ui/Icon.tsx";
import { useUrlFilters } from "../../platform/ui/navigation.ts";
import { useHasRole, useSession } from "../../platform/ui/session.ts";
import { Timeline, type TimelineEntry } from "../../platform/ui/Timeline.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { caseworkAccess, sectionReaders } from "./access.ts";
import { timelineQuery } from "./api.ts";
import type { TimelineLine } from "./contract.ts";
import { type SayLine, useLineWords } from "./lineWords.ts";
import { caseworkMessages } from "./messages.ts";

const icons: Readonly<Record<string, IconName>> = {
  STREET: "place",
  STAY: "home",
  ATTENDANCE: "calendar",
  EMPLOYMENT: "file",
  BENEFIT: "list",
  INDICATORS: "chart",
  SOCIAL: "edit",
  CORE: "person",
};

/** What happened to a person, newest first, as far as the role sees it. Prints without its filters. */
export function HistoryTab({ personId }: { personId: string }) {
  const t = useMessages(caseworkMessages);
  const roles = useSession().roles;
  const [{ section }, setFilters] = useUrlFilters({ section: "" });
  const history = useInfiniteQuery(timelineQuery(personId, section));
  const say = useLineWords();
  const writes = useHasRole(...Object.keys(caseworkAccess["task.write"]));
  const mine = Object.entries(sectionReaders).filter(([, readers]) => roles.some((role) => role in readers));
  const sections = mine.map(([value]) => ({ value, label: t.maybe(`section.${value}`) ?? value }));
  return (
    <>
      <Filters
        filters={[{ code: "section", label: t("history.section"), options: sections }]}
        values={{ section }}
        onChange={setFilters}
      >
        <Button kind="plain" icon="print" onClick={() => window.print()}>
          {t("history.print")}
        </Button>
        {writes && (
          <LinkButton to="/tasks/new" search={{ person: personId }} kind="plain" icon="plus">
            {t("tasks.add")}
          </LinkButton>
        )}
      </Filters>
      <Loaded query={history} lines={6}>
        {({ pages }) => {
          const lines = pages.flatMap((page) => page.lines);
          if (lines.length === 0)
            return section ? (
              <EmptyState title={t("history.noneHere")} />
            ) : (
              <EmptyState title={t("history.none")} text={t("history.noneText")} />
            );
          return (
            <>
              <Timeline label={t("history.title")} entries={lines.map((line) => entryOf(line, t, say))} />
              {history.hasNextPage ? (
                <div className="no-print">
                  <Button
                    icon="down"
                    busy={history.isFetchingNextPage && t("history.older")}
                    onClick={() => void history.fetchNextPage()}
                  >
                    {t("history.older")}
                  </Button>
                </div>
              ) : (
                <p className="soft small">{t("history.whole")}</p>
              )}
            </>
          );
        }}
      </Loaded>
    </>
  );
}

function entryOf(
  line: TimelineLine,
  t: ReturnType<typeof useMessages<typeof caseworkMessages>>,
  say: SayLine | undefined,
): TimelineEntry {
  const day = dayOfInstant(line.recordedAt);
  const later = day !== dayOfInstant(line.occurredAt);
  return {
    id: line.id,
    at: line.occurredAt,
    icon: icons[line.section] ?? "right",
    title: say?.(line.kind, line.detail) ?? t("history.unknown"),
    by: [line.actorName, later && t("history.recorded", { when: formatDay(day, t.lang) })].filter(Boolean).join(", "),
  };
}
