import { useQuery } from "@tanstack/react-query";
import { AppLink, LinkButton } from "../../platform/ui/Button.tsx";
import { MultiChoice } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { now } from "../../platform/ui/clock.ts";
import { FormSection } from "../../platform/ui/FormLayout.tsx";
import { formatClock } from "../../platform/ui/format.ts";
import { Notice } from "../../platform/ui/Notices.tsx";
import { NumberField } from "../../platform/ui/NumberField.tsx";
import { Card, Page } from "../../platform/ui/Page.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { Badge, Status } from "../../platform/ui/Status.tsx";
import { useHasRole, useSession } from "../../platform/ui/session.ts";
import { TextArea } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { RelativeTime } from "../../platform/ui/Words.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import { tonightQuery } from "./api.ts";
import { EmergencyCall, optionsOf } from "./CardFields.tsx";
import { type AidItem, aidItems } from "./codes.ts";
import type { ShiftView, Tonight } from "./contract.ts";
import { outreachMessages } from "./messages.ts";
import { refuseShiftEnd, warnPatrol } from "./rules.ts";
import { StreetLine } from "./StreetLine.tsx";
import "./outreach.css";

/** The shift at a glance: who is promised what, where to go, what to look out for. The main act lies under the thumb. */
export function TonightScreen() {
  const t = useMessages(outreachMessages);
  const tonight = useQuery(tonightQuery);
  const inBar = useHasRole("OUTREACH_WORKER");
  return (
    <Page title={t("title.tonight")} narrow>
      <EmergencyCall />
      <Loaded query={tonight}>
        {(night) => (
          <>
            {night.shift ? <Shift shift={night.shift} /> : <StartShift colleagues={night.colleagues} />}
            <Alerts alerts={night.alerts} />
            <Card title={t("tonight.due")} actions={night.due.length > 0 && <Badge>{night.due.length}</Badge>}>
              {night.due.length === 0 && <p className="soft">{t("tonight.dueNone")}</p>}
              <ul role="list" className="street-list">
                {night.due.map((line) => (
                  <StreetLine
                    key={line.personId + line.dueOn}
                    to="/contacts/new"
                    search={{ person: line.personId }}
                    title={line.name}
                    words={[line.siteName, line.area]}
                    step={line.nextStep}
                    end={<RelativeTime at={line.dueOn} />}
                  />
                ))}
              </ul>
            </Card>
            <Card title={t("tonight.sites")} actions={<AppLink to="/sites">{t("act.openSites")}</AppLink>}>
              {night.sites.length === 0 && <p className="soft">{t("tonight.sitesNone")}</p>}
              <ul role="list" className="street-list">
                {night.sites.map((site) => (
                  <StreetLine
                    key={site.id}
                    to="/contacts/new"
                    search={{ site: site.id }}
                    title={site.name}
                    words={[
                      site.area,
                      site.entryRule === "OPEN" ? null : t(`entry.${site.entryRule}`),
                      ...site.hazards.map((hazard) => t(`hazard.${hazard}`)),
                    ]}
                    end={site.lastVisitAt ? <RelativeTime at={site.lastVisitAt} /> : t("tonight.neverVisited")}
                  />
                ))}
              </ul>
            </Card>
            <Card title={t("tonight.stock")}>
              {night.stock.length === 0 && <p className="soft">{t("tonight.stockNone")}</p>}
              <p className="cluster">
                {night.stock.map(({ item, left }) => (
                  <Badge key={item} tone={left <= 0 ? "due" : "neutral"}>
                    {t("stock.left", { item: t(`aid.${item}`), count: left })}
                  </Badge>
                ))}
              </p>
              <FormSection question={t("act.stock")} optional>
                <StockForm />
              </FormSection>
            </Card>
            <LinkButton to="/minor-alert">{t("title.minor")}</LinkButton>
            {night.shift && (
              <div className="thumb-act no-print" data-in-bar={inBar || undefined}>
                <LinkButton to="/contacts/new" kind="main" icon="plus" wide>
                  {t("act.record")}
                </LinkButton>
              </div>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** A patrol of one is the coordinator's notice (R-OUT-02); a minor is everybody's. */
function Alerts({ alerts: all }: { alerts: Tonight["alerts"] }) {
  const t = useMessages(outreachMessages);
  const coordinates = useHasRole("OUTREACH_COORDINATOR");
  const alerts = all.filter(({ alert }) => coordinates || alert !== "SINGLE_WORKER");
  if (alerts.length === 0) return null;
  return (
    <Card title={t("tonight.alerts")}>
      <ul role="list" className="street-list">
        {alerts.map((alert) => (
          <StreetLine
            key={alert.id}
            title={<Status tone="danger">{t(`alert.${alert.alert}`)}</Status>}
            words={[alert.siteName, t("alert.by", { name: alert.by }), ...alert.told.map((each) => t(`told.${each}`))]}
            end={<RelativeTime at={alert.at} />}
          />
        ))}
      </ul>
    </Card>
  );
}

function StartShift({ colleagues }: { colleagues: Tonight["colleagues"] }) {
  const t = useMessages(outreachMessages);
  const { account } = useSession();
  const form = useCommandForm({
    type: "shift.start",
    initial: { memberIds: [account.id] as readonly string[], lowestCelsius: undefined as number | undefined },
    build: ({ memberIds, lowestCelsius }) => ({
      shiftId: uuidv7(),
      startedAt: now().toISOString(),
      memberIds: [...memberIds],
      lowestCelsius: lowestCelsius ?? null,
    }),
    check: ({ memberIds }) => (memberIds.length === 0 ? [{ path: "memberIds", code: "outreach.worker_missing" }] : []),
    messages: t,
    invalidates: [["outreach"]],
    onDone: () => toast({ text: t("shift.started") }),
  });
  return (
    <Card title={t("tonight.noShift")}>
      <p className="soft">{t("tonight.noShiftText")}</p>
      <CommandForm form={form} submit={t("act.startShift")}>
        <MultiChoice
          label={t("shift.who")}
          options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.field("memberIds")}
        />
        {warnPatrol(form.values.memberIds) && <Notice tone="due">{t("shift.single")}</Notice>}
        <NumberField label={t("shift.lowest")} size={4} {...form.field("lowestCelsius")} />
      </CommandForm>
    </Card>
  );
}

function Shift({ shift }: { shift: ShiftView }) {
  const t = useMessages(outreachMessages);
  const form = useCommandForm({
    type: "shift.end",
    initial: { reflections: "" },
    build: ({ reflections }) => ({
      shiftId: shift.id,
      endedAt: now().toISOString(),
      reflections: reflections.trim() || null,
    }),
    check: () => {
      const code = refuseShiftEnd(shift.startedAt, now().toISOString());
      return code ? [{ path: "reflections", code }] : [];
    },
    messages: t,
    invalidates: [["outreach"]],
    onDone: () => toast({ text: t("shift.ended") }),
  });
  const { contactsFirst, contactsRepeat, known, unknown } = shift.counts;
  return (
    <Card title={t("tonight.shiftSince", { time: formatClock(shift.startedAt, t.lang) })}>
      <p>{shift.members.map(({ name }) => name).join(", ")}</p>
      {warnPatrol(shift.members.map(({ id }) => id)) && <Notice tone="due">{t("shift.single")}</Notice>}
      {shift.frost.length > 0 && (
        <Notice tone="due" title={t("tonight.frost")}>
          {t("tonight.frostText", { degrees: shift.lowestCelsius ?? 0 })}
        </Notice>
      )}
      <p className="soft">{t("tonight.counts", { first: contactsFirst, repeat: contactsRepeat, known, unknown })}</p>
      <FormSection question={t("shift.endTitle")} optional hint={t("shift.reflections")}>
        <div className="in-card">
          <CommandForm form={form} submit={t("act.endShift")} submitKind="quiet">
            <TextArea label={t("shift.reflections")} maxLength={10_000} {...form.field("reflections")} />
          </CommandForm>
        </div>
      </FormSection>
    </Card>
  );
}

function StockForm() {
  const t = useMessages(outreachMessages);
  const form = useCommandForm({
    type: "stock.record",
    initial: { item: "" as AidItem | "", change: undefined as number | undefined },
    build: ({ item, change }) => ({ entryId: uuidv7(), item, change }),
    check: ({ item, change }) => [
      ...(item ? [] : [{ path: "item", code: "field.required" }]),
      ...(change ? [] : [{ path: "change", code: "stock.no_change" }]),
    ],
    messages: t,
    invalidates: [["outreach"]],
    onDone: () => {
      toast({ text: t("stock.saved") });
      form.reset();
    },
  });
  return (
    <div className="in-card">
      <CommandForm form={form} submit={t("act.stock")} submitKind="quiet">
        <SelectField label={t("stock.item")} options={optionsOf(t, "aid", aidItems)} {...form.field("item")} />
        <NumberField label={t("stock.change")} size={5} {...form.field("change")} />
      </CommandForm>
    </div>
  );
}
