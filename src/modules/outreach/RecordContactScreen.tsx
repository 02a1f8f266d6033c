import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { sendCommand } from "../../platform/ui/api.ts";
import { Button } from "../../platform/ui/Button.tsx";
import { CheckField } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { now } from "../../platform/ui/clock.ts";
import { Followed } from "../../platform/ui/Followed.tsx";
import { FormSection } from "../../platform/ui/FormLayout.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { useGo, useUrlFilters, useVisit } from "../../platform/ui/navigation.ts";
import { Page } from "../../platform/ui/Page.tsx";
import { problemSentence } from "../../platform/ui/problemText.ts";
import { useSession } from "../../platform/ui/session.ts";
import { TextField } from "../../platform/ui/TextField.tsx";
import { uiMessages } from "../../platform/ui/uiMessages.ts";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { useRefused } from "../../platform/ui/useRefused.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { lastCardQuery, sitesQuery, streetPeopleQuery, streetPersonQuery, tonightQuery } from "./api.ts";
import { EmergencyCall, MinimumFields, MoreFields } from "./CardFields.tsx";
import {
  type CardValues,
  cardPaths,
  checkCard,
  emptyCard,
  identifyOf,
  mendedValues,
  recordOf,
  repeatCard,
} from "./cardValues.ts";
import type { ContactView, RecordContactInput, SiteLine, StreetPerson, Tonight } from "./contract.ts";
import { similarAliases } from "./field/aliasIndex.ts";
import { instantOfForm } from "./field/dayAndTime.ts";
import { LastTime } from "./field/LastTime.tsx";
import { PlannedWith } from "./field/PlannedWith.tsx";
import { type Saved, SavedCard } from "./field/SavedCard.tsx";
import { outreachMessages } from "./messages.ts";

/** A card in a minute: the six compulsory fields open, the rest folded; a known person's card comes filled in. */
export function RecordContactScreen() {
  const t = useMessages(outreachMessages);
  const [at] = useUrlFilters({ person: "", site: "", report: "" });
  const refused = useRefused<RecordContactInput>("contact.record");
  const personId = at.person || (refused.sent?.person?.personId ?? "");
  const tonight = useQuery(tonightQuery);
  const sites = useQuery(sitesQuery);
  const known = useQuery({ ...streetPersonQuery(personId, useQueryClient()), enabled: personId !== "" });
  const lastId = known.data?.person?.lastContactId ?? "";
  const last = useQuery({ ...lastCardQuery(lastId), enabled: lastId !== "" });
  const [round, setRound] = useState(0);
  const visit = useVisit();
  const [saved, setSaved] = useState<Saved & { visit: string }>();
  const go = useGo();
  // coming here once more, also by the bar, begins the next card
  const followedBy = saved?.visit === visit && (
    <Page title={t("title.record")} narrow>
      <SavedCard {...saved} onNext={() => go("/contacts/new")} />
    </Page>
  );
  const waits = refused.reading || (personId !== "" && known.isPending) || (lastId !== "" && last.isPending);
  return (
    <Followed by={followedBy}>
      <Page title={t("title.record")} narrow>
        <EmergencyCall />
        <Loaded query={tonight}>
          {(night) => (
            <Loaded query={sites}>
              {({ sites: all }) =>
                waits ? null : (
                  <CardForm
                    key={`${round}${personId}${refused.mends}`}
                    night={night}
                    sites={all}
                    known={known.data?.person ?? undefined}
                    last={last.data?.contact ?? undefined}
                    siteId={at.site}
                    reportId={at.report}
                    sent={refused.sent}
                    mends={refused.mends}
                    onSaved={(done) => {
                      setSaved({ ...done, visit });
                      setRound(round + 1);
                    }}
                  />
                )
              }
            </Loaded>
          )}
        </Loaded>
      </Page>
    </Followed>
  );
}

type CardFormProps = {
  night: Tonight;
  sites: readonly SiteLine[];
  known: StreetPerson | undefined;
  last: ContactView | undefined;
  siteId: string;
  /** The report of somebody else that the card answers. */
  reportId: string;
  /** The refused card that this one mends. */
  sent: RecordContactInput | undefined;
  mends: string | undefined;
  onSaved: (saved: Saved) => void;
};

/** The place of the card before: the next person usually sits beside. */
let placeBefore = "";

