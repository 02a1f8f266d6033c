import { useState } from "react";
import { Button, LinkButton } from "../../platform/ui/Button.tsx";
import { Definitions } from "../../platform/ui/Definitions.tsx";
import { SidePanel } from "../../platform/ui/Dialog.tsx";
import { formatWeekday } from "../../platform/ui/format.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import type { SessionLine } from "./contract.ts";
import { programmeMessages } from "./messages.ts";
import { CancelSessionForm, type GroupOfClass, MoveSessionForm } from "./SessionForms.tsx";

/** A chosen class: to its register, or to another day, or off. */
export function SessionPanel({
  session,
  group,
  moves = true,
  onClose,
}: {
  session: SessionLine;
  group: GroupOfClass;
  /** Whether the reader may move or cancel this class. */
  moves?: boolean;
  onClose: () => void;
}) {
  const t = useMessages(programmeMessages);
  const [act, setAct] = useState<"move" | "cancel">();
  const name = session.moduleName ?? t.maybe(`module.${session.moduleCode}`) ?? session.moduleCode;
  return (
    <SidePanel open title={t("session.chosen", { name })} onClose={onClose}>
      <div className="stack">
        <Definitions
          items={[
            {
              term: t("session.when"),
              value: formatWeekday(session.day, t.lang),
              note: t("session.time", { time: session.startsAt, hours: session.minutes / group.minutesPerHour }),
            },
            { term: t("calendar.room"), value: session.room ?? "–" },
            { term: t("session.leader"), value: session.leaderName ?? "–" },
          ]}
        />
        <div className="cluster">
          <LinkButton to={`/register/${session.id}`} icon="check" kind={act ? "quiet" : "main"}>
            {t("session.register")}
          </LinkButton>
          {moves &&
            (["move", "cancel"] as const).map((each) => (
              <Button key={each} expanded={act === each} onClick={() => setAct(act === each ? undefined : each)}>
                {t(`session.${each}`)}
              </Button>
            ))}
        </div>
        {act === "move" && <MoveSessionForm session={session} group={group} onDone={onClose} />}
        {act === "cancel" && <CancelSessionForm session={session} onDone={onClose} />}
      </div>
    </SidePanel>
  );
}
