import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { LOCALE } from "../../../platform/messages.ts";
import { ActButton } from "../../../platform/ui/ActButton.tsx";
import { sendCommand } from "../../../platform/ui/api.ts";
import { AppLink, Button } from "../../../platform/ui/Button.tsx";
import { now } from "../../../platform/ui/clock.ts";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { Card } from "../../../platform/ui/Page.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { recruitmentStale } from "../api.ts";
import type { InterviewList, InterviewProposal, Place } from "./contract.ts";
import { interviewMessages } from "./messages.ts";
import { placeKey, placesMeet, placeWords } from "./places.ts";

/** The most hours that one line offers. */
const choiceMost = 40;

/** A proposal, line by line: another hour, or none for now; then the whole of it is kept, or dropped. */
export function Proposal(props: { list: InterviewList; proposal: InterviewProposal; onDone: () => void }) {
  const { list, proposal, onDone } = props;
  const t = useMessages(interviewMessages);
  const client = useQueryClient();
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(proposal.rows.map((row) => [row.candidateId, placeKey(row)])),
  );
  const places = new Map([...proposal.free, ...proposal.rows].map((place) => [placeKey(place), place]));
  const people = [...proposal.rows, ...proposal.unplaced].map(({ candidateId, no, name }) => ({
    candidateId,
    name: name ?? String(no),
  }));
  /** Given once, so that what is taken back is what was kept. */
  const [appointmentIds] = useState(() => new Map(people.map(({ candidateId }) => [candidateId, uuidv7()])));
  const placeOf = (candidateId: string) => places.get(chosen[candidateId] ?? "");
  const optionsOf = (candidateId: string): Place[] => {
    const taken = people.flatMap((one) => (one.candidateId === candidateId ? [] : (placeOf(one.candidateId) ?? [])));
    const own = placeOf(candidateId);
    const free = proposal.free.filter((place) => !taken.some((other) => placesMeet(place, other))).slice(0, choiceMost);
    return own && !free.some((place) => placeKey(place) === placeKey(own)) ? [own, ...free] : free;
  };
  const booked = people.flatMap(({ candidateId }) => {
    const place = placeOf(candidateId);
    const appointmentId = appointmentIds.get(candidateId);
    if (!place || !appointmentId) return [];
    const { consultantDutyId, day, startsAt } = place;
    return [{ appointmentId, candidateId, consultantDutyId, day, startsAt }];
  });
  const undo = async () => {
    const payload = {
      recruitmentId: list.recruitmentId,
      appointmentIds: booked.map(({ appointmentId }) => appointmentId),
      reason: t("undo.reason"),
    };
    const envelope = { id: uuidv7(), v: 1, occurredAt: now().toISOString(), payload };
    try {
      await sendCommand("candidate-interview.cancel", envelope);
      toast({ text: t("undone") });
    } catch {
      toast({ text: t("undo.failed"), tone: "danger" });
    }
    await client.invalidateQueries({ queryKey: ["recruitment"] });
  };
  return (
    <Card title={t("proposal.title")}>
      <p className="soft">{t("proposal.what")}</p>
      {proposal.outside && (
        <Notice tone="due">
          {t("outside", { ...list.hours, hours: new Intl.NumberFormat(LOCALE[t.lang]).format(proposal.minutes / 60) })}
        </Notice>
      )}
      {proposal.unplaced.length > 0 && (
        <Notice tone="due" actions={<AppLink to="/consultations/duties">{t("plan.toDuties")}</AppLink>}>
          {t("proposal.unplaced", { count: proposal.unplaced.length })}
        </Notice>
      )}
      <ul role="list" className="stack interview-proposal">
        {people.map(({ candidateId, name }) => (
          <li key={candidateId}>
            <SelectField
              label={name}
              empty={t("proposal.skip")}
              options={optionsOf(candidateId).map((place) => ({
                value: placeKey(place),
                label: placeWords(place, t.lang),
              }))}
              value={chosen[candidateId] ?? ""}
              onChange={(value) => setChosen({ ...chosen, [candidateId]: value })}
            />
          </li>
        ))}
      </ul>
      <div className="cluster">
        {booked.length > 0 && (
          <ActButton
            type="candidate-interview.book"
            payload={() => ({
              planId: uuidv7(),
              recruitmentId: list.recruitmentId,
              minutes: proposal.minutes,
              appointments: booked,
            })}
            label={t("proposal.accept", { count: booked.length })}
            kind="main"
            messages={t}
            invalidates={recruitmentStale}
            onDone={() => {
              toast({ text: t("saved.plan"), undo: () => void undo() });
              onDone();
            }}
          />
        )}
        <Button kind="plain" onClick={onDone}>
          {t("proposal.drop")}
        </Button>
      </div>
    </Card>
  );
}
