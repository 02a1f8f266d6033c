import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ActButton } from "../../../platform/ui/ActButton.tsx";
import { Button, IconButton } from "../../../platform/ui/Button.tsx";
import { ChoiceField } from "../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { Card, Page } from "../../../platform/ui/Page.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { TextField } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../../platform/uuid.ts";
import { OfUnit } from "../ActivityNav.tsx";
import { activitiesStale, offerDayQuery } from "../api.ts";
import { PersonFinder } from "../PersonFinder.tsx";
import { type OfferService, offerServices } from "./codes.ts";
import type { OfferDay } from "./contract.ts";
import { offerMessages } from "./messages.ts";
import "../../../platform/ui/record.css";
import "./evening.css";

/** Who came on a day: taps for people without names, a tap for who came lately, an alias for somebody new. */
export function EveningScreen() {
  const t = useMessages(offerMessages);
  const [day, setDay] = useState<string>(today());
  return (
    <Page title={t("evening")} back={{ to: "/activities", label: t("back") }} narrow>
      <OfUnit>
        {(unitId) => (
          <>
            <DateField label={t("day")} value={day} onChange={setDay} quick={["today", "yesterday"]} />
            {day && <Day key={`${unitId} ${day}`} unitId={unitId} day={day} />}
          </>
        )}
      </OfUnit>
    </Page>
  );
}

function Day({ unitId, day }: { unitId: string; day: string }) {
  const query = useQuery(offerDayQuery(unitId, day));
  return (
    <Loaded query={query} lines={6}>
      {(view) => (
        <div className="stack">
          {view.mayWrite && <Entry unitId={unitId} view={view} />}
          <Standing view={view} />
        </div>
      )}
    </Loaded>
  );
}

/** One who is named: a known person or somebody new. */
type Named = { key: string; name: string; personId: string | null; service: OfferService; sessionId: string | null };
type Values = { taps: Partial<Record<OfferService, number>>; named: readonly Named[] };

const countOf = ({ taps, named }: Values) =>
  named.length + Object.values(taps).reduce((sum, taken) => sum + (taken ?? 0), 0);

function Entry({ unitId, view }: { unitId: string; view: OfferDay }) {
  const t = useMessages(offerMessages);
  const form = useCommandForm<Values>({
    type: "offer-visit.record",
    messages: t,
    draft: false,
    initial: { taps: {}, named: [] },
    check: (values) => (countOf(values) === 0 ? [{ path: "named", code: "field.required" }] : []),
    build: ({ taps, named }) => ({
      unitId,
      day: view.day,
      visits: [
        ...offerServices.flatMap((service) =>
          taps[service] ? [{ ...blank, visitId: uuidv7(), service, people: taps[service] }] : [],
        ),
        ...named.map(({ name, personId, service, sessionId }) => ({
          ...blank,
          visitId: uuidv7(),
          service,
          sessionId,
          personId,
          newcomer: personId ? null : { personId: uuidv7(), alias: name },
        })),
      ],
    }),
    invalidates: activitiesStale,
    onDone: ({ ids }) => {
      const already = Number(ids.already ?? 0);
      toast({ text: already > 0 ? t("saved.already", { count: already }) : t("saved") });
      form.reset({ taps: {}, named: [] });
    },
  });
  const { taps, named } = form.values;
  const tap = (service: OfferService, step: number) =>
    form.set({ taps: { ...taps, [service]: Math.max(0, Math.min(500, (taps[service] ?? 0) + step)) } });
  const add = (one: Omit<Named, "key">) => form.set({ named: [...named, { ...one, key: uuidv7() }] });
  return (
    <CommandForm form={form} submit={t("save", { count: countOf(form.values) })}>
      <Card title={t("tap")}>
        <p className="soft">{t("tap.hint")}</p>
        <ul className="taps">
          {offerServices.map((service) => (
            <li key={service}>
              <button type="button" className="button tap" onClick={() => tap(service, 1)}>
                <span>{t(`service.${service}`)}</span>
                <strong className="tap-count">{taps[service] ?? 0}</strong>
                <span className="visually-hidden">{t("tap.more")}</span>
              </button>
              {(taps[service] ?? 0) > 0 && (
                <IconButton
                  icon="minus"
                  label={t("tap.less", { service: t(`service.${service}`) })}
                  onClick={() => tap(service, -1)}
                />
              )}
            </li>
          ))}
        </ul>
      </Card>
      <NamedCard view={view} named={named} onAdd={add} />
      <Card title={t("ready")}>
        {countOf(form.values) === 0 && <p className="soft">{t("ready.none")}</p>}
        {named.map((one) => (
          <p key={one.key} className="cluster">
            <span>{`${one.name}, ${t(`service.${one.service}`)}`}</span>
            <Button kind="plain" onClick={() => form.set({ named: named.filter((other) => other !== one) })}>
              {t("remove")}
            </Button>
          </p>
        ))}
      </Card>
    </CommandForm>
  );
}

