import { useQuery } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import { isPlainDate } from "../../platform/time/plainDate.ts";
import type { ProblemError } from "../../platform/ui/api.ts";
import { useHasRole } from "../../platform/ui/session.ts";
import type { CommandForm } from "../../platform/ui/useCommandForm.ts";
import { problemQuery } from "./calendar/api.ts";
import { judgeMove, type Verdict } from "./calendar/judge.ts";
import { conflictsOf } from "./calendar/useMoves.ts";
import type { ConflictKind } from "./codes.ts";
import { minuteOf } from "./timeOfDay.ts";

/** Where a class shall stand, as fields hold it. `despiteAt`: the place whose conflicts the person takes knowingly. */
export type Place = {
  day: string;
  startsAt: string;
  minutes: number | undefined;
  roomId: string;
  leaderId: string;
  despiteAt: string;
};

const keyOf = ({ day, startsAt, minutes, roomId, leaderId }: Place): string =>
  [day, startsAt, minutes, roomId, leaderId].join(" ");

const required = ["day", "startsAt", "minutes"] as const;

/**
 * Judges the place of a class while it is typed, as the calendar does for one that is drawn, where the reader plans the unit; what the server found in the way
 * counts for anybody. What stands in the way is sent only by who says so about that very place.
 */
export function usePlaceJudge<V extends Place>({
  groupId,
  unitId,
  sessionId,
  moduleIdOf,
}: {
  groupId: string;
  unitId: string;
  sessionId: string;
  moduleIdOf: (values: V) => string;
}) {
  const plans = useHasRole("KIS_COORDINATOR", "CIS_MANAGER");
  const problem = useQuery({ ...problemQuery(unitId), enabled: plans }).data;
  const [told, tell] = useState<{ at: string; kinds: ConflictKind[] }>();
  const sent = useRef("");

  function verdictOf(values: V): Verdict | undefined {
    const { day, startsAt, minutes, roomId, leaderId } = values;
    if (!isPlainDate(day) || !startsAt || !minutes) return undefined;
    const moduleId = moduleIdOf(values);
    const place = { groupId, moduleId, day, startsAt: minuteOf(startsAt), minutes };
    const judged =
      problem && moduleId
        ? judgeMove(problem, sessionId, { ...place, roomId: roomId || null, leaderId: leaderId || null })
        : undefined;
    const found = told?.at === keyOf(values) ? told.kinds : [];
    if (!judged) return found.length > 0 ? { hard: found, soft: [] } : undefined;
    return { ...judged, hard: [...new Set([...judged.hard, ...found])] };
  }
  /** Hears what the server answered to the place that was sent last. */
  const hear = useCallback((notice: CommandForm<V>["notice"]): void => {
    const kinds = notice && "problem" in notice ? conflictsOf(notice.problem) : [];
    if (kinds.length > 0) tell({ at: sent.current, kinds });
  }, []);
  const isTaken = (values: V) => values.despiteAt === keyOf(values);
  return {
    verdictOf,
    isTaken,
    keyOf,
    hear,
    check: (values: V): ProblemError[] => [
      ...required.filter((name) => !values[name]).map((path) => ({ path, code: "field.required" })),
      ...((verdictOf(values)?.hard.length ?? 0) > 0 && !isTaken(values)
        ? [{ path: "despiteAt", code: "session.confirm_conflict" }]
        : []),
    ],
    build(values: V) {
      sent.current = keyOf(values);
      return {
        day: values.day,
        startsAt: values.startsAt,
        minutes: values.minutes,
        roomId: values.roomId || null,
        leaderId: values.leaderId || null,
        despite: isTaken(values) ? (verdictOf(values)?.hard ?? []) : [],
      };
    },
  };
}

export type PlaceJudge<V extends Place> = ReturnType<typeof usePlaceJudge<V>>;
