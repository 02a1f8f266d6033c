import { useState } from "react";
import { ActButton } from "../../../platform/ui/ActButton.tsx";
import { Button } from "../../../platform/ui/Button.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { Dialog } from "../../../platform/ui/Dialog.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { useLanguage } from "../../../platform/ui/language.ts";
import { Card } from "../../../platform/ui/Page.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { TextArea } from "../../../platform/ui/TextField.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { DateText } from "../../../platform/ui/Words.tsx";
import { ipzsStale } from "./api.ts";
import type { IpzsView } from "./contract.ts";
import { ipzsMessages } from "./messages.ts";
import { moveIpzs } from "./rules.ts";

const TONES = { ASKED: "due", GRANTED: "confirmed", REFUSED: "neutral", TAKEN_BACK: "neutral" } as const;

/** The balance of days off, what was asked for, and the manager's consent. Source: docs/domain/rules.md R-CIS-11 */
export function DaysOffCard({ ipzs }: { ipzs: IpzsView }) {
  const t = useMessages(ipzsMessages);
  const lang = useLanguage();
  const [refusing, setRefusing] = useState<string | null>(null);
  const { daysOff, state } = ipzs;
  const { entitled, granted, asked } = daysOff;
  const mayAnswer = ipzs.mayDecide && moveIpzs(state, "answer-day-off").state !== null;
  const mayTakeBack = ipzs.mayRecord && moveIpzs(state, "ask-days-off").state !== null;
  const chosen = daysOff.days.find(({ id }) => id === refusing);
  return (
    <Card title={t("daysOff")}>
      <p>{t("daysOff.balance", { entitled, granted, asked, left: Math.max(0, entitled - granted - asked) })}</p>
      <p className="soft small">{t("daysOff.law")}</p>
      {daysOff.days.length === 0 && <p className="soft">{t("daysOff.none")}</p>}
      {daysOff.days.map((one) => {
        const day = formatDay(one.day, lang);
        return (
          <div key={one.id} className="record-line">
            <span className="cluster">
              <DateText day={one.day} />
              <Status tone={TONES[one.state]}>{t(`dayOff.${one.state}`)}</Status>
            </span>
            <span className="soft small">
              {t("askedOn")}: <DateText day={one.askedOn} />
              {one.by && ` · ${t("answeredBy")}: ${one.by}`}
            </span>
            {one.reason && <span className="soft small">{one.reason}</span>}
            <div className="cluster">
              {one.state === "ASKED" && mayAnswer && (
                <>
                  <ActButton
                    type="ipzs.answer-day-off"
                    label={t("act.grant", { day })}
                    payload={() => ({ dayOffId: one.id, granted: true, reason: "" })}
                    messages={t}
                    invalidates={ipzsStale}
                  />
                  <Button kind="plain" onClick={() => setRefusing(one.id)}>
                    {t("act.refuse", { day })}
                  </Button>
                </>
              )}
              {(one.state === "ASKED" || one.state === "GRANTED") && mayTakeBack && (
                <ActButton
                  type="ipzs.take-back-day-off"
                  kind="plain"
                  label={t("act.takeBack", { day })}
                  payload={() => ({ dayOffId: one.id })}
                  messages={t}
                  invalidates={ipzsStale}
                />
              )}
            </div>
          </div>
        );
      })}
      <Dialog open={chosen !== undefined} title={t("refuse.title")} onClose={() => setRefusing(null)}>
        {chosen && <RefuseForm key={chosen.id} dayOffId={chosen.id} onDone={() => setRefusing(null)} />}
      </Dialog>
    </Card>
  );
}

function RefuseForm({ dayOffId, onDone }: { dayOffId: string; onDone: () => void }) {
  const t = useMessages(ipzsMessages);
  const form = useCommandForm({
    type: "ipzs.answer-day-off",
    initial: { reason: "" },
    build: ({ reason }) => ({ dayOffId, granted: false, reason }),
    messages: t,
    invalidates: ipzsStale,
    onDone,
  });
  return (
    <CommandForm form={form} submit={t("refuse.title")}>
      <TextArea label={t("reason")} required maxLength={1000} {...form.field("reason")} />
    </CommandForm>
  );
}
