import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { LOCALE } from "../../../platform/messages.ts";
import { formatGrosze } from "../../../platform/money.ts";
import { ActButton } from "../../../platform/ui/ActButton.tsx";
import { Button } from "../../../platform/ui/Button.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { today } from "../../../platform/ui/clock.ts";
import { DateField } from "../../../platform/ui/DateField.tsx";
import { Definitions } from "../../../platform/ui/Definitions.tsx";
import { Dialog } from "../../../platform/ui/Dialog.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { useLanguage } from "../../../platform/ui/language.ts";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { useParam } from "../../../platform/ui/navigation.ts";
import { Card, Page } from "../../../platform/ui/Page.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { TextArea } from "../../../platform/ui/TextField.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { DateText } from "../../../platform/ui/Words.tsx";
import { TONES } from "./AbsencesScreen.tsx";
import { absenceQuery, absencesStale } from "./api.ts";
import type { AbsenceView } from "./contract.ts";
import { absenceMessages } from "./messages.ts";

/** One absence: its days, its document, what an answer changes in the registers and in money, and the answer. Source: F-41 */
export function AbsenceScreen() {
  const t = useMessages(absenceMessages);
  const excuseId = useParam("excuseId");
  const query = useQuery(absenceQuery(excuseId));
  const name = query.data?.personName;
  return (
    <Page title={name ? `${t("one")}: ${name}` : t("one")} back={{ to: "/absences", label: t("title") }} narrow>
      <Loaded query={query} lines={6}>
        {(absence) => (
          <>
            <Facts absence={absence} />
            <Effects absence={absence} />
            <Decision absence={absence} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Facts({ absence }: { absence: AbsenceView }) {
  const t = useMessages(absenceMessages);
  const lang = useLanguage();
  const { kind, from, to, reason, askedOn, askedBy, documentOn, state, mayReceive } = absence;
  const range =
    from === to ? formatDay(from, lang) : t("range", { from: formatDay(from, lang), to: formatDay(to, lang) });
  return (
    <Card title={t(`kind.${kind}`)}>
      <Definitions
        items={[
          { term: t("state"), value: <Status tone={TONES[state]}>{t(`state.${state}`)}</Status> },
          { term: t("days"), value: range },
          ...(reason ? [{ term: t("reason"), value: t(`reason.${reason}`) }] : []),
          { term: t("askedOn"), value: <DateText day={askedOn} />, note: askedBy },
          { term: t("document"), value: documentOn ? <DateText day={documentOn} /> : t("document.none") },
        ]}
      />
      {documentOn === null && state === "ASKED" && mayReceive && <DocumentForm excuseId={absence.id} />}
    </Card>
  );
}

function DocumentForm({ excuseId }: { excuseId: string }) {
  const t = useMessages(absenceMessages);
  const initial: { receivedOn: string } = { receivedOn: today() };
  const form = useCommandForm({
    type: "absence.receive",
    initial,
    build: ({ receivedOn }) => ({ excuseId, receivedOn }),
    messages: t,
    invalidates: absencesStale,
  });
  return (
    <CommandForm form={form} submit={t("receive")} submitKind="quiet">
      <DateField label={t("documentOn")} required {...form.field("receivedOn")} />
    </CommandForm>
  );
}

/** What accepting it would change; after an answer, how many marks it has changed. */
function Effects({ absence }: { absence: AbsenceView }) {
  const t = useMessages(absenceMessages);
  const lang = useLanguage();
  const { state, marks, effects } = absence;
  if (state !== "ASKED") return null;
  const money = (grosze: number) => formatGrosze(grosze, LOCALE[lang]);
  const monthOf = (day: string) =>
    new Intl.DateTimeFormat(LOCALE[lang], { month: "long", year: "numeric", timeZone: "UTC" }).format(
      new Date(`${day}T00:00:00Z`),
    );
  return (
    <Card title={t("effect")}>
      {effects.length === 0 && <p>{t("effect.none")}</p>}
      {effects.map(({ month, beforeGrosze, afterGrosze }) => {
        const change = afterGrosze - beforeGrosze;
        const sign = change > 0 ? "+" : "";
        return (
          <p key={month}>
            {t("effect.month", {
              month: monthOf(month),
              before: money(beforeGrosze),
              after: money(afterGrosze),
              change: `${sign}${money(change)}`,
            })}
          </p>
        );
      })}
      <p>{marks > 0 ? t("marks.turn", { count: marks }) : t("marks.none")}</p>
      {effects.length > 0 && <p className="soft small">{t("effect.later")}</p>}
    </Card>
  );
}

function Decision({ absence }: { absence: AbsenceView }) {
  const t = useMessages(absenceMessages);
  const lang = useLanguage();
  const [asking, setAsking] = useState<"refuse" | "withdraw" | null>(null);
  const { id, state, answers, mayAnswer, refusal } = absence;
  return (
    <Card title={t("decision")}>
      {answers.map(({ answer, on, by, reason }, at) => (
        <div key={`${answer}${at}`} className="record-line">
          <Status tone={TONES[answer]}>{t(`state.${answer}`)}</Status>
          <span className="soft small">{t("answered", { on: formatDay(on, lang), by })}</span>
          {reason && <span>{reason}</span>}
        </div>
      ))}
      {answers.length === 0 && <p className="soft">{t("state.ASKED")}</p>}
      {state === "ASKED" && refusal && <Notice tone="due">{t.maybe(refusal) ?? refusal}</Notice>}
      {mayAnswer && state === "ASKED" && (
        <div className="cluster">
          {refusal === null && (
            <ActButton
              type="absence.answer"
              kind="main"
              label={t("accept")}
              payload={() => ({ excuseId: id, accepted: true, reason: "" })}
              messages={t}
              invalidates={absencesStale}
            />
          )}
          <Button kind="quiet" onClick={() => setAsking("refuse")}>
            {t("refuse")}
          </Button>
        </div>
      )}
      {mayAnswer && state === "ACCEPTED" && (
        <div>
          <Button kind="quiet" onClick={() => setAsking("withdraw")}>
            {t("withdraw")}
          </Button>
        </div>
      )}
      <Dialog open={asking !== null} title={asking ? t(asking) : ""} onClose={() => setAsking(null)}>
        {asking && <ReasonForm key={asking} excuseId={id} act={asking} onDone={() => setAsking(null)} />}
      </Dialog>
    </Card>
  );
}

function ReasonForm({ excuseId, act, onDone }: { excuseId: string; act: "refuse" | "withdraw"; onDone: () => void }) {
  const t = useMessages(absenceMessages);
  const form = useCommandForm({
    type: act === "refuse" ? "absence.answer" : "absence.withdraw",
    initial: { reason: "" },
    build: ({ reason }) => (act === "refuse" ? { excuseId, accepted: false, reason } : { excuseId, reason }),
    messages: t,
    invalidates: absencesStale,
    onDone,
  });
  return (
    <CommandForm form={form} submit={t(act)}>
      <TextArea label={t("why")} required maxLength={1000} {...form.field("reason")} />
    </CommandForm>
  );
}
