import { useQuery } from "@tanstack/react-query";
import { Button } from "../../../platform/ui/Button.tsx";
import { CheckField } from "../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { FormSection } from "../../../platform/ui/FormLayout.tsx";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { MoneyField, NumberField } from "../../../platform/ui/NumberField.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { TextField } from "../../../platform/ui/TextField.tsx";
import { TimeField } from "../../../platform/ui/TimeField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../../platform/uuid.ts";
import { activitiesStale, leadersQuery } from "../api.ts";
import { PersonFinder } from "../PersonFinder.tsx";
import { type GatheringKind, type GatheringLead, gatheringKinds, gatheringLeads } from "./codes.ts";
import type { GatheringCard } from "./contract.ts";
import { gatheringMessages } from "./messages.ts";

type Someone = { personId: string; name: string; hours: number | undefined };

/** Enters what was held, plans what is ahead, or corrects `known`. */
export function GatheringForm({
  unitId,
  known,
  onDone,
}: {
  unitId: string;
  known?: GatheringCard;
  onDone: (gatheringId: string) => void;
}) {
  const t = useMessages(gatheringMessages);
  const leaders = useQuery(leadersQuery(unitId));
  const form = useCommandForm({
    type: "gathering.record",
    draft: false,
    messages: t,
    initial: {
      kind: (known?.kind ?? "") as GatheringKind | "",
      day: (known?.day ?? today()) as string,
      startsAt: known?.startsAt ?? "",
      hours: known ? known.minutes / 60 : (undefined as number | undefined),
      lead: (known?.lead ?? "STAFF") as GatheringLead | "",
      leaderName: known?.leaderName ?? "",
      volunteerId: known?.volunteerId ?? "",
      place: known?.place ?? "",
      roomId: known?.roomId ?? "",
      partner: known?.partner ?? "",
      topic: known?.topic ?? "",
      need: known?.need ?? "",
      costGrosze: known?.costGrosze ?? (undefined as number | undefined),
      namesAgreed: known?.namesAgreed ?? false,
      counted: (known?.counted ?? 0) as number | undefined,
      participants: (known?.participants ?? []).map(
        ({ personId, name, helpedMinutes }): Someone => ({
          personId,
          name,
          hours: helpedMinutes === null ? undefined : helpedMinutes / 60,
        }),
      ) as readonly Someone[],
    },
    paths: { minutes: "hours" },
    check: ({ kind, day, startsAt, hours, lead }) =>
      Object.entries({ kind, day, startsAt, hours: hours ?? "", lead }).flatMap(([path, value]) =>
        value === "" ? [{ path, code: "field.required" }] : [],
      ),
    build: ({ hours, roomId, volunteerId, costGrosze, participants, counted, ...values }) => ({
      ...values,
      gatheringId: known?.id ?? uuidv7(),
      unitId,
      minutes: Math.round((hours ?? 0) * 60),
      roomId: roomId || null,
      leaderName: values.lead === "STAFF" || values.lead === "GUEST" ? values.leaderName : "",
      volunteerId: values.lead === "VOLUNTEER" && volunteerId ? volunteerId : null,
      need: values.kind === "COMMUNITY" ? values.need : "",
      costGrosze: costGrosze ?? null,
      counted: isAhead(values.day) ? 0 : (counted ?? 0),
      participants: (asksNames(values) && !isAhead(values.day) ? participants : []).map(
        ({ personId, hours: helped }) => ({
          personId,
          helpedMinutes: values.kind === "COMMUNITY" && helped ? Math.round(helped * 60) : null,
        }),
      ),
    }),
    ...(known ? { base: known.version } : {}),
    invalidates: activitiesStale,
    onDone: ({ ids }) => {
      toast({ text: t("saved") });
      onDone(ids.gathering ?? "");
    },
  });
  const { values } = form;
  const people = values.participants;
  const change = (personId: string, hours: number | undefined) =>
    form.set({ participants: people.map((one) => (one.personId === personId ? { ...one, hours } : one)) });
  const volunteers = leaders.data?.volunteers ?? [];
  const rooms = leaders.data?.rooms ?? [];
  return (
    <CommandForm form={form} submit={t(known ? "gathering.edit" : "gathering.new")}>
      <FormSection question={t("what.when")}>
        <SelectField
          label={t("kind")}
          required
          options={gatheringKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          {...form.field("kind")}
        />
        <DateField label={t("day")} required {...form.field("day")} />
        <TimeField label={t("startsAt")} required {...form.field("startsAt")} />
        <NumberField
          label={t("hours")}
          decimals={2}
          unit={t("unit.hours")}
          size={5}
          required
          {...form.field("hours")}
        />
        {rooms.length > 0 && (
          <SelectField
            label={t("room")}
            hint={t("room.hint")}
            empty={t("room.none")}
            options={rooms.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.field("roomId")}
          />
        )}
        <TextField label={t("place")} maxLength={200} {...form.field("place")} />
        <TextField label={t("partner")} maxLength={200} {...form.field("partner")} />
        <TextField label={t("topic")} hint={t("topic.hint")} maxLength={200} {...form.field("topic")} />
        {values.kind === "COMMUNITY" && <TextField label={t("need")} maxLength={200} {...form.field("need")} />}
        <MoneyField label={t("cost")} {...form.field("costGrosze")} />
      </FormSection>
      <FormSection question={t("lead")}>
        <SelectField
          label={t("lead")}
          required
          empty={false}
          options={gatheringLeads.map((value) => ({ value, label: t(`lead.${value}`) }))}
          {...form.field("lead")}
        />
        {(values.lead === "STAFF" || values.lead === "GUEST") && (
          <TextField label={t("leaderName")} maxLength={200} {...form.field("leaderName")} />
        )}
        {values.lead === "VOLUNTEER" &&
          (volunteers.length === 0 && leaders.data ? (
            <Notice tone="due">{t("volunteer.none")}</Notice>
          ) : (
            <SelectField
              label={t("volunteer")}
              options={volunteers.map(({ id, name }) => ({ value: id, label: name }))}
              {...form.field("volunteerId")}
            />
          ))}
      </FormSection>
      <FormSection question={t("who")}>
        {values.kind === "SELF_HELP" && (
          <CheckField label={t("namesAgreed")} hint={t("namesAgreed.hint")} {...form.field("namesAgreed")} />
        )}
        {isAhead(values.day) ? (
          <p className="soft">{t("who.later")}</p>
        ) : (
          <NumberField label={t("counted")} size={5} {...form.field("counted")} />
        )}
        {asksNames(values) && !isAhead(values.day) && (
          <>
            {people.map(({ personId, name, hours }) => (
              <div key={personId} className="edit-line">
                <p className="cluster">
                  <strong>{name}</strong>
                  <Button
                    kind="plain"
                    onClick={() => form.set({ participants: people.filter((one) => one.personId !== personId) })}
                  >
                    {t("person.remove", { name })}
                  </Button>
                </p>
                {values.kind === "COMMUNITY" && (
                  <NumberField
                    label={t("helped", { name })}
                    decimals={2}
                    unit={t("unit.hours")}
                    size={5}
                    value={hours}
                    onChange={(next) => change(personId, next)}
                  />
                )}
              </div>
            ))}
            <PersonFinder
              label={t("person.add")}
              without={new Set(people.map(({ personId }) => personId))}
              onAdd={(one) => form.set({ participants: [...people, { ...one, hours: undefined }] })}
            />
          </>
        )}
      </FormSection>
    </CommandForm>
  );
}

/** A meeting that is planned: nobody was there yet. */
const isAhead = (day: string): boolean => day > today();

/** A self-help group is asked first. */
function asksNames({ kind, namesAgreed }: { kind: GatheringKind | ""; namesAgreed: boolean }): boolean {
  return kind !== "SELF_HELP" || namesAgreed;
}
