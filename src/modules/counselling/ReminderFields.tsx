import { useQuery } from "@tanstack/react-query";
import { CheckField, ChoiceField } from "../../platform/ui/ChoiceField.tsx";
import { formatInstant } from "../../platform/ui/format.ts";
import { Notice } from "../../platform/ui/Notices.tsx";
import { TextField } from "../../platform/ui/TextField.tsx";
import type { CommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { preferenceQuery } from "./api.ts";
import { type ReminderPreferenceChannel, reminderPreferences } from "./codes.ts";
import type { PreferenceView } from "./contract.ts";
import { counsellingMessages } from "./messages.ts";

/** What is said of the reminder while somebody is booked. `address` null: as the file has it. */
export type ReminderValues = { channel: ReminderPreferenceChannel | ""; address: string | null; fromNow: boolean };
/** The whole form of a booking. */
export type BookingValues = ReminderValues & { whom: "PERSON" | "OPEN" | ""; personId: string };
export const noReminderYet: ReminderValues = { channel: "", address: null, fromNow: false };

const isMessage = (channel: string) => channel === "SMS" || channel === "EMAIL";

/** How the person of a booking wants to be reminded; asked of nobody for the open offer. */
export function usePreference(personId: string) {
  return useQuery({ ...preferenceQuery(personId), enabled: personId !== "" });
}

/**
 * What will be sent: the way chosen now, else the one said once, as far as a message is safe; and whether the answer is kept.
 * `channel` empty: still to be asked, for a person of whom it is not known.
 */
export function settledReminder(values: ReminderValues, view: PreferenceView | undefined, forPerson: boolean) {
  const noted = view?.noted[0]?.channel;
  const known = noted && (view.mayMessage || !isMessage(noted)) ? noted : undefined;
  const channel: ReminderPreferenceChannel | "" = values.channel || (known ?? (forPerson ? "" : "NONE"));
  const onFile = (channel === "SMS" ? view?.phone : channel === "EMAIL" ? view?.email : null) ?? "";
  const address = values.address ?? onFile; // as it is typed

  const asked = forPerson && channel !== "" && channel !== noted && (noted === undefined || values.fromNow);
  return {
    channel,
    address,
    changes: noted !== undefined && channel !== noted,
    reminder: isMessage(channel) ? { channel, address: address.trim() } : null,
    preference: asked ? channel : null,
  };
}

/** The question of the reminder in a form of booking, with what the person said once. */
export function ReminderFields({
  form,
  view,
  forPerson,
}: {
  form: CommandForm<BookingValues>;
  view: PreferenceView | undefined;
  forPerson: boolean;
}) {
  const t = useMessages(counsellingMessages);
  const { channel, address, changes } = settledReminder(form.values, view, forPerson);
  const [last] = view?.noted ?? [];
  const unsafe = forPerson && view?.mayMessage === false;
  const options = reminderPreferences.filter((one) => !(unsafe && isMessage(one)));
  const hint = !forPerson
    ? t("remind.hint")
    : last
      ? t("remind.known", {
          channel: t(`remind.${last.channel}`),
          who: last.notedBy,
          day: formatInstant(last.notedAt, t.lang),
        })
      : t("remind.askOnce");
  return (
    <>
      {unsafe && <Notice tone="due" title={t("remind.unsafe")} />}
      <ChoiceField
        label={t("remind.how")}
        hint={hint}
        options={options.map((value) => ({ value, label: t(`remind.${value}`) }))}
        required={forPerson}
        {...form.field("channel")}
        value={channel}
        onChange={(chosen) => form.set({ channel: chosen, address: null })}
      />
      {isMessage(channel) && (
        <TextField
          label={t(channel === "SMS" ? "remind.phone" : "remind.email")}
          hint={t("remind.hint")}
          inputMode={channel === "SMS" ? "tel" : "email"}
          maxLength={200}
          required
          {...form.field("address")}
          value={address}
        />
      )}
      {forPerson && changes && <CheckField label={t("remind.fromNow")} {...form.field("fromNow")} />}
    </>
  );
}
