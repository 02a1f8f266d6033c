import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button, LinkButton } from "../../platform/ui/Button.tsx";
import { MultiChoice } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { SidePanel } from "../../platform/ui/Dialog.tsx";
import { formatDay } from "../../platform/ui/format.ts";
import { useLanguage } from "../../platform/ui/language.ts";
import { Card } from "../../platform/ui/Page.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { Status } from "../../platform/ui/Status.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { DateText } from "../../platform/ui/Words.tsx";
import { uuidv7 } from "../../platform/uuid.ts";
import type { OpenSide, SideOf, SidesView } from "./contract.ts";
import { sideMessages } from "./sideMessages.ts";
import { sidesQuery } from "./sideReads.ts";

type Goal = { id: string; what: string };
type Side = OpenSide["side"];
export type SidesCardProps = { record: SideOf; personId: string; sides: readonly Side[]; goals: readonly Goal[] };

/** Which partner reads its own side of a contract or programme; shown to whoever writes it, where it has such a side. */
export function SidesCard(props: SidesCardProps) {
  const t = useMessages(sideMessages);
  const query = useQuery(sidesQuery(props.record));
  const [isOpen, setOpen] = useState(false);
  return (
    <Card title={t("title")}>
      <div className="stack">
        <p className="soft small">{t("lead")}</p>
        <Loaded query={query}>
          {(view) => (
            <>
              {view.sides.length === 0 && <p>{t("none")}</p>}
              {view.sides.map((side) => (
                <OpenedSide key={side.id} side={side} {...props} />
              ))}
              {view.shares.length === 0 ? (
                <>
                  <p className="soft small">{t("noShare")}</p>
                  <div>
                    <LinkButton to={`/people/${props.personId}`} search={{ tab: "shares" }}>
                      {t("toShares")}
                    </LinkButton>
                  </div>
                </>
              ) : (
                <div>
                  <Button onClick={() => setOpen(true)}>{t(view.sides.length > 0 ? "change" : "open")}</Button>
                </div>
              )}
              <SidePanel open={isOpen} title={t("open")} onClose={() => setOpen(false)}>
                {isOpen && <OpenForm {...props} view={view} onDone={() => setOpen(false)} />}
              </SidePanel>
            </>
          )}
        </Loaded>
      </div>
    </Card>
  );
}

function OpenedSide({ side, record, goals }: SidesCardProps & { side: SidesView["sides"][number] }) {
  const t = useMessages(sideMessages);
  const form = useCommandForm<object>({
    type: "share.close-side",
    messages: t,
    initial: {},
    build: () => ({ sideId: side.id }),
    invalidates: stale(record),
    onDone: () => toast({ text: t("closed") }),
  });
  const opened = goals.filter(({ id }) => side.goalIds.includes(id));
  return (
    <section className="stack-tight">
      <h3>
        {t(`side.${side.side}`)}: {side.organisationName}
      </h3>
      <p>
        <Status tone={side.state === "OPEN" ? "active" : "due"}>{t(`state.${side.state}`)}</Status>
      </p>
      {opened.length > 0 && (
        <p className="small">
          {t("opens")}: {opened.map(({ what }) => what).join("; ")}
        </p>
      )}
      <CommandForm form={form} submit={t("close")} submitKind="quiet">
        <p className="soft small">
          {t("until")} <DateText day={side.validUntil} />
        </p>
      </CommandForm>
    </section>
  );
}

const stale = (record: SideOf) => [["shares", "sides", record.recordId], ["shares", "given"], ["timeline"]] as const;

type OpenFormProps = SidesCardProps & { view: SidesView; onDone: () => void };

function OpenForm({ record, sides, goals, view, onDone }: OpenFormProps) {
  const t = useMessages(sideMessages);
  const lang = useLanguage();
  const [sideId] = useState(uuidv7);
  const form = useCommandForm({
    type: "share.open-side",
    messages: t,
    initial: {
      side: (sides.length === 1 ? (sides[0] ?? "") : "") as Side | "",
      shareId: view.shares.length === 1 ? (view.shares[0]?.id ?? "") : "",
      goalIds: [] as readonly string[],
    },
    build: (values) => ({ sideId, ...record, ...values }),
    check: ({ side, shareId }) => [
      ...(side ? [] : [{ path: "side", code: "field.required" }]),
      ...(shareId ? [] : [{ path: "shareId", code: "field.required" }]),
    ],
    invalidates: stale(record),
    onDone: () => {
      toast({ text: t("opened") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t("open")}>
      {sides.length > 1 && (
        <SelectField
          label={t("side")}
          options={sides.map((value) => ({ value, label: t(`side.${value}`) }))}
          {...form.field("side")}
        />
      )}
      <SelectField
        label={t("share")}
        options={view.shares.map(({ id, organisationName, purpose, validUntil }) => ({
          value: id,
          label: `${organisationName}, ${t("until").toLocaleLowerCase(lang)} ${formatDay(validUntil, lang)} (${purpose})`,
        }))}
        {...form.field("shareId")}
      />
      {goals.length > 0 && (
        <MultiChoice
          stacked
          label={t("goals")}
          hint={t("goals.hint")}
          options={goals.map(({ id, what }) => ({ value: id, label: what }))}
          {...form.field("goalIds")}
        />
      )}
    </CommandForm>
  );
}