const blank = { personId: null, newcomer: null, people: 1, minutes: null, sessionId: null };

function NamedCard({
  view,
  named,
  onAdd,
}: {
  view: OfferDay;
  named: readonly Named[];
  onAdd: (one: Omit<Named, "key">) => void;
}) {
  const t = useMessages(offerMessages);
  const [service, setService] = useState<OfferService>("INTEGRATION");
  const [sessionId, setSessionId] = useState("");
  const [alias, setAlias] = useState("");
  const of = { service, sessionId: service === "WORKSHOP_OPEN" && sessionId ? sessionId : null };
  const taken = new Set([
    ...named.filter((one) => one.service === service).map(({ personId }) => personId),
    ...view.visits.filter((one) => one.service === service).map(({ personId }) => personId),
  ]);
  const free = view.lately.filter(({ personId }) => !taken.has(personId));
  return (
    <Card title={t("named")}>
      <ChoiceField
        label={t("service")}
        options={offerServices.map((value) => ({ value, label: t(`service.${value}`) }))}
        value={service}
        onChange={(value) => value && setService(value)}
      />
      {service === "WORKSHOP_OPEN" && view.sessions.length > 0 && (
        <SelectField
          label={t("session")}
          options={view.sessions.map(({ id, name, startsAt }) => ({ value: id, label: `${startsAt} ${name}` }))}
          value={sessionId}
          onChange={setSessionId}
        />
      )}
      {free.length > 0 && (
        <section className="stack-tight" aria-label={t("named.lately")}>
          <h3>{t("named.lately")}</h3>
          <div className="cluster">
            {free.map(({ personId, name }) => (
              <Button key={personId} icon="plus" onClick={() => onAdd({ ...of, personId, name })}>
                {name}
              </Button>
            ))}
          </div>
        </section>
      )}
      <TextField label={t("alias")} hint={t("alias.hint")} maxLength={100} value={alias} onChange={setAlias} />
      {alias.trim() !== "" && (
        <Button
          icon="plus"
          onClick={() => {
            onAdd({ ...of, personId: null, name: alias.trim() });
            setAlias("");
          }}
        >
          {t("named.add")}
        </Button>
      )}
      <PersonFinder label={t("named.find")} without={taken} onAdd={(one) => onAdd({ ...of, ...one })} />
    </Card>
  );
}

function Standing({ view }: { view: OfferDay }) {
  const t = useMessages(offerMessages);
  return (
    <Card title={t("standing")}>
      {view.visits.length === 0 && view.hidden === 0 && <p className="soft">{t("standing.none")}</p>}
      {view.visits.map((visit) => (
        <div key={visit.id} className="record-line">
          <span className="cluster">
            <strong>{visit.personName ?? t("standing.counted", { count: visit.people })}</strong>
            <span>{t(`service.${visit.service}`)}</span>
            {visit.sessionName && <span>{visit.sessionName}</span>}
            <span className="soft small">{visit.by}</span>
          </span>
          {view.mayWrite && (
            <ActButton
              type="offer-visit.withdraw"
              payload={() => ({ visitId: visit.id })}
              label={t("withdraw")}
              kind="plain"
              messages={t}
              invalidates={activitiesStale}
            />
          )}
        </div>
      ))}
      {view.hidden > 0 && <p className="soft">{t("standing.hidden", { count: view.hidden })}</p>}
    </Card>
  );
}
