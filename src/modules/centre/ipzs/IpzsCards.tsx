import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ActButton } from "../../../platform/ui/ActButton.tsx";
import { LinkButton } from "../../../platform/ui/Button.tsx";
import { useGo } from "../../../platform/ui/navigation.ts";
import { Card } from "../../../platform/ui/Page.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { DateText } from "../../../platform/ui/Words.tsx";
import { uuidv7 } from "../../../platform/uuid.ts";
import { casesQuery } from "../../plan/api.ts";
import { ipzsOfPersonQuery, ipzsStale } from "./api.ts";
import { IpzsState } from "./IpzsState.tsx";
import { ipzsMessages } from "./messages.ts";
import { isOver } from "./rules.ts";

/** The social employment programmes beside the exit programme in "Plan", and the way to a new one. */
export function IpzsCards({ personId }: { personId: string }) {
  const t = useMessages(ipzsMessages);
  const query = useQuery(ipzsOfPersonQuery(personId));
  return (
    <Loaded query={query} lines={2}>
      {({ programmes, mayRead, mayWrite }) => (
        <>
          {programmes.map(({ id, state, days, endedOn }) => (
            <Card key={id} title={t("ipzs")} actions={<IpzsState state={state} />}>
              {days && (
                <p>
                  <DateText day={days.trialFrom} /> – <DateText day={endedOn ?? days.lastDay} />
                </p>
              )}
              {mayRead && (
                <div>
                  <LinkButton to={`/ipzs/${id}`} icon="right">
                    {t("open")}
                  </LinkButton>
                </div>
              )}
            </Card>
          ))}
          {mayWrite && programmes.every(({ state }) => isOver(state)) && <Begin personId={personId} />}
        </>
      )}
    </Loaded>
  );
}

function Begin({ personId }: { personId: string }) {
  const t = useMessages(ipzsMessages);
  const go = useGo();
  const [ipzsId] = useState(uuidv7);
  const cases = useQuery(casesQuery(personId));
  const open = cases.data?.cases.find(({ endedOn }) => endedOn === null);
  if (!open) return null;
  return (
    <ActButton
      type="ipzs.begin"
      label={t("begin")}
      payload={() => ({ ipzsId, caseId: open.id })}
      messages={t}
      invalidates={ipzsStale}
      onDone={() => go(`/ipzs/${ipzsId}/edit`)}
    />
  );
}
