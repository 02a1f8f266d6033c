import { useQuery } from "@tanstack/react-query";
import { todayIn } from "../../../platform/time/instant.ts";
import { today } from "../../../platform/ui/clock.ts";
import { FormSection } from "../../../platform/ui/FormLayout.tsx";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { RelativeTime } from "../../../platform/ui/Words.tsx";
import { lastContactsQuery } from "../api.ts";
import type { ContactView } from "../contract.ts";
import { outreachMessages } from "../messages.ts";
import { isFlagShown } from "../rules.ts";
import { fieldMessages } from "./fieldMessages.ts";

/** What to know before sitting down beside somebody: dangers told lately, and the last meetings in a line each. */
export function LastTime({ personId, last }: { personId: string; last: ContactView | undefined }) {
  const t = useMessages(outreachMessages);
  const f = useMessages(fieldMessages);
  const contacts = useQuery(lastContactsQuery(personId));
  const at = last?.card.contactAt;
  const flags =
    last && at && isFlagShown({ setOn: todayIn(at, "Europe/Warsaw") }, today()) ? last.card.safetyRisks : [];
  return (
    <>
      {flags.length > 0 && (
        <Notice tone="danger" title={f("last.flags")}>
          {flags.map((flag) => t(`flag.${flag}`)).join(", ")}
        </Notice>
      )}
      <FormSection question={f("last.title")} optional lazy hint={f("last.hint")}>
        <Loaded query={contacts}>
          {({ contacts: lines }) => (
            <ul role="list" className="street-list">
              {lines.slice(0, 5).map(({ id, contactAt, area, team }) => (
                <li key={id} className="street-line">
                  <span className="street-words">
                    <strong>
                      <RelativeTime at={contactAt} />
                    </strong>
                    <span className="soft small">
                      {[team?.siteName ?? team?.placeText, area, team?.workers.join(", ")].filter(Boolean).join(" · ")}
                    </span>
                    {team && team.needs.length > 0 && (
                      <span className="small">{team.needs.map((need) => t(`need.${need}`)).join(", ")}</span>
                    )}
                    {team?.nextStep && <span>{t("people.step", { step: team.nextStep.text })}</span>}
                    {team?.previousStepOutcome && (
                      <span className="small">
                        {f("last.outcome", { outcome: t(`outcome.${team.previousStepOutcome}`) })}
                      </span>
                    )}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </Loaded>
      </FormSection>
    </>
  );
}
