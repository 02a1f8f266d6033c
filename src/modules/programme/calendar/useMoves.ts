import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type CommandDone, ServerProblem, sendCommand } from "../../../platform/ui/api.ts";
import { now } from "../../../platform/ui/clock.ts";
import { formatWeekday } from "../../../platform/ui/format.ts";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { type ConflictKind, conflictKinds } from "../codes.ts";
import { programmeMessages } from "../messages.ts";
import { clockOf, minuteOf } from "../timeOfDay.ts";
import type { Placed } from "../timetable/problem.ts";
import type { CalendarSession } from "./contract.ts";
import { type Judged, judgeMove, type Verdict } from "./judge.ts";
import { calendarMessages } from "./messages.ts";
import { useModuleName } from "./useModuleName.ts";

/** Where a class is drawn to. `startsAt`: minutes since midnight. */
export type Target = { day: CalendarSession["day"]; startsAt: number };
/** A class that was dropped where something stands in the way: a person decides. */
export type Asked = { session: CalendarSession; target: Target; verdict: Verdict };

export const placedOf = (session: CalendarSession, { day, startsAt }: Target): Placed => ({
  groupId: session.groupId,
  moduleId: session.moduleId,
  day,
  startsAt,
  minutes: session.minutes,
  roomId: session.roomId,
  leaderId: session.leaderId,
});

/** Whether a class may still be drawn elsewhere. */
export const isMovable = ({ state }: CalendarSession): boolean => state === "AHEAD";

/** Drops a class: at once where nothing stands in the way, else by a question. Each move can be taken back by a move of its own. */
export function useMoves(problemOf: (unitId: string) => Judged | undefined) {
  const t = useMessages(calendarMessages);
  const p = useMessages(programmeMessages);
  const nameOf = useModuleName();
  const client = useQueryClient();
  const [asked, ask] = useState<Asked>();
  const [isSending, setSending] = useState(false);

  const judge = (session: CalendarSession, target: Target): Verdict | undefined => {
    const problem = problemOf(session.unitId);
    return problem && judgeMove(problem, session.id, placedOf(session, target));
  };
  const send = (
    session: CalendarSession,
    target: Target,
    base: number,
    despite: readonly ConflictKind[],
  ): Promise<CommandDone> =>
    sendCommand("session.move", {
      id: uuidv7(),
      v: 1,
      base,
      occurredAt: now().toISOString(),
      payload: {
        sessionId: session.id,
        day: target.day,
        startsAt: clockOf(target.startsAt),
        minutes: session.minutes,
        roomId: session.roomId,
        leaderId: session.leaderId,
        reason: null,
        despite,
      },
    });
  const refresh = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ["programme"] }),
      client.invalidateQueries({ queryKey: ["attendance"] }),
    ]);

  async function move(session: CalendarSession, target: Target, despite: readonly ConflictKind[]): Promise<void> {
    const before = { day: session.day, startsAt: minuteOf(session.startsAt) };
    setSending(true);
    try {
      const { version } = await send(session, target, session.version, despite);
      ask(undefined);
      await refresh();
      const [day, time] = [formatWeekday(target.day, t.lang), clockOf(target.startsAt)];
      toast({
        text: t("drag.moved", { name: nameOf(session), day, time }),
        undo: () => {
          // Back to where it stood, whatever stands there by now: that is how it was.
          void send(session, before, version ?? session.version + 1, conflictKinds)
            .then(refresh)
            .then(() => toast({ text: t("drag.back") }))
            .catch(failed);
        },
      });
    } catch (error) {
      const kinds = conflictsOf(error);
      if (kinds.length > 0) ask({ session, target, verdict: { hard: kinds, soft: [] } });
      else {
        ask(undefined);
        failed(error);
        await refresh();
      }
    } finally {
      setSending(false);
    }
  }

  function failed(error: unknown): void {
    const code = error instanceof ServerProblem ? error.code : "";
    toast({ tone: "danger", text: p.maybe(code) ?? t("drag.failed") });
  }

  return {
    asked,
    isSending,
    judge,
    leave: () => ask(undefined),
    despite: () => asked && void move(asked.session, asked.target, asked.verdict.hard),
    drop(session: CalendarSession, target: Target): void {
      if (target.day === session.day && target.startsAt === minuteOf(session.startsAt)) return;
      const verdict = judge(session, target);
      if (verdict && verdict.hard.length > 0) ask({ session, target, verdict });
      else void move(session, target, []);
    },
  };
}

/** What the server found in the way; empty when it was anything else. */
export function conflictsOf(error: unknown): ConflictKind[] {
  if (!(error instanceof ServerProblem) || error.code !== "session.conflicts") return [];
  const kinds = error.details?.kinds;
  return Array.isArray(kinds) ? conflictKinds.filter((kind) => kinds.includes(kind)) : [];
}
