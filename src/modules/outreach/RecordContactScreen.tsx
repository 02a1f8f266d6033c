import { useQuery } from "@tanstack/react-query";
import { Button } from "../../platform/ui/Button.tsx";
import { CheckField } from "../../platform/ui/ChoiceField.tsx";
import { now } from "../../platform/ui/clock.ts";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { fold } from "../../platform/ui/fold.ts";
import { FormSection } from "../../platform/ui/FormLayout.tsx";
import { useGo, useUrlFilters } from "../../platform/ui/navigation.ts";
import { Notice } from "../../platform/ui/Notices.tsx";
import { Page } from "../../platform/ui/Page.tsx";
import { useSession } from "../../platform/ui/session.ts";
import { TextField } from "../../platform/ui/TextField.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { contactQuery, sitesQuery, streetPeopleQuery, tonightQuery } from "./api.ts";
import { EmergencyCall, MinimumFields, MoreFields } from "./CardFields.tsx";
import { type CardValues, cardPaths, checkCard, contactAtOf, emptyCard, recordOf, repeatCard } from "./cardValues.ts";
import type { ContactView, SiteLine, StreetPerson, Tonight } from "./contract.ts";
import { outreachMessages } from "./messages.ts";
import { useState } from "react";

/** A card in a minute: the six compulsory fields open, the rest folded; a known person's card comes filled in. */
export function RecordContactScreen() {
  const t = useMessages(outreachMessages);
  const [at] = useUrlFilters({ person: "", site: "" });
  const tonight = useQuery(tonightQuery);
  const sites = useQuery(sitesQuery);
  const people = useQuery(streetPeopleQuery);
  const known = people.data?.people.find(({ personId }) => personId === at.person);
  const lastId = known?.lastContactId ?? "";
  const last = useQuery({ ...contactQuery(lastId), enabled: lastId !== "" });
  const [round, setRound] = useState(0);
  const [saved, setSaved] = useState<Saved>();
  const go = useGo();
  if (saved) {
    const next = () => {
      setSaved(undefined);
      setRound(round + 1);
      go("/contacts/new");
    };
    return (
      <Page title={t("title.record")} narrow>
        <SavedCard {...saved} onNext={next} />
      </Page>
    );
  }
  return (
    <Page title={t("title.record")} narrow>
      <EmergencyCall />
      <Loaded query={tonight}>
        {(night) => (
          <Loaded query={sites}>
            {({ sites: all }) => (
              <Loaded query={people}>
                {({ people: everybody }) => {
                  const parts = { night, sites: all, people: everybody, known, siteId: at.site };
                  if (lastId === "") return <CardForm key={`${round}${at.person}`} {...parts} onSaved={setSaved} />;
                  return (
                    <Loaded query={last}>
                      {({ contact }) => (
                        <CardForm key={`${round}${at.person}`} {...parts} last={contact} onSaved={setSaved} />
                      )}
                    </Loaded>
                  );
                }}
              </Loaded>
            )}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

type CardFormProps = {
  night: Tonight;
  sites: readonly SiteLine[];
  people: readonly StreetPerson[];
  known: StreetPerson | undefined;
  siteId: string;
  last?: ContactView;
  onSaved: (saved: Saved) => void;
};

type Saved = { contactId: string; withTask: boolean };

/** The place of the card before: the next person usually sits beside. */
let placeBefore = "";

function startValues({ night, known, last, siteId }: CardFormProps, accountId: string): CardValues {
  const workers = night.shift ? night.shift.members.map(({ id }) => id) : [accountId];
  const fresh = emptyCard(now().toISOString(), workers, siteId || (last ? "" : placeBefore));
  if (last) return { ...repeatCard(fresh, last), personId: known?.personId ?? "" };
  return known ? { ...fresh, personId: known.personId, sex: known.sex === "UNKNOWN" ? "" : known.sex } : fresh;
}

function CardForm(props: CardFormProps) {
  const { night, sites, people, onSaved } = props;
  const t = useMessages(outreachMessages);
  const session = useSession();
  const form = useCommandForm<CardValues>({
    type: "contact.record",
    initial: startValues(props, session.account.id),
    build: (values) => recordOf(values, night.shift?.id ?? null),
    check: checkCard,
    paths: cardPaths,
    messages: t,
    occurredAt: (values) => contactAtOf(values) ?? now().toISOString(),
    invalidates: [["outreach"]],
    onDone: (answer, values) => {
      placeBefore = values.siteId;
      onSaved({
        contactId: answer.ids.contact ?? "",
        withTask: Boolean(values.nextStep.trim() && values.stepDueOn),
      });
      window.scrollTo({ top: 0 });
    },
  });
  const { values } = form;
  const whom = people.find(({ personId }) => personId === values.personId);
  return (
    <CommandForm form={form} submit={t("act.record")} submitIcon="check">
      <FormSection question={t("card.whom")}>
        {whom ? (
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
        ) : (
          <NewPerson form={form} people={people} />
        )}
      </FormSection>
      <MinimumFields form={form} sites={sites} colleagues={night.colleagues} />
      <MoreFields form={form} agreed={whom?.nextStep?.text} repeat={Boolean(whom?.lastContactId)} />
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
  const typed = fold(form.values.alias);
  const similar = typed.length < 2 ? [] : people.filter(({ name }) => fold(name).includes(typed)).slice(0, 4);
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

/** What was saved, in words, with what to do next. */
function SavedCard({ contactId, withTask, onNext }: Saved & { onNext: () => void }) {
  const t = useMessages(outreachMessages);
  const go = useGo();
  const saved = useQuery(contactQuery(contactId));
  return (
    <div className="stack" role="status">
      <Loaded query={saved}>
        {({ contact }) => (
          <>
            <Notice
              tone="confirmed"
              title={contact.kind === "FIRST" ? t("saved.first") : t("saved.repeat", { count: contact.contactNo })}
            >
              <p>{contact.personName ? t("saved.whom", { name: contact.personName }) : t("saved.anonymous")}</p>
              {withTask && <p>{t("saved.step")}</p>}
              {contact.missing.length > 0 && (
                <p className="soft">
                  {t("saved.missing", {
                    fields: contact.missing.map((field) => t.maybe(`missing.${field}`) ?? field).join(", "),
                  })}
                </p>
              )}
            </Notice>
            {contact.warnings.map((warning) => (
              <Notice key={warning} tone="due">
                {t(warning)}
              </Notice>
            ))}
          </>
        )}
      </Loaded>
      <div className="cluster">
        <Button kind="main" icon="plus" onClick={onNext}>
          {t("act.recordNext")}
        </Button>
        <Button onClick={() => go("/tonight")}>{t("act.toTonight")}</Button>
        <Button onClick={() => go(`/contacts/${contactId}`)}>{t("act.readCard")}</Button>
      </div>
    </div>
  );
}
