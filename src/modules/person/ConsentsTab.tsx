import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button, DownloadLink, OtherPrints } from "../../platform/ui/Button.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { SidePanel } from "../../platform/ui/Dialog.tsx";
import { EmptyState } from "../../platform/ui/EmptyState.tsx";
import { dayOfInstant } from "../../platform/ui/format.ts";
import { Card } from "../../platform/ui/Page.tsx";
import { Status } from "../../platform/ui/Status.tsx";
import { StoredFileField } from "../../platform/ui/StoredFileField.tsx";
import { TextField } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { DateText } from "../../platform/ui/Words.tsx";
import { consentsQuery, personKeys } from "./api.ts";
import { ConsentForm } from "./ConsentForm.tsx";
import { consentPageMessages } from "./consentPageMessages.ts";
import type { ConsentLine, PersonFile } from "./contract.ts";
import { personMessages } from "./messages.ts";

/** The register of consents and notices. */
export function ConsentsTab({ person }: { person: PersonFile }) {
  const t = useMessages(personMessages);
  const [open, setOpen] = useState<"consent" | ConsentLine>();
  const [attached, setAttached] = useState<ConsentLine>();
  const p = useMessages(consentPageMessages);
  const consents = useQuery(consentsQuery(person.id));
  const close = () => setOpen(undefined);
  const add = person.writable && (
    <Button icon="plus" onClick={() => setOpen("consent")}>
      {t("act.addConsent")}
    </Button>
  );
  return (
    <>
      <Card title={t("tab.consents")} actions={add}>
        <Loaded query={consents}>
          {(answer) =>
            answer.consents.length === 0 ? (
              <EmptyState title={t("consent.none")} text={t("consent.noneText")} />
            ) : (
              <ul className="stack">
                {answer.consents.map((line) => (
                  <li key={line.id} className="stack">
                    <span className="cluster">
                      <Status tone={line.withdrawnAt ? "neutral" : "confirmed"}>
                        {t.maybe(`consent.${line.kind}`) ?? line.kind}
                      </Status>
                      <span>
                        <DateText day={dayOfInstant(line.givenAt)} />, {t.maybe(`channel.${line.channel}`)},{" "}
                        {line.purpose}
                        {line.recipients.length > 0 && `: ${line.recipients.join(", ")}`}
                      </span>
                      {line.hasFile && <a href={`/api/consents/${line.id}/file`}>{t("consent.openFile")}</a>}
                      {person.writable && awaitsPage(line) && (
                        <PageActs line={line} onAttach={() => setAttached(line)} />
                      )}
                    </span>
                    <span className="cluster">
                      <span className="soft small">
                        {[
                          t("consent.version", { version: line.textVersion }),
                          line.signedBy.length > 0 &&
                            t("consent.signed", {
                              who: line.signedBy.map((who) => t.maybe(`signatures.${who}`) ?? who).join(", "),
                            }),
                          line.recordedBy && t("fact.by", { name: line.recordedBy }),
                        ]
                          .filter(Boolean)
                          .join(" · ")}
                      </span>
                      {line.withdrawnAt ? (
                        <span>
                          <DateText day={dayOfInstant(line.withdrawnAt)} />{" "}
                          {t("consent.withdrawnOn", { effect: line.effect ?? "" })}
                        </span>
                      ) : (
                        person.writable &&
                        line.kind !== "NOTICE_GIVEN" && (
                          <Button
                            kind="plain"
                            label={`${t("act.withdrawConsent")}: ${t.maybe(`consent.${line.kind}`) ?? line.kind}`}
                            onClick={() => setOpen(line)}
                          >
                            {t("act.withdrawConsent")}
                          </Button>
                        )
                      )}
                    </span>
                    {line.text && (
                      <details>
                        <summary>{t("consent.wording")}</summary>
                        <p className="prewrap">{line.text}</p>
                      </details>
                    )}
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      </Card>
      <SidePanel open={attached !== undefined} title={p("page.attach")} onClose={() => setAttached(undefined)}>
        {attached && <AttachForm personId={person.id} consentId={attached.id} onDone={() => setAttached(undefined)} />}
      </SidePanel>
      <SidePanel
        open={open !== undefined}
        title={t(open === "consent" ? "act.addConsent" : "act.withdrawConsent")}
        onClose={close}
      >
        {open === "consent" && <ConsentForm person={person} onDone={close} />}
        {typeof open === "object" && <WithdrawForm personId={person.id} consentId={open.id} onDone={close} />}
      </SidePanel>
    </>
  );
}

/** A written consent that holds and whose signed page is not here yet. */
const awaitsPage = ({ channel, kind, hasFile, withdrawnAt }: ConsentLine) =>
  channel === "WRITTEN" && kind !== "NOTICE_GIVEN" && !hasFile && !withdrawnAt;

function PageActs({ line, onAttach }: { line: ConsentLine; onAttach: () => void }) {
  const p = useMessages(consentPageMessages);
  const address = (print: string) => `/api/consents/${line.id}/document?lang=${p.lang}&print=${print}`;
  return (
    <>
      <DownloadLink href={address("normal")}>{p("page.print")}</DownloadLink>
      <OtherPrints>
        <DownloadLink href={address("large")}>{p("page.large")}</DownloadLink>
      </OtherPrints>
      <Button kind="quiet" icon="plus" onClick={onAttach}>
        {p("page.attach")}
      </Button>
    </>
  );
}

type Props = { personId: string; onDone: () => void };

function useDone(onDone: () => void) {
  const t = useMessages(personMessages);
  return () => {
    toast({ text: t("saved") });
    onDone();
  };
}

function WithdrawForm({ personId, consentId, onDone }: Props & { consentId: string }) {
  const t = useMessages(personMessages);
  const form = useCommandForm({
    type: "consent.withdraw",
    messages: t,
    initial: { effect: "" },
    build: ({ effect }) => ({ consentId, effect }),
    check: ({ effect }) => (effect.trim() ? [] : [{ path: "effect", code: "field.required" }]),
    invalidates: personKeys(personId),
    onDone: useDone(onDone),
  });
  return (
    <CommandForm form={form} submit={t("act.withdrawConsent")}>
      <TextField label={t("consent.effect")} {...form.field("effect")} />
    </CommandForm>
  );
}

function AttachForm({ personId, consentId, onDone }: Props & { consentId: string }) {
  const p = useMessages(consentPageMessages);
  const t = useMessages(personMessages);
  const form = useCommandForm({
    type: "consent.attach-page",
    messages: { maybe: (key: string) => p.maybe(key) ?? t.maybe(key) },
    initial: { fileId: "" },
    build: ({ fileId }) => ({ consentId, fileId }),
    check: ({ fileId }) => (fileId ? [] : [{ path: "fileId", code: "field.required" }]),
    invalidates: personKeys(personId),
    onDone: useDone(onDone),
  });
  return (
    <CommandForm form={form} submit={p("page.attach")}>
      <StoredFileField label={p("page.file")} {...form.field("fileId")} />
    </CommandForm>
  );
}
