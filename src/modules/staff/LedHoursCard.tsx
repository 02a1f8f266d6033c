import { hoursText } from "../../platform/hoursText.ts";
import { ActButton } from "../../platform/ui/ActButton.tsx";
import { Card } from "../../platform/ui/Page.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { DateText } from "../../platform/ui/Words.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { volunteersStale } from "./api.ts";
import type { LedHours, VolunteerCard } from "./contract.ts";
import { staffMessages } from "./messages.ts";

const confirmed = (led: readonly LedHours[]) =>
  led.map(({ source, sourceId, minutes }) => ({ hoursId: uuidv7(), source, sourceId, minutes }));

/** What registers say this volunteer led: whoever keeps the register puts it on the card, or leaves it out. */
export function LedHoursCard({ view: { id: volunteerId, proposals } }: { view: VolunteerCard }) {
  const t = useMessages(staffMessages);
  if (proposals.length === 0) return null;
  const act = { messages: t, invalidates: volunteersStale };
  // what may stand on the card by hand is looked at one by one
  const plain = proposals.filter(({ agreementId, byHandMinutes }) => agreementId !== null && byHandMinutes === 0);
  return (
    <Card
      title={t("led.title")}
      actions={
        plain.length > 1 && (
          <ActButton
            {...act}
            type="volunteer-hours.confirm"
            payload={() => ({ volunteerId, hours: confirmed(plain.slice(0, 100)) })}
            label={t("led.confirmAll", { count: Math.min(plain.length, 100) })}
          />
        )
      }
    >
      <p className="soft">{t("led.lead")}</p>
      {proposals.map((led) => (
        <section key={led.sourceId} className="record-line">
          <p className="cluster">
            <strong>
              <DateText day={led.day} />
            </strong>
            <span>{t("hours.value", { hours: hoursText(led.minutes, t.lang) })}</span>
            <span>{led.source === "MEETING" ? t("led.meeting") : led.task}</span>
            <span className="soft small">{t(`led.${led.source}`)}</span>
          </p>
          {led.byHandMinutes > 0 && (
            <p className="small">{t("led.byHand", { hours: hoursText(led.byHandMinutes, t.lang) })}</p>
          )}
          {led.agreementId === null && <p className="small">{t("led.noAgreement")}</p>}
          <div className="cluster">
            {led.agreementId !== null && (
              <ActButton
                {...act}
                type="volunteer-hours.confirm"
                payload={() => ({ volunteerId, hours: confirmed([led]) })}
                label={t("led.confirm")}
              />
            )}
            <ActButton
              {...act}
              type="volunteer-hours.leave-out"
              payload={() => ({ volunteerId, source: led.source, sourceId: led.sourceId })}
              label={t("led.leaveOut")}
              kind="plain"
            />
          </div>
        </section>
      ))}
    </Card>
  );
}
