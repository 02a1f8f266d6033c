import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { useDeviceState } from "../../../platform/ui/carrier.ts";
import { now } from "../../../platform/ui/clock.ts";
import { FormSection } from "../../../platform/ui/FormLayout.tsx";
import { formatClock } from "../../../platform/ui/format.ts";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { useGo } from "../../../platform/ui/navigation.ts";
import { Card } from "../../../platform/ui/Page.tsx";
import { TextArea } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import type { ShiftView } from "../contract.ts";
import { outreachMessages } from "../messages.ts";
import { refuseShiftEnd, warnPatrol } from "../rules.ts";
import { CardsOfShift } from "./CardsOfShift.tsx";
import { fieldMessages } from "./fieldMessages.ts";

/** The shift in a glance: hours and cold, who goes, what the frost switches on, the numbers that nobody counts. */
export function ShiftHead({ shift }: { shift: ShiftView }) {
  const t = useMessages(outreachMessages);
  const f = useMessages(fieldMessages);
  const go = useGo();
  const onPhone = useDeviceState()?.status === "open";
  const form = useCommandForm({
    type: "shift.end",
    initial: { reflections: "" },
    build: ({ reflections }) => ({
      shiftId: shift.id,
      endedAt: now().toISOString(),
      reflections: reflections.trim() || null,
    }),
    check: () => {
      const code = refuseShiftEnd(shift.startedAt, now().toISOString());
      return code ? [{ path: "reflections", code }] : [];
    },
    messages: t,
    invalidates: [["outreach"]],
    onDone: () => {
      toast({ text: t("shift.ended") });
      go(`/work-report/${shift.id}`);
    },
  });
  const { contactsFirst, contactsRepeat, known, unknown } = shift.counts;
  const from = formatClock(shift.startedAt, t.lang);
  const hours = shift.plannedEnd ? `${from}–${formatClock(shift.plannedEnd, t.lang)}` : from;
  return (
    <Card
      title={shift.plannedEnd ? f("shift.hours", { hours }) : t("tonight.shiftSince", { time: from })}
      actions={
        shift.lowestCelsius !== null && (
          <strong className="degrees">{f("shift.degrees", { degrees: shift.lowestCelsius })}</strong>
        )
      }
    >
      <p>{shift.members.map(({ name }) => name).join(", ")}</p>
      {warnPatrol(shift.members.map(({ id }) => id)) && <Notice tone="due">{t("shift.single")}</Notice>}
      {shift.frost.length > 0 && (
        <Notice tone="due" title={t("tonight.frost")}>
          {t("tonight.frostText", { degrees: shift.lowestCelsius ?? 0 })}
        </Notice>
      )}
      <p className="soft">{t("tonight.counts", { first: contactsFirst, repeat: contactsRepeat, known, unknown })}</p>
      {onPhone && (
        <FormSection question={f("shift.cards")} optional lazy hint={f("shift.cardsHint")}>
          <CardsOfShift />
        </FormSection>
      )}
      <FormSection question={t("shift.endTitle")} optional lazy hint={f("shift.endHint")}>
        <div className="in-card">
          <CommandForm form={form} submit={t("act.endShift")} submitKind="quiet">
            <TextArea label={t("shift.reflections")} maxLength={10_000} {...form.field("reflections")} />
          </CommandForm>
        </div>
      </FormSection>
    </Card>
  );
}
