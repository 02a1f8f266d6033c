import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button, LinkButton } from "../../../platform/ui/Button.tsx";
import { Dialog } from "../../../platform/ui/Dialog.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { useLanguage } from "../../../platform/ui/language.ts";
import { Card } from "../../../platform/ui/Page.tsx";
import { Status } from "../../../platform/ui/Status.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { supportMessages } from "../supportMessages.ts";
import { needsQuery } from "./api.ts";
import type { Need, Needs } from "./contract.ts";
import { needMessages } from "./messages.ts";
import { CorrectNeedForm, EndNeedForm, EndServiceForm, MatchForm, NeedForm } from "./NeedForms.tsx";

type Asked = { act: "add" } | { act: "correct"; need: Need } | { act: "match" | "end" | "endService"; id: string };

/** Diagnosed needs, each with the services that answer it, and the mix that runs today. */
export function NeedsCard({ caseId }: { caseId: string }) {
  const query = useQuery(needsQuery(caseId));
  return <Loaded query={query}>{(answer) => <NeedList answer={answer} />}</Loaded>;
}

function NeedList({ answer }: { answer: Needs }) {
  const t = useMessages(needMessages);
  const words = useMessages(supportMessages);
  const [asked, ask] = useState<Asked | null>(null);
  const close = () => ask(null);
  const { needs, mix, mayWrite, caseId, spheres, proposed, whole } = answer;
  return (
    <Card
      title={t("title")}
      actions={
        <>
          {mix.length > 0 && (
            <LinkButton to={`/cases/${caseId}/service-mix`} kind="plain">
              {t("time.title")}
            </LinkButton>
          )}
          {whole && (
            <LinkButton to="/service-mix" kind="plain">
              {t("list.title")}
            </LinkButton>
          )}
          <LinkButton to="/needs" kind="plain">
            {t("group.title")}
          </LinkButton>
          {mayWrite && (
            <Button icon="plus" onClick={() => ask({ act: "add" })}>
              {t("add")}
            </Button>
          )}
        </>
      }
    >
      {proposed.length > 0 && (
        <p>
          <Status tone="due">
            {t("proposed", { forms: proposed.map((form) => words(`support.${form}`)).join(", ") })}
          </Status>
        </p>
      )}
      {needs.length === 0 ? (
        <p className="soft">{t("none")}</p>
      ) : (
        <>
          <p>
            {mix.length > 0
              ? t("mix", { forms: mix.map((form) => words(`support.${form}`)).join(", ") })
              : t("mix.none")}
          </p>
          <ul className="stack" role="list">
            {needs.map((need) => (
              <NeedLine key={need.id} need={need} mayWrite={mayWrite} onAsk={ask} />
            ))}
          </ul>
        </>
      )}
      <Dialog open={asked !== null} title={asked ? t(asked.act) : ""} onClose={close}>
        {asked && (
          <div className="assessments-small-form">
            {asked.act === "add" && <NeedForm caseId={caseId} spheres={spheres} onDone={close} />}
            {asked.act === "correct" && <CorrectNeedForm need={asked.need} spheres={spheres} onDone={close} />}
            {asked.act === "match" && <MatchForm needId={asked.id} proposed={proposed} onDone={close} />}
            {asked.act === "end" && <EndNeedForm needId={asked.id} onDone={close} />}
            {asked.act === "endService" && <EndServiceForm serviceId={asked.id} onDone={close} />}
          </div>
        )}
      </Dialog>
    </Card>
  );
}

function NeedLine({ need, mayWrite, onAsk }: { need: Need; mayWrite: boolean; onAsk: (asked: Asked) => void }) {
  const t = useMessages(needMessages);
  const words = useMessages(supportMessages);
  const lang = useLanguage();
  const { ended, services } = need;
  const writes = mayWrite && ended === null;
  const running = services.some(({ until }) => until === null);
  return (
    <li className="stack-tight">
      <p>
        <strong>{need.text}</strong> <span className="soft">({t(`sphere.${need.sphere}`)})</span>
        <br />
        <span className="soft small">{t("foundBy", { day: formatDay(need.foundOn, lang), by: need.by })}</span>
      </p>
      {need.former.length > 0 && (
        <details>
          <summary className="small">{t("former")}</summary>
          <ul className="stack-tight" role="list">
            {need.former.map((one, at) => (
              // in the order of the corrections, which never changes
              <li key={at}>
                <s>
                  {one.text} ({t(`sphere.${one.sphere}`)}), {formatDay(one.foundOn, lang)}
                </s>
                <br />
                <span className="soft small">
                  {t("former.why", { day: formatDay(one.correctedOn, lang), by: one.by, reason: one.reason })}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {ended && (
        <p>
          <Status tone={ended.outcome === "MET" ? "confirmed" : "neutral"}>
            {t(`outcome.${ended.outcome}`)}, {formatDay(ended.on, lang)}
          </Status>
        </p>
      )}
      {!ended && !running && (
        <p>
          <Status tone="due">{t("unanswered")}</Status>
        </p>
      )}
      {services.length > 0 && (
        <ul className="stack-tight">
          {services.map((one) => (
            <li key={one.id} className="cluster">
              <span>
                {[words(`support.${one.form}`), one.provider].filter(Boolean).join(", ")}{" "}
                <span className="soft">
                  {one.until
                    ? t("until.text", { from: formatDay(one.since, lang), to: formatDay(one.until, lang) })
                    : t("since.text", { day: formatDay(one.since, lang) })}
                </span>
              </span>
              {writes && one.until === null && (
                <Button
                  kind="plain"
                  label={`${t("endService")}: ${words(`support.${one.form}`)}`}
                  onClick={() => onAsk({ act: "endService", id: one.id })}
                >
                  {t("endService")}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayWrite && (
        <div className="cluster">
          {!ended && (
            <>
              <Button label={`${t("match")}: ${need.text}`} onClick={() => onAsk({ act: "match", id: need.id })}>
                {t("match")}
              </Button>
              <Button
                kind="plain"
                label={`${t("end")}: ${need.text}`}
                onClick={() => onAsk({ act: "end", id: need.id })}
              >
                {t("end")}
              </Button>
            </>
          )}
          <Button
            kind="plain"
            icon="edit"
            label={`${t("correct")}: ${need.text}`}
            onClick={() => onAsk({ act: "correct", need })}
          >
            {t("correct.short")}
          </Button>
        </div>
      )}
    </li>
  );
}
