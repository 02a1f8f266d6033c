import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button, LinkButton } from "../../platform/ui/Button.tsx";
import { today } from "../../platform/ui/clock.ts";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { Filters } from "../../platform/ui/Filters.tsx";
import { dayOfInstant, formatDay } from "../../platform/ui/format.ts";
import type { IconName } from "../../platform/ui/Icon.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { useUrlFilters } from "../../platform/ui/navigation.ts";
import { useHasRole, useSession } from "../../platform/ui/session.ts";
import { Timeline, type TimelineEntry } from "../../platform/ui/Timeline.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { caseworkAccess, sectionReaders } from "./access.ts";
import { timelineQuery } from "./api.ts";
import { timelineNouns } from "./codes.ts";
import type { TimelineLine } from "./contract.ts";
import { type SayLine, useLineWords } from "./lineWords.ts";
import { caseworkMessages } from "./messages.ts";
import { weave } from "./weave.ts";

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

type Line = TimelineEntry & { kind: string; section: string };

/** What another source adds to the history of a person, newest first; `title` and `by` are words already. */
export type Brought = {
  lines: readonly { id: string; at: string; kind: string; section: string; title: string; by: string }[];
  more: boolean;
  failed: boolean;
  next: () => Promise<{ hasNextPage: boolean }>;
};

const none = { section: "", kind: "", from: "", until: "" };
type Chosen = typeof none;

function fits(line: Line, { section, kind, from, until }: Chosen): boolean {
  const day = dayOfInstant(line.at);
  return (
    (!section || line.section === section) &&
    (!kind || line.kind.split(".")[0] === kind) &&
    (!from || day >= from) &&
    (!until || day <= until)
  );
}

/** What happened to a person, newest first, as far as the role sees it, with what partners share woven in. */
export function HistoryTab({ personId, brought }: { personId: string; brought: Brought }) {
  const t = useMessages(caseworkMessages);
  const [chosen, setChosen] = useUrlFilters(none);
  const history = useInfiniteQuery(timelineQuery(personId, chosen));
  const say = useLineWords();
  const older = async (places: readonly number[]) => {
    await Promise.all([
      places.includes(0) ? history.fetchNextPage() : undefined,
      places.includes(1) ? brought.next() : undefined,
    ]);
  };
  const all = async () => {
    const own = async () => {
      for (let more = history.hasNextPage; more; more = (await history.fetchNextPage()).hasNextPage);
    };
    const others = async () => {
      for (let more = brought.more; more; more = (await brought.next()).hasNextPage);
    };
    await Promise.all([own(), others()]);
  };
  return (
    <>
      <HistoryFilters personId={personId} chosen={chosen} onChange={setChosen} gather={all} />
      <PrintedWith chosen={chosen} />
      {brought.failed && <Notice tone="due">{t("history.sharesFailed")}</Notice>}
      <Loaded query={history} lines={6}>
        {({ pages }) => {
          const own = pages.flatMap((page) => page.lines).map((line) => lineOf(line, t, say));
          const woven = weave([
            { lines: own, more: history.hasNextPage },
            { lines: brought.lines.map((line): Line => ({ ...line, icon: "right" })), more: brought.more },
          ]);
          const lines = woven.lines.filter((line) => fits(line, chosen));
          if (lines.length === 0 && woven.behind.length === 0)
            return Object.values(chosen).some(Boolean) ? (
              <EmptyState title={t("history.noneHere")} />
            ) : (
              <EmptyState title={t("history.none")} text={t("history.noneText")} />
            );
          return (
            <>
              <Timeline label={t("history.title")} entries={lines} />
              {woven.behind.length > 0 ? (
                <div className="no-print">
                  <Button
                    icon="down"
                    busy={history.isFetchingNextPage && t("history.older")}
                    onClick={() => void older(woven.behind)}
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

type FilterProps = {
  personId: string;
  chosen: Chosen;
  onChange: (change: Partial<Chosen>) => void;
  gather: () => Promise<void>;
};

function HistoryFilters({ personId, chosen, onChange, gather }: FilterProps) {
  const t = useMessages(caseworkMessages);
  const roles = useSession().roles;
  const writes = useHasRole(...Object.keys(caseworkAccess["task.write"]));
  const [gathering, setGathering] = useState(false);
  const mine = Object.entries(sectionReaders).filter(([, readers]) => roles.some((role) => role in readers));
  const print = async () => {
    setGathering(true);
    await gather().finally(() => setGathering(false));
    // what has come is drawn first
    requestAnimationFrame(() => requestAnimationFrame(() => window.print()));
  };
  return (
    <Filters
      filters={[
        {
          code: "section",
          label: t("history.section"),
          options: mine.map(([value]) => ({ value, label: t.maybe(`section.${value}`) ?? value })),
        },
        {
          code: "kind",
          label: t("history.kind"),
          options: timelineNouns.map((value) => ({ value, label: t(`noun.${value}`) })),
        },
        { code: "from", label: t("history.from") },
        { code: "until", label: t("history.until") },
      ]}
      values={chosen}
      onChange={onChange}
    >
      <Button kind="plain" icon="print" busy={gathering && t("history.gathering")} onClick={() => void print()}>
        {t("history.print")}
      </Button>
      {writes && (
        <LinkButton to="/tasks/new" search={{ person: personId }} kind="plain" icon="plus">
          {t("tasks.add")}
        </LinkButton>
      )}
    </Filters>
  );
}

/** On paper alone: when, by whom and what of it was printed. */
function PrintedWith({ chosen: { section, kind, from, until } }: { chosen: Chosen }) {
  const t = useMessages(caseworkMessages);
  const { account, organisation } = useSession();
  const words = [
    section && t.maybe(`section.${section}`),
    kind && t.maybe(`noun.${kind}`),
    from && t("history.printedFrom", { day: formatDay(from, t.lang) }),
    until && t("history.printedUntil", { day: formatDay(until, t.lang) }),
  ].filter(Boolean);
  return (
    <div className="print-only">
      <p>
        {t("history.printed", { day: formatDay(today(), t.lang), name: account.name, organisation: organisation.name })}
      </p>
      {words.length > 0 && <p>{words.join(" · ")}</p>}
    </div>
  );
}

function lineOf(
  line: TimelineLine,
  t: ReturnType<typeof useMessages<typeof caseworkMessages>>,
  say: SayLine | undefined,
): Line {
  const day = dayOfInstant(line.recordedAt);
  const later = day !== dayOfInstant(line.occurredAt);
  return {
    id: line.id,
    at: line.occurredAt,
    kind: line.kind,
    section: line.section,
    icon: icons[line.section] ?? "right",
    title: say?.(line.kind, line.detail) ?? t("history.unknown"),
    by: [line.actorName, later && t("history.recorded", { when: formatDay(day, t.lang) })].filter(Boolean).join(", "),
  };
}