function startValues({ night, known, last, siteId, reportId, sent }: CardFormProps, accountId: string): CardValues {
  if (sent) return mendedValues(sent);
  const workers = night.shift ? night.shift.members.map(({ id }) => id) : [accountId];
  const empty = emptyCard(now().toISOString(), workers, siteId || (last || reportId ? "" : placeBefore));
  const fresh: CardValues = { ...empty, reportId, reportAnswer: reportId ? "TALK_HELD" : "" };
  if (last) return { ...repeatCard(fresh, last), personId: known?.personId ?? "" };
  if (!known) return fresh;
  return {
    ...fresh,
    personId: known.personId,
    sex: known.sex === "UNKNOWN" ? "" : known.sex,
    ageBand: known.ageBand ?? "",
    previousId: known.lastContactId ?? "",
  };
}

function CardForm(props: CardFormProps) {
  const { night, sites, known, last, mends, onSaved } = props;
  const t = useMessages(outreachMessages);
  const ui = useMessages(uiMessages);
  const session = useSession();
  const people = useQuery(streetPeopleQuery); // for likeness only: the card does not wait for it
  const form = useCommandForm<CardValues>({
    type: "contact.record",
    initial: startValues(props, session.account.id),
    build: (values) => recordOf(values, props.sent?.shiftId ?? night.shift?.id ?? null),
    check: checkCard,
    paths: cardPaths,
    messages: t,
    mends,
    occurredAt: (values) => instantOfForm(values) ?? now().toISOString(),
    invalidates: [["outreach"]],
    onDone: async (_, values) => {
      placeBefore = values.siteId;
      const told = identifyOf(values);
      const saved = { contactId: values.contactId, withTask: Boolean(values.nextStep.trim() && values.stepDueOn) };
      try {
        // the name is an act of its own after the card: refused or late, it takes nothing of the card with it
        if (told)
          await sendCommand("person.identify", {
            id: uuidv7(),
            v: 1,
            occurredAt: instantOfForm(values) ?? now().toISOString(),
            payload: told,
          });
        onSaved(saved);
      } catch (error) {
        onSaved({ ...saved, nameFailed: problemSentence(error, t, ui) });
      }
    },
  });
  const { values } = form;
  const whom =
    known?.personId === values.personId
      ? known
      : people.data?.people.find(({ personId }) => personId === values.personId);
  return (
    <CommandForm form={form} submit={t("act.record")} submitIcon="check">
      <FormSection question={t("card.whom")}>
        {whom ? (
          <>
            <Notice
              title={whom.name}
              actions={
                <Button onClick={() => form.set({ personId: "", previousId: "", previousStepOutcome: "" })}>
                  {t("act.another")}
                </Button>
              }
            >
              {whom.nextStep ? t("people.step", { step: whom.nextStep.text }) : t("card.known")}
            </Notice>
            <LastTime personId={whom.personId} last={last} />
            <PlannedWith personId={whom.personId} />
          </>
        ) : (
          <NewPerson form={form} people={people.data?.people ?? []} />
        )}
      </FormSection>
      <MinimumFields form={form} sites={sites} colleagues={night.colleagues} />
      <MoreFields
        form={form}
        agreed={whom?.nextStep?.text}
        repeat={Boolean(whom?.lastContactId)}
        mayTellName
        stock={night.stock}
      />
    </CommandForm>
  );
}

function NewPerson({
  form,
  people,
}: {
  form: ReturnType<typeof useCommandForm<CardValues>>;
  people: readonly StreetPerson[];
}) {
  const t = useMessages(outreachMessages);
  const typed = form.values.alias.trim();
  const similar = similarAliases(people, typed, 4);
  return (
    <>
      <TextField label={t("card.alias")} hint={t("card.aliasHint")} maxLength={60} {...form.field("alias")} />
      {similar.length > 0 && (
        <Notice
          tone="due"
          title={t("card.same")}
          actions={similar.map((each) => (
            <Button
              key={each.personId}
              onClick={() =>
                form.set({
                  personId: each.personId,
                  alias: "",
                  previousId: each.lastContactId ?? "",
                  sex: form.values.sex || (each.sex === "UNKNOWN" ? "" : each.sex),
                  ageBand: form.values.ageBand || (each.ageBand ?? ""),
                })
              }
            >
              {t("card.sameYes", { name: each.name })}
            </Button>
          ))}
        />
      )}
      {!typed && <CheckField label={t("card.notSeenBefore")} {...form.field("notSeenBefore")} />}
    </>
  );
}
