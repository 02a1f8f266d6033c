import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ActButton } from "../../platform/ui/ActButton.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { formatWeekday } from "../../platform/ui/format.ts";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { consultationKeys, slotsQuery } from "../counselling/api.ts";
import { consultantRoles } from "../counselling/codes.ts";
import type { DutyDayLine } from "../counselling/contract.ts";
import { counsellingMessages } from "../counselling/messages.ts";
import { talkMessages } from "./talkMessages.ts";

type Own = { personId: string; onDone: () => void };

/** With whom, and which free hour; what it is about is not asked. Nothing of it stays on the device. */
export function BookTalk(own: Own) {
  const t = useMessages(talkMessages);
  const words = useMessages(counsellingMessages);
  const [role, setRole] = useState("");
  return (
    <div className="mine stack">
      <p>{t("noTopic")}</p>
      <SelectField
        label={t("with")}
        hint={t("withHint")}
        name="role"
        value={role}
        onChange={setRole}
        options={consultantRoles.map((value) => ({ value, label: words(`role.${value}`) }))}
      />
      {role && <Hours key={role} role={role} {...own} />}
    </div>
  );
}

function Hours({ role, ...own }: Own & { role: string }) {
  const t = useMessages(talkMessages);
  const words = useMessages(counsellingMessages);
  const slots = useQuery(slotsQuery("", role));
  return (
    <Loaded query={slots} lines={3}>
      {({ days }) => {
        const free = freeHours(days);
        if (free.length > 0) return <Free free={free} {...own} />;
        return (
          <div className="stack">
            <p>{t("noneFree")}</p>
            <ActButton
              type="waiting.join"
              payload={() => ({ waitingId: uuidv7(), personId: own.personId, role })}
              label={t("join")}
              kind="main"
              messages={words}
              invalidates={consultationKeys}
              onDone={() => {
                toast({ text: t("joined") });
                own.onDone();
              }}
            />
          </div>
        );
      }}
    </Loaded>
  );
}

type Free = Pick<DutyDayLine, "consultantDutyId" | "day" | "place"> & { startsAt: string };

function freeHours(days: readonly DutyDayLine[]): Free[] {
  return days.flatMap(({ consultantDutyId, day, place, slots }) =>
    slots.filter(({ state }) => state === "FREE").map(({ startsAt }) => ({ consultantDutyId, day, place, startsAt })),
  );
}

function Free({ free, personId, onDone }: Own & { free: readonly Free[] }) {
  const t = useMessages(talkMessages);
  const words = useMessages(counsellingMessages);
  const form = useCommandForm({
    type: "booking.make",
    messages: words,
    draft: false,
    initial: { at: "" },
    check: ({ at }) => (at ? [] : [{ path: "at", code: "field.required" }]),
    build: ({ at }) => {
      const hour = free[Number(at)];
      return {
        bookingId: uuidv7(),
        personId,
        consultantDutyId: hour?.consultantDutyId,
        day: hour?.day,
        startsAt: hour?.startsAt,
      };
    },
    invalidates: consultationKeys,
    onDone: () => {
      toast({ text: t("booked") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t("bookIt")}>
      <SelectField
        label={t("hour")}
        options={free.map(({ day, startsAt, place }, at) => ({
          value: String(at),
          label: `${t("when", { day: formatWeekday(day, t.lang), time: startsAt })} · ${place}`,
        }))}
        {...form.field("at")}
      />
    </CommandForm>
  );
}
