import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { ActButton } from "../../platform/ui/ActButton.tsx";
import { Button } from "../../platform/ui/Button.tsx";
import { SidePanel } from "../../platform/ui/Dialog.tsx";
import { formatDay, formatInstant } from "../../platform/ui/format.ts";
import { Card } from "../../platform/ui/Page.tsx";
import { Status } from "../../platform/ui/Status.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded, SkeletonLines } from "../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { consultationKeys, waitingQuery } from "./api.ts";
import type { WaitingLine } from "./contract.ts";
import { counsellingMessages } from "./messages.ts";
import { refuseWaitingAct, type WaitingAct } from "./states.ts";

const JoinForm = lazy(() => import("./JoinWaitingForm.tsx").then((it) => ({ default: it.JoinWaitingForm })));

/** Who waits for whom, in the order of asking, with the hour that is kept for them. */
export function WaitingCard({ role }: { role: string }) {
  const t = useMessages(counsellingMessages);
  const waiting = useQuery(waitingQuery);
  const [adds, setAdds] = useState(false);
  return (
    <Card
      title={t("waiting.title")}
      actions={
        <Button kind="plain" icon="plus" onClick={() => setAdds(true)}>
          {t("waiting.add")}
        </Button>
      }
    >
      <Loaded query={waiting} lines={2}>
        {({ lines }) => {
          const shown = lines.filter((line) => !role || line.role === role);
          if (shown.length === 0) return <p className="soft">{t("waiting.none")}</p>;
          return (
            <ul role="list" className="plain-list stack-tight">
              {shown.map((line) => (
                <Line key={line.waitingId} line={line} />
              ))}
            </ul>
          );
        }}
      </Loaded>
      <SidePanel open={adds} title={t("waiting.add")} onClose={() => setAdds(false)}>
        <Suspense fallback={<SkeletonLines lines={3} />}>
          {adds && <JoinForm role={role} onDone={() => setAdds(false)} />}
        </Suspense>
      </SidePanel>
    </Card>
  );
}

function Line({ line }: { line: WaitingLine }) {
  const t = useMessages(counsellingMessages);
  const { waitingId, person, offer, place, role } = line;
  const may = (what: WaitingAct) => refuseWaitingAct(what, offer?.open ? "OFFERED" : "WAITING", ["BOOKER"]) === null;
  const act = (type: string, label: string, said: string, payload: object = { waitingId }) => (
    <ActButton
      type={type}
      payload={() => payload}
      label={label}
      messages={t}
      invalidates={consultationKeys}
      onDone={() => toast({ text: said })}
    />
  );
  return (
    <li className="stack-tight">
      <p>
        <strong>{person.name}</strong>{" "}
        <span className="soft">{[t(`role.${role}`), t("waiting.place", { place })].join(" · ")}</span>
      </p>
      {offer?.open && (
        <p>
          <Status tone="due" icon="clock">
            {t("waiting.offer", {
              day: formatDay(offer.day, t.lang),
              time: offer.startsAt,
              place: offer.place,
              until: formatInstant(offer.untilAt, t.lang),
            })}
          </Status>
        </p>
      )}
      {offer && !offer.open && <p className="soft">{t("waiting.offerOver")}</p>}
      <div className="cluster">
        {may("ACCEPT") &&
          act("waiting.accept", t("waiting.accept"), t("waiting.booked"), { waitingId, bookingId: uuidv7() })}
        {may("DECLINE") && act("waiting.decline", t("waiting.decline"), t("waiting.passed"))}
        {may("LEAVE") && act("waiting.leave", t("waiting.leave"), t("waiting.left"))}
      </div>
    </li>
  );
}
