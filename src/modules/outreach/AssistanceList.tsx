import { useQuery } from "@tanstack/react-query";
import { ServerProblem } from "../../platform/ui/api.ts";
import { Card } from "../../platform/ui/Page.tsx";
import { Timeline, type TimelineEntry } from "../../platform/ui/Timeline.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { InstantText } from "../../platform/ui/Words.tsx";
import { assistanceOfPersonQuery } from "./api.ts";
import { fieldMessages } from "./field/fieldMessages.ts";
import { whereOf } from "./field/PlannedWith.tsx";
import { outreachMessages } from "./messages.ts";
import type { AssistanceLine } from "./workContract.ts";

/** Where the team went with a person or has agreed to go; nothing is said where there was none. */
export function AssistanceList({ personId }: { personId: string }) {
  const f = useMessages(fieldMessages);
  const t = useMessages(outreachMessages);
  const assistance = useQuery(assistanceOfPersonQuery(personId));
  const { error } = assistance;
  // whoever is of the street for others, and not for this person, is told nothing
  if (error instanceof ServerProblem && (error.kind === "not_found" || error.kind === "forbidden")) return null;
  return (
    <Loaded query={assistance}>
      {({ assistance: lines }) =>
        lines.length > 0 && (
          <Card title={f("assistance.title")}>
            <Timeline label={f("assistance.title")} entries={lines.map((line) => entryOf(line, t, f))} />
          </Card>
        )
      }
    </Loaded>
  );
}

function entryOf(
  { id, institution, place, purpose, plannedAt, result, changes }: AssistanceLine,
  t: ReturnType<typeof useMessages<typeof outreachMessages>>,
  f: ReturnType<typeof useMessages<typeof fieldMessages>>,
): TimelineEntry {
  return {
    id,
    at: result?.startedAt ?? plannedAt ?? "",
    icon: result ? "check" : "calendar",
    title: whereOf(t, { institution, place }),
    text: (
      <>
        {purpose && <p>{purpose}</p>}
        <p>
          {result
            ? [t(`assistance.${result.result}`), f("assistance.hour", { hours: result.hours })].join(", ")
            : changes.some((change) => change.plannedAt === null)
              ? f("plan.what.CALLED_OFF")
              : f("assistance.agreed")}
        </p>
        {changes.map(({ plannedBefore, plannedAt: movedTo, reason, note, by }) => (
          <p key={`${plannedBefore}${movedTo}`} className="soft small">
            <InstantText at={plannedBefore} /> → {movedTo ? <InstantText at={movedTo} /> : f("plan.what.CALLED_OFF")}:{" "}
            {[t(`planChange.${reason}`), note, by].filter(Boolean).join(", ")}
          </p>
        ))}
        {result && plannedAt && plannedAt !== result.startedAt && (
          <p className="soft small">
            {f("assistance.agreedFor")} <InstantText at={plannedAt} />
          </p>
        )}
        {result?.note && <p>{result.note}</p>}
      </>
    ),
  };
}
