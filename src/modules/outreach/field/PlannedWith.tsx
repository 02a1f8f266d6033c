import { useQuery } from "@tanstack/react-query";
import type { Translate } from "../../../platform/messages.ts";
import { LinkButton } from "../../../platform/ui/Button.tsx";
import { formatInstant } from "../../../platform/ui/format.ts";
import { useHasRole } from "../../../platform/ui/session.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { plannedQuery } from "../api.ts";
import type { PlannedAssistance } from "../contract.ts";
import { outreachMessages } from "../messages.ts";
import { StreetLine } from "../StreetLine.tsx";
import { fieldMessages } from "./fieldMessages.ts";

/** What is agreed with somebody, each a press from its result, and a way to agree more. Without network and device: the way alone. */
export function PlannedWith({ personId }: { personId: string }) {
  const f = useMessages(fieldMessages);
  const worker = useHasRole("OUTREACH_WORKER");
  const planned = useQuery(plannedQuery(personId));
  if (!worker) return null;
  return (
    <>
      {planned.data && planned.data.planned.length > 0 && (
        <ul role="list" className="street-list" aria-label={f("plan.title")}>
          {planned.data.planned.map((plan) => (
            <PlannedLine key={plan.id} personId={personId} plan={plan} />
          ))}
        </ul>
      )}
      <div className="no-print">
        <LinkButton to="/assistance/plan" search={{ person: personId }} icon="calendar">
          {f("act.plan")}
        </LinkButton>
      </div>
    </>
  );
}

/** "Sąd, kurator: ul. Długa 5" */
export const whereOf = (
  t: Translate<typeof outreachMessages>,
  { institution, place }: Pick<PlannedAssistance, "institution" | "place">,
): string => [t(`institution.${institution}`), place].filter(Boolean).join(": ");

/** `name` where the list is of several people. */
export function PlannedLine({ personId, plan, name }: { personId: string; plan: PlannedAssistance; name?: string }) {
  const t = useMessages(outreachMessages);
  const f = useMessages(fieldMessages);
  const where = whereOf(t, plan);
  return (
    <StreetLine
      to="/assistance"
      search={{ person: personId, planned: plan.id }}
      title={name ?? f("plan.title")}
      words={name ? [f("plan.title"), where, plan.purpose] : [where, plan.purpose]}
      step={formatInstant(plan.plannedAt, f.lang)}
    />
  );
}
