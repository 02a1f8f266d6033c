import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { MultiChoice } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { today } from "../../platform/ui/clock.ts";
import { DateField } from "../../platform/ui/DateField.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { useSession } from "../../platform/ui/session.ts";
import { TextArea } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { sectionReaders } from "../casework/access.ts";
import { caseworkMessages } from "../casework/messages.ts";
import { partnersQuery } from "./api.ts";
import { type LegalBasis, legalBases, type ShareableSection, shareableSections } from "./codes.ts";
import type { PartnersView } from "./contract.ts";
import { partnershipMessages } from "./messages.ts";

type Props = { personId: string; onDone: () => void };

/** Who may read which parts, why and until when. Chosen at first: as little as there is. */
export function GiveShareForm(props: Props) {
  const t = useMessages(partnershipMessages);
  const read = useQuery(partnersQuery);
  return (
    <Loaded query={read}>
      {({ partners }) =>
        partners.length === 0 ? (
          <EmptyState title={t("partners.none")} text={t("partners.noneNext")} />
        ) : (
          <Fields {...props} partners={partners} />
        )
      }
    </Loaded>
  );
}

function Fields({ personId, onDone, partners }: Props & PartnersView) {
  const t = useMessages(partnershipMessages);
  const c = useMessages(caseworkMessages);
  const { roles } = useSession();
  const [shareId] = useState(uuidv7);
  const mine = shareableSections.filter((section) => roles.some((role) => role in sectionReaders[section]));
  const form = useCommandForm({
    type: "share.give",
    messages: t,
    initial: {
      toOrganisationId: partners.length === 1 ? (partners[0]?.id ?? "") : "",
      sections: ["CORE"] as readonly ShareableSection[],
      legalBasis: "ART_6_1_E" as LegalBasis | "",
      purpose: "",
      validFrom: today() as string,
      validUntil: "",
    },
    build: (values) => ({ shareId, personId, ...values }),
    check: ({ toOrganisationId, sections, purpose, validFrom, validUntil }) => [
      ...(toOrganisationId ? [] : [{ path: "toOrganisationId", code: "field.required" }]),
      ...(sections.length > 0 ? [] : [{ path: "sections", code: "field.required" }]),
      ...(purpose.trim().length >= 5 ? [] : [{ path: "purpose", code: "field.required" }]),
      ...(validFrom ? [] : [{ path: "validFrom", code: "field.required" }]),
      ...(validUntil ? [] : [{ path: "validUntil", code: "field.required" }]),
    ],
    invalidates: [["shares", "given", personId], ["timeline"]],
    onDone: () => {
      toast({ text: t("given") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t("act.give")}>
      <SelectField
        label={t("given.toWhom")}
        options={partners.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.field("toOrganisationId")}
      />
      <MultiChoice
        label={t("sections")}
        options={mine.map((value) => ({ value, label: c.maybe(`section.${value}`) ?? value }))}
        {...form.field("sections")}
      />
      <TextArea label={t("purpose")} hint={t("purpose.hint")} rows={2} maxLength={500} {...form.field("purpose")} />
      <SelectField
        label={t("legalBasis")}
        empty={false}
        options={legalBases.map((value) => ({ value, label: t(`basis.${value}`) }))}
        {...form.field("legalBasis")}
      />
      <DateField label={t("given.from")} quick={["today"]} {...form.field("validFrom")} />
      <DateField label={t("given.until")} quick={[]} {...form.field("validUntil")} />
    </CommandForm>
  );
}
