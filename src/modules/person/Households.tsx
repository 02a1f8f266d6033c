import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { AppLink, Button } from "../../platform/ui/Button.tsx";
import { today } from "../../platform/ui/clock.ts";
import { SidePanel } from "../../platform/ui/Dialog.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { Card } from "../../platform/ui/Page.tsx";
import { Status } from "../../platform/ui/Status.tsx";
import { useHasRole } from "../../platform/ui/session.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { personAccess } from "./access.ts";
import { householdsQuery } from "./api.ts";
import type { HouseholdView } from "./contract.ts";
import { familyMessages } from "./familyMessages.ts";
import { AddMemberForm, EndMemberForm, RecordHouseholdForm } from "./HouseholdForms.tsx";
import { Period } from "./Period.tsx";

type Member = HouseholdView["members"][number];
type Act = { act: "record" } | { act: "add"; household: HouseholdView } | { act: "end"; member: Member };

/** Households of a person: who belonged to them from when until when. */
export function Households({ personId }: { personId: string }) {
  const t = useMessages(familyMessages);
  const households = useQuery(householdsQuery(personId));
  const writes = useHasRole(...Object.keys(personAccess["household.record"]));
  const [open, setOpen] = useState<Act>();
  const close = () => setOpen(undefined);
  const record = writes && (
    <Button icon="plus" onClick={() => setOpen({ act: "record" })}>
      {t("household.record")}
    </Button>
  );
  const titles = { record: t("household.record"), add: t("household.add"), end: t("household.endTitle") };
  return (
    <>
      <Loaded query={households}>
        {({ households: all }) =>
          all.length === 0 ? (
            <Card title={t("household.title")}>
              <EmptyState
                title={t("household.none")}
                text={t(writes ? "household.noneText" : "household.noneRead")}
                action={record}
              />
            </Card>
          ) : (
            all.map((household) => (
              <HouseholdCard
                key={household.id}
                household={household}
                personId={personId}
                onAct={writes ? setOpen : undefined}
              />
            ))
          )
        }
      </Loaded>
      <SidePanel open={open !== undefined} title={open ? titles[open.act] : ""} onClose={close}>
        {open?.act === "record" && <RecordHouseholdForm personId={personId} onDone={close} />}
        {open?.act === "add" && <AddMemberForm household={open.household} onDone={close} />}
        {open?.act === "end" && <EndMemberForm member={open.member} onDone={close} />}
      </SidePanel>
    </>
  );
}

type CardProps = { household: HouseholdView; personId: string; onAct: ((act: Act) => void) | undefined };

function HouseholdCard({ household, personId, onAct }: CardProps) {
  const t = useMessages(familyMessages);
  const add = onAct && (
    <Button kind="plain" icon="plus" onClick={() => onAct({ act: "add", household })}>
      {t("household.add")}
    </Button>
  );
  return (
    <Card title={household.name ?? t("household.title")} actions={add}>
      <ul role="list" className="stack-tight" aria-label={household.name ?? t("household.title")}>
        {household.members.map((member) => (
          <li key={member.memberId} className="cluster">
            {member.personId === personId ? (
              <strong>{member.name}</strong>
            ) : (
              <AppLink to={`/people/${member.personId}`} search={{ tab: "family" }}>
                {member.name}
              </AppLink>
            )}
            <Status tone={(member.validUntil ?? today()) >= today() ? "active" : "neutral"}>
              {t.maybe(`relation.${member.relation}`)}
            </Status>
            <Period from={member.validFrom} until={member.validUntil} />
            {onAct && !member.validUntil && (
              <Button
                kind="plain"
                label={t("household.endOf", { name: member.name })}
                onClick={() => onAct({ act: "end", member })}
              >
                {t("household.end")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {household.others > 0 && <p className="soft small">{t("household.others", { count: household.others })}</p>}
    </Card>
  );
}
