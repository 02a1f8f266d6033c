import { hoursText } from "../../../platform/hoursText.ts";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { DataTable } from "../../../platform/ui/DataTable.tsx";
import { EmptyState } from "../../../platform/ui/EmptyState.tsx";
import { formatDay, formatWeekday } from "../../../platform/ui/format.ts";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { useGo } from "../../../platform/ui/navigation.ts";
import { Card } from "../../../platform/ui/Page.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { programmeMessages } from "../messages.ts";
import { clockOf } from "../timeOfDay.ts";
import { type Proposal, proposedWithin } from "./contract.ts";
import { timetableMessages } from "./messages.ts";
import type { Placed } from "./problem.ts";

type Names = Proposal["names"];

const nameIn = (list: readonly { id: string; name: string }[], id: string | null) =>
  list.find((each) => each.id === id)?.name ?? "–";

function useModuleNameOf({ modules }: Names): (moduleId: string) => string {
  const p = useMessages(programmeMessages);
  return (moduleId) => {
    const module = modules.find(({ id }) => id === moduleId);
    return module?.name ?? p.maybe(`module.${module?.code}`) ?? module?.code ?? "–";
  };
}

type Change = { id: string; kind: "comes" | "goes" | "moved"; session: Placed; was: Placed | undefined };

const changesOf = ({ comes, goes, moved }: Proposal): Change[] => {
  const changes: Omit<Change, "id">[] = [
    ...comes.map((session) => ({ kind: "comes" as const, session, was: undefined })),
    ...goes.map((session) => ({ kind: "goes" as const, session, was: undefined })),
    ...moved.map(({ from, to }) => ({ kind: "moved" as const, session: to, was: from })),
  ];
  const key = ({ session }: Omit<Change, "id">) => `${session.day} ${clockOf(session.startsAt)} ${session.groupId}`;
  return changes.sort((a, b) => (key(a) < key(b) ? -1 : 1)).map((change, at) => ({ ...change, id: String(at) }));
};

/** A proposed timetable beside the calendar: what it changes, what found no place and what would have to give, and the one act that makes it the calendar. */
export function ProposalCard({
  proposal,
  minutesPerHour,
  groupId,
}: {
  proposal: Proposal;
  minutesPerHour: number;
  groupId: string;
}) {
  const t = useMessages(timetableMessages);
  const p = useMessages(programmeMessages);
  const go = useGo();
  const { names } = proposal;
  const moduleName = useModuleNameOf(names);
  const hours = (minutes: number) => hoursText(minutes, t.lang, minutesPerHour);
  const sum = (list: readonly { minutes: number }[]) => list.reduce((total, { minutes }) => total + minutes, 0);
  const form = useCommandForm({
    type: "timetable.accept",
    messages: t,
    initial: {},
    build: () => ({ proposalId: proposal.id }),
    invalidates: [["programme"], ["attendance"]],
    onDone: () => {
      toast({ text: t("accept.done") });
      go("/calendar", { on: proposal.fromOn, group: proposal.groupIds.length === 1 ? groupId : "" });
    },
  });
  const when = (session: Placed) => `${formatWeekday(session.day, t.lang)}, ${clockOf(session.startsAt)}`;
  return (
    <Card title={t("preview.title")}>
      {proposal.outdated && <Notice tone="due">{t("timetable.outdated")}</Notice>}
      <p>
        {t("preview.sum", {
          hours: hours(sum(proposal.sessions)),
          from: formatDay(proposal.fromOn, t.lang),
          stays: proposal.stays,
          comes: proposal.comes.length,
          moved: proposal.moved.length,
          goes: proposal.goes.length,
        })}
      </p>
      {proposal.kept > 0 && <p>{t("preview.kept", { count: proposal.kept })}</p>}
      {proposal.unplaced.length === 0 ? (
        <Notice tone="confirmed">{t("preview.all")}</Notice>
      ) : (
        <Notice tone="due" title={t("preview.missing", { hours: hours(sum(proposal.unplaced)) })}>
          <ul className="proposal-changes">
            {proposal.unplaced.map((each) => (
              <li key={`${each.groupId} ${each.moduleId}`}>
                <strong>
                  {t("missing.line", {
                    group: nameIn(names.groups, each.groupId),
                    module: moduleName(each.moduleId),
                    hours: hours(each.minutes),
                  })}
                </strong>
                <ul>
                  {each.ways.length === 0 && <li>{t("missing.none")}</li>}
                  {each.ways.slice(0, 3).map((way, at) => (
                    <li key={at}>
                      {t("missing.way", {
                        hours: hours(way.minutes),
                        gives: way.gives
                          .map((give) =>
                            give.kind === "LEADER"
                              ? t("give.LEADER", { name: nameIn(names.leaders, give.leaderId) })
                              : t(`give.${give.kind}`),
                          )
                          .join(t("and")),
                      })}
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {proposal.worstGap > proposedWithin && (
        <Notice tone="due">{t("preview.stopped", { percent: Math.ceil(proposal.worstGap * 100) })}</Notice>
      )}
      {proposal.lost.length > 0 && (
        <details>
          <summary>{t("preview.lost", { count: proposal.lost.length })}</summary>
          <ul className="lost-days">
            {proposal.lost.map(({ groupId: of, day, holiday, closure }) => (
              <li key={`${of} ${day}`}>
                {formatWeekday(day, t.lang)}: {holiday ? p.maybe(`holiday.${holiday}`) : closure}
                {proposal.groupIds.length > 1 && ` (${nameIn(names.groups, of)})`}
              </li>
            ))}
          </ul>
        </details>
      )}
      <DataTable
        label={t("change.list")}
        rows={changesOf(proposal)}
        rowId={(row) => row.id}
        empty={<EmptyState title={t("change.none")} />}
        columns={[
          {
            id: "when",
            label: t("change.when"),
            main: true,
            cell: ({ session, was }) => (
              <>
                {when(session)}
                {was && <div className="small soft">{t("change.was", { when: when(was) })}</div>}
              </>
            ),
            sort: ({ session }) => `${session.day} ${clockOf(session.startsAt)}`,
          },
          { id: "kind", label: t("change.what"), cell: ({ kind }) => t(`change.${kind}`), sort: ({ kind }) => kind },
          {
            id: "module",
            label: p("session.module"),
            cell: ({ session }) => `${moduleName(session.moduleId)}, ${p("hours", { hours: hours(session.minutes) })}`,
            sort: ({ session }) => moduleName(session.moduleId),
          },
          {
            id: "group",
            label: p("group"),
            cell: ({ session }) => nameIn(names.groups, session.groupId),
            wideOnly: true,
          },
          {
            id: "room",
            label: t("change.where"),
            cell: ({ session }) => nameIn(names.rooms, session.roomId),
            wideOnly: true,
          },
          {
            id: "leader",
            label: p("session.leader"),
            cell: ({ session }) => nameIn(names.leaders, session.leaderId),
            wideOnly: true,
          },
        ]}
      />
      {!proposal.outdated && (
        <CommandForm form={form} submit={t("accept.submit")}>
          {null}
        </CommandForm>
      )}
    </Card>
  );
}
