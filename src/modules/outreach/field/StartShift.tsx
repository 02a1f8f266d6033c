import { useQuery } from "@tanstack/react-query";
import { instantAt, localTimeIn } from "../../../platform/time/instant.ts";
import { addDays, type PlainDate } from "../../../platform/time/plainDate.ts";
import { MultiChoice } from "../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { now, today } from "../../../platform/ui/clock.ts";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { NumberField } from "../../../platform/ui/NumberField.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { useSession } from "../../../platform/ui/session.ts";
import { TimeField } from "../../../platform/ui/TimeField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { useRefused } from "../../../platform/ui/useRefused.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { routesQuery } from "../api.ts";
import type { Tonight } from "../contract.ts";
import { outreachMessages } from "../messages.ts";
import { warnPatrol } from "../rules.ts";
import { fieldMessages } from "./fieldMessages.ts";

const timeZone = "Europe/Warsaw";

/** The end of tonight's shift by its hour: tomorrow's where it lies before the start. `""` has none. */
export function plannedEndOf(startedAt: string, endsAt: string): string | null {
  if (!/^\d{2}:\d{2}$/.test(endsAt)) return null;
  const { day } = localTimeIn(startedAt, timeZone);
  const sameDay = instantAt(day, endsAt, timeZone);
  return sameDay > startedAt ? sameDay : instantAt(addDays(day, 1), endsAt, timeZone);
}

/** 1 Monday to 7 Sunday. */
export const weekdayOf = (day: PlainDate): number => new Date(`${day}T12:00:00Z`).getUTCDay() || 7;

/** Who goes tonight, which way, until when and how cold it gets; one alone is warned (R-OUT-02). */
export function StartShift({ colleagues }: { colleagues: Tonight["colleagues"] }) {
  const t = useMessages(outreachMessages);
  const f = useMessages(fieldMessages);
  const { account } = useSession();
  const { mends } = useRefused("shift.start");
  const routes = useQuery(routesQuery);
  const weekday = weekdayOf(today());
  const tonights = (routes.data?.routes ?? []).filter((route) => route.weekday === null || route.weekday === weekday);
  const form = useCommandForm({
    type: "shift.start",
    initial: {
      shiftId: uuidv7(),
      memberIds: [account.id] as readonly string[],
      routeId: "",
      endsAt: "",
      lowestCelsius: undefined as number | undefined,
    },
    build: ({ shiftId, memberIds, routeId, endsAt, lowestCelsius }) => {
      const startedAt = now().toISOString();
      return {
        shiftId,
        startedAt,
        plannedEnd: plannedEndOf(startedAt, endsAt || (tonights.find(({ id }) => id === routeId)?.endsAt ?? "")),
        memberIds: [...memberIds],
        routeId: routeId || null,
        lowestCelsius: lowestCelsius ?? null,
      };
    },
    check: ({ memberIds }) => (memberIds.length === 0 ? [{ path: "memberIds", code: "outreach.worker_missing" }] : []),
    messages: t,
    mends,
    invalidates: [["outreach"]],
    onDone: () => toast({ text: t("shift.started") }),
  });
  return (
    <section className="stack" aria-labelledby="start-shift">
      <h2 id="start-shift">{t("tonight.noShift")}</h2>
      <p className="soft">{t("tonight.noShiftText")}</p>
      <CommandForm form={form} submit={t("act.startShift")} submitIcon="check">
        <MultiChoice
          label={t("shift.who")}
          options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.field("memberIds")}
        />
        {warnPatrol(form.values.memberIds) && <Notice tone="due">{t("shift.single")}</Notice>}
        {tonights.length > 0 && (
          <SelectField
            label={f("shift.route")}
            options={tonights.map(({ id, name, startsAt, endsAt }) => ({
              value: id,
              label: [name, [startsAt, endsAt].filter(Boolean).join("–")].filter(Boolean).join(", "),
            }))}
            {...form.field("routeId")}
          />
        )}
        <TimeField label={f("shift.until")} {...form.field("endsAt")} />
        <NumberField label={t("shift.lowest")} size={4} {...form.field("lowestCelsius")} />
      </CommandForm>
    </section>
  );
}
