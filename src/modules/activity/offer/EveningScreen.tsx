import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ActButton } from "../../../platform/ui/ActButton.tsx";
import { Button, IconButton } from "../../../platform/ui/Button.tsx";
import { ChoiceField } from "../../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { useGo } from "../../../platform/ui/navigation.ts";
import { Card, Page } from "../../../platform/ui/Page.tsx";
import { SelectField } from "../../../platform/ui/SelectField.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { TextField } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { useRefused } from "../../../platform/ui/useRefused.ts";
import { Loaded, SkeletonLines } from "../../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../../platform/uuid.ts";
import { OfUnit } from "../ActivityNav.tsx";
import { activitiesStale } from "../api.ts";
import { PersonFinder } from "../PersonFinder.tsx";
import { type OfferService, offerServices } from "./codes.ts";
import type { OfferDay, RecordVisits } from "./contract.ts";
import { offerDayQuery } from "./field/offerApi.ts";
import type { OfferDayHere } from "./field/offerHere.ts";
import { offerMessages } from "./messages.ts";
import { whoCame } from "./rules.ts";
import "../../../platform/ui/record.css";
import "./evening.css";

/** Who came on a day: taps for people without names, a tap for who came lately, an alias for somebody new. Works without network on a phone. */
export function EveningScreen() {
  const t = useMessages(offerMessages);
  const refused = useRefused<RecordVisits>("offer-visit.record");
  return (
    <Page title={t("evening")} back={{ to: "/activities", label: t("back") }} narrow>
      {refused.reading ? <SkeletonLines lines={6} /> : <Evening key={refused.mends} {...refused} />}
    </Page>
  );
}

/** `sent`: what was refused once and is mended here. */
type Mended = { mends: string | undefined; sent: RecordVisits | undefined };

function Evening({ mends, sent }: Mended) {
  const t = useMessages(offerMessages);
  const [day, setDay] = useState<string>(sent?.day ?? today());
  const ofUnit = (unitId: string) => (
    <>
      <DateField label={t("day")} value={day} onChange={setDay} quick={["today", "yesterday"]} />
      {day && <Day key={`${unitId} ${day}`} unitId={unitId} day={day} mends={mends} sent={sent} />}
    </>
  );
  return sent ? ofUnit(sent.unitId) : <OfUnit>{ofUnit}</OfUnit>;
}

function Day({ unitId, day, ...mended }: { unitId: string; day: string } & Mended) {
  const t = useMessages(offerMessages);
  const query = useQuery(offerDayQuery(unitId, day));
  return (
    <Loaded query={query} lines={6}>
      {(view) => (
        <div className="stack">
          {view.onDevice && <Notice tone="info">{t("onDevice")}</Notice>}
          {view.mayWrite && <Entry unitId={unitId} view={view} {...mended} />}
          <Standing view={view} />
        </div>
      )}
    </Loaded>
  );
}

/** One who is named: a known person or somebody new. */
type Named = Pick<RecordVisits["visits"][number], "visitId" | "personId" | "newcomer" | "service" | "sessionId"> & {
  name: string;
};
type Values = { taps: Partial<Record<OfferService, number>>; named: readonly Named[] };

const countOf = ({ taps, named }: Values) =>
  named.length + Object.values(taps).reduce((sum, taken) => sum + (taken ?? 0), 0);

/** The form of what was sent once, names as the day knows them. */
function valuesOf({ visits }: RecordVisits, view: OfferDay, somebody: string): Values {
  const taps: Values["taps"] = {};
  for (const { service, people, ...visit } of visits)
    if (whoCame(visit) === null) taps[service] = (taps[service] ?? 0) + people;
  const nameOf = (id: string | null) => view.lately.find(({ personId }) => personId === id)?.name ?? somebody;
  const named = visits.flatMap((visit) =>
    whoCame(visit) === null ? [] : [{ ...visit, name: visit.newcomer?.alias ?? nameOf(visit.personId) }],
  );
  return { taps, named };
}

function Entry({ unitId, view, mends, sent }: { unitId: string; view: OfferDay } & Mended) {
  const t = useMessages(offerMessages);
  const go = useGo();
  const form = useCommandForm<Values>({
    type: "offer-visit.record",
    messages: t,
    draft: false,
    mends,
    initial: sent ? valuesOf(sent, view, t("somebody")) : { taps: {}, named: [] },
    check: (values) => (countOf(values) === 0 ? [{ path: "named", code: "field.required" }] : []),
    build: ({ taps, named }) => ({
      unitId,
      day: view.day,
      visits: [
        ...offerServices.flatMap((service) =>
          taps[service] ? [{ ...blank, visitId: uuidv7(), service, people: taps[service] }] : [],
        ),
        ...named.map(({ name: _, ...visit }) => ({ ...blank, ...visit })),
      ],
    }),
    invalidates: activitiesStale,
    onDone: ({ ids, kept }) => {
      const already = Number(ids.already ?? 0);
      if (!kept) toast({ text: already > 0 ? t("saved.already", { count: already }) : t("saved") }); // else the device says it
      if (sent) return go("/outbox");
      form.reset({ taps: {}, named: [] });
    },
  });
  const { taps, named } = form.values;
  const tap = (service: OfferService, step: number) =>
    form.set({ taps: { ...taps, [service]: Math.max(0, Math.min(500, (taps[service] ?? 0) + step)) } });
  const add = (one: Omit<Named, "visitId">) => form.set({ named: [...named, { ...one, visitId: uuidv7() }] });
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
          <p key={one.visitId} className="cluster">
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
  onAdd: (one: Omit<Named, "visitId">) => void;
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
              <Button key={personId} icon="plus" onClick={() => onAdd({ ...of, personId, newcomer: null, name })}>
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
            const name = alias.trim();
            onAdd({ ...of, personId: null, newcomer: { personId: uuidv7(), alias: name }, name });
            setAlias("");
          }}
        >
          {t("named.add")}
        </Button>
      )}
      <PersonFinder label={t("named.find")} without={taken} onAdd={(one) => onAdd({ ...of, ...one, newcomer: null })} />
    </Card>
  );
}

function Standing({ view }: { view: OfferDayHere }) {
  const t = useMessages(offerMessages);
  return (
    <Card title={t("standing")}>
      {view.visits.length === 0 && view.hidden === 0 && <p className="soft">{t("standing.none")}</p>}
      {view.visits.map((visit) => (
        <div key={visit.id} className="record-line">
          <span className="cluster">
            <strong>
              {visit.personId === null
                ? t("standing.counted", { count: visit.people })
                : visit.personName || t("somebody")}
            </strong>
            <span>{t(`service.${visit.service}`)}</span>
            {visit.sessionName && <span>{visit.sessionName}</span>}
            {visit.waits ? (
              <Status tone="due">{t("standing.waits")}</Status>
            ) : (
              <span className="soft small">{visit.by}</span>
            )}
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
