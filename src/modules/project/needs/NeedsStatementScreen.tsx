import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { AppLink, Button, DownloadLink, LinkButton } from "../../../platform/ui/Button.tsx";
import { CommandForm } from "../../../platform/ui/CommandForm.tsx";
import { Dialog } from "../../../platform/ui/Dialog.tsx";
import { formatDay } from "../../../platform/ui/format.ts";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { useParam } from "../../../platform/ui/navigation.ts";
import { Card, Page } from "../../../platform/ui/Page.tsx";
import { TextArea, TextField } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { Loaded } from "../../../platform/ui/Waiting.tsx";
import { uuidv7 } from "../../../platform/uuid.ts";
import { needsPrint, needsStatementQuery, sentStatementQuery } from "./api.ts";
import type { NeedsStatementView } from "./contract.ts";
import { needsMessages } from "./messages.ts";
import { NeedsBody } from "./NeedsBody.tsx";
import { refuseSending } from "./rules.ts";

export function NeedsStatementScreen() {
  const t = useMessages(needsMessages);
  const statementId = useParam("statementId");
  const statement = useQuery(needsStatementQuery(statementId));
  const [sending, setSending] = useState(false);
  return (
    <Page
      title={statement.data?.title ?? t("needs.title")}
      back={{ to: "/needs-statements", label: t("needs.title") }}
      actions={
        statement.data?.mayChange && (
          <>
            <LinkButton to={`/needs-statements/${statementId}/edit`} kind="main" icon="edit">
              {t("needs.edit")}
            </LinkButton>
            <Button onClick={() => setSending(true)}>{t("needs.send")}</Button>
          </>
        )
      }
    >
      <Loaded query={statement}>
        {(data) => (
          <>
            {data.projectTitle && data.projectId && (
              <p>
                <AppLink to={`/projects/${data.projectId}`}>{data.projectTitle}</AppLink>
              </p>
            )}
            <Prints statementId={statementId} />
            <NeedsBody content={data.content} />
            {data.sent.length > 0 && <Versions sent={data.sent} />}
            <Dialog open={sending} title={t("needs.send")} onClose={() => setSending(false)}>
              {sending && (
                <SendForm statement={data} onReload={() => void statement.refetch()} onDone={() => setSending(false)} />
              )}
            </Dialog>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Prints({ statementId, sentId }: { statementId: string; sentId?: string }) {
  const t = useMessages(needsMessages);
  const of = sentId === undefined ? { statementId } : { statementId, sentId };
  return (
    <div className="cluster">
      <DownloadLink href={needsPrint(of, "normal", t.lang)}>{t("needs.pdf")}</DownloadLink>
      <DownloadLink href={needsPrint(of, "edit", t.lang)}>{t("needs.docx")}</DownloadLink>
    </div>
  );
}

function Versions({ sent }: { sent: NeedsStatementView["sent"] }) {
  const t = useMessages(needsMessages);
  return (
    <Card title={t("needs.versions")}>
      <ul role="list" className="stack-tight">
        {sent.map(({ id, versionNo, sentOn, sentTo, by, correctionReason, contentHash }) => (
          <li key={id}>
            <AppLink to={`/needs-statements/sent/${id}`}>{t("needs.version", { no: versionNo })}</AppLink>{" "}
            {t("needs.versionLine", { day: formatDay(sentOn, t.lang), to: sentTo, by })}
            {correctionReason !== "" && <p>{correctionReason}</p>}
            <p className="soft small">{t("needs.hash", { hash: contentHash.slice(0, 16) })}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

type SendProps = { statement: NeedsStatementView; onReload: () => void; onDone: () => void };

function SendForm({ statement, onReload, onDone }: SendProps) {
  const t = useMessages(needsMessages);
  const later = statement.sent.length > 0;
  const [sentId] = useState(() => uuidv7());
  const form = useCommandForm({
    type: "needs-statement.send",
    initial: { sentTo: "", correctionReason: "" },
    messages: t,
    check: ({ sentTo, correctionReason }) => {
      const sending = { versionNo: later ? 2 : 1, correctionReason };
      const refusal = refuseSending(statement.content, sending);
      return [
        ...(sentTo.trim() === "" ? [{ path: "sentTo", code: "field.required" }] : []),
        ...(refusal ? [{ path: later ? "correctionReason" : "sentTo", code: refusal }] : []),
      ];
    },
    build: (values) => ({ sentId, statementId: statement.id, seenVersion: statement.version, ...values }),
    invalidates: [["needs-statement"]],
    onDone: () => {
      toast({ text: t("needs.sentDone") });
      onDone();
    },
  });
  return (
    <CommandForm form={form} submit={t("needs.send")} onReload={onReload}>
      <p>{t("needs.sendWhat")}</p>
      <TextField label={t("needs.sentTo")} required maxLength={300} {...form.field("sentTo")} />
      {later && (
        <TextArea label={t("needs.correctionReason")} required maxLength={1000} {...form.field("correctionReason")} />
      )}
    </CommandForm>
  );
}

/** What was sent, as it was. */
export function SentStatementScreen() {
  const t = useMessages(needsMessages);
  const sentId = useParam("sentId");
  const sent = useQuery(sentStatementQuery(sentId));
  const { data } = sent;
  return (
    <Page
      title={data?.title ?? t("needs.title")}
      back={{
        to: data ? `/needs-statements/${data.statementId}` : "/needs-statements",
        label: t("needs.title"),
      }}
    >
      <Loaded query={sent}>
        {(one) => (
          <>
            <Notice tone="info" title={t("paper.version", { no: one.versionNo, day: formatDay(one.sentOn, t.lang) })}>
              {t("needs.frozen")} {t("needs.hash", { hash: one.contentHash })}
            </Notice>
            <Prints statementId={one.statementId} sentId={sentId} />
            <NeedsBody content={one.content} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
