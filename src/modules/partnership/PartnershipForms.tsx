import { useState } from "react";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { today } from "../../platform/ui/clock.ts";
import { DateField } from "../../platform/ui/DateField.tsx";
import { TextArea, TextField } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { uuidv7 } from "../../platform/uuid.ts";
import { partnershipMessages } from "./messages.ts";
import type { Offer, Own, OwnMember } from "./PartnershipsScreen.tsx";

const stale = [["partnerships"], ["shares"]] as const;

function namesOf(text: string): string[] {
  return [...new Set(text.split(",").map((name) => name.trim()))].filter(Boolean);
}

/** A new partnership, or the one that stands; organisations are added, and end one by one. */
export function PartnershipForm({ own, onDone }: { own: Own | undefined; onDone: () => void }) {
  const t = useMessages(partnershipMessages);
  const [freshId] = useState(uuidv7);
  const form = useCommandForm({
    type: "partnership.record",
    messages: t,
    base: own?.version,
    initial: {
      name: own?.name ?? "",
      purpose: own?.purpose ?? "",
      validFrom: (own?.validFrom ?? today()) as string,
      validUntil: (own?.validUntil ?? "") as string,
      added: "",
    },
    build: ({ name, purpose, validFrom, validUntil, added }) => ({
      partnershipId: own?.id ?? freshId,
      name: name.trim(),
      purpose: purpose.trim() || null,
      validFrom,
      validUntil: validUntil || null,
      members: namesOf(added).map((shortName) => ({
        shortName,
        validFrom: own && validFrom < today() ? today() : validFrom,
        validUntil: null,
      })),
    }),
    check: ({ name, validFrom, validUntil }) => [
      ...(name.trim() ? [] : [{ path: "name", code: "field.required" }]),
      ...(validFrom ? [] : [{ path: "validFrom", code: "field.required" }]),
      ...(validUntil && validUntil < validFrom ? [{ path: "validUntil", code: "field.ends_before_it_starts" }] : []),
    ],
    invalidates: stale,
    onDone: () => {
      toast({ text: t("partnership.recorded") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t("partnership.record")}>
      <TextField label={t("partnership.name")} maxLength={300} required {...form.field("name")} />
      <TextArea label={t("purpose")} rows={3} maxLength={1000} {...form.field("purpose")} />
      <TextField label={t("partnership.add")} hint={t("partnership.addHint")} {...form.field("added")} />
      <DateField label={t("given.from")} quick={["today"]} {...form.field("validFrom")} />
      <DateField
        label={t("given.until")}
        hint={t("partnership.endHint")}
        quick={["today"]}
        {...form.field("validUntil")}
      />
    </CommandForm>
  );
}

export function EndMemberForm({ own, member, onDone }: { own: Own; member: OwnMember; onDone: () => void }) {
  const t = useMessages(partnershipMessages);
  const { id, name, purpose, validFrom, validUntil } = own;
  const form = useCommandForm<object>({
    type: "partnership.record",
    messages: t,
    base: own.version,
    initial: {},
    build: () => ({
      partnershipId: id,
      name,
      purpose,
      validFrom,
      validUntil,
      members: [],
      endings: [{ organisationId: member.organisationId, validUntil: today() }],
    }),
    invalidates: stale,
    onDone: () => {
      toast({ text: t("partnership.recorded") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t("partnership.endMember")} submitKind="danger">
      <p>
        <strong>{member.name}</strong>
      </p>
      <p>{t("partnership.leaveText")}</p>
    </CommandForm>
  );
}

export function JoinForm({ act, offer, onDone }: { act: "join" | "leave"; offer: Offer; onDone: () => void }) {
  const t = useMessages(partnershipMessages);
  const form = useCommandForm<object>({
    type: `partnership.${act}`,
    messages: t,
    initial: {},
    build: () => ({ organisationId: offer.organisationId, partnershipId: offer.id }),
    invalidates: stale,
    onDone: () => {
      toast({ text: t("partnership.recorded") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t(`partnership.${act}`)} submitKind={act === "leave" ? "danger" : "main"}>
      <p>
        <strong>{offer.name}</strong>, {offer.ownerName}
      </p>
      <p>{t(`partnership.${act}Text`)}</p>
    </CommandForm>
  );
}
