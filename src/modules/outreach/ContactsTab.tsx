import { useQuery } from "@tanstack/react-query";
import { AppLink } from "../../platform/ui/Button.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { Timeline } from "../../platform/ui/Timeline.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { DateText } from "../../platform/ui/Words.tsx";
import { AssistanceList } from "./AssistanceList.tsx";
import { contactsOfPersonQuery } from "./api.ts";
import type { ContactLine } from "./contract.ts";
import { PlannedWith } from "./field/PlannedWith.tsx";
import { outreachMessages } from "./messages.ts";

/** Street contacts in a person's file; outside the outreach team only that there were some, when and in which area. */
export function ContactsTab({ personId }: { personId: string }) {
  const t = useMessages(outreachMessages);
  const contacts = useQuery(contactsOfPersonQuery(personId));
  const team = useHasRole("OUTREACH_WORKER", "OUTREACH_COORDINATOR");
  return (
    <>
      {team && <PlannedWith personId={personId} />}
      {team && <AssistanceList personId={personId} />}
      <Loaded query={contacts}>
        {({ contacts: lines }) =>
          lines.length === 0 ? (
            <EmptyState title={t("contacts.none")} text={t("contacts.noneText")} />
          ) : (
            <>
              {lines.every(({ team }) => team === null) && <Notice>{t("contacts.summary")}</Notice>}
              <Timeline label={t("title.contact")} entries={lines.map((line) => entryOf(line, t))} />
            </>
          )
        }
      </Loaded>
    </>
  );
}

function entryOf(line: ContactLine, t: ReturnType<typeof useMessages<typeof outreachMessages>>) {
  const { team } = line;
  const place = [team?.siteName ?? team?.placeText, line.area].filter(Boolean).join(", ");
  const actions = team?.actions.map((action) => t(`action.${action}`)).join(", ");
  return {
    id: line.id,
    at: line.contactAt,
    icon: "place" as const,
    title: [t(`kind.${line.kind}`), place].filter(Boolean).join(": "),
    text: (
      <>
        {actions && <p>{actions}</p>}
        {team?.nextStep && (
          <p>
            {t("people.step", { step: team.nextStep.text })}
            {team.nextStep.dueOn && (
              <>
                {" "}
                (<DateText day={team.nextStep.dueOn} />)
              </>
            )}
          </p>
        )}
        {team?.placeHidden && <p className="soft">{t("contact.hidden")}</p>}
        {line.relationEnd && <p>{t(`end.${line.relationEnd}`)}</p>}
      </>
    ),
    by: team?.workers.join(", "),
    actions: team && <AppLink to={`/contacts/${line.id}`}>{t("act.readCard")}</AppLink>,
  };
}
