import { startRegistration } from "@simplewebauthn/browser";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { sendJson } from "../../platform/ui/api.ts";
import { Button } from "../../platform/ui/Button.tsx";
import { formatInstant } from "../../platform/ui/format.ts";
import { Notice } from "../../platform/ui/Notices.tsx";
import { Card } from "../../platform/ui/Page.tsx";
import { Status } from "../../platform/ui/Status.tsx";
import { startSession } from "../../platform/ui/session.ts";
import { TextField } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { factorsQuery } from "./api.ts";
import { CodeField } from "./CodeField.tsx";
import type { FactorsView, TotpSecret } from "./contract.ts";
import { DoorForm } from "./DoorForm.tsx";
import { organisationMessages } from "./messages.ts";
import { useDoor } from "./useDoor.ts";

type Act = "totp" | "totpRemoval" | "passkey" | { remove: string; name: string };

/** My code app and passkeys. The same part leads whoever must have one and has none. */
export function FactorsCard() {
  const t = useMessages(organisationMessages);
  const factors = useQuery(factorsQuery);
  const queries = useQueryClient();
  const [act, setAct] = useState<Act>();
  const [secret, setSecret] = useState<TotpSecret>();
  const again = async (sentence: string) => {
    toast({ text: sentence });
    setAct(undefined);
    setSecret(undefined);
    await queries.invalidateQueries({ queryKey: ["factors"] });
    await startSession(); // what was closed for want of a second factor opens
  };
  return (
    <Card title={t("me.factors")}>
      <p>{t("me.factorsWhy")}</p>
      <Loaded query={factors} lines={3}>
        {(view: FactorsView) => (
          <div className="stack">
            {view.due && <Notice tone="due">{t("me.factorDue")}</Notice>}
            <div className="cluster">
              <strong>{t("me.totp")}</strong>
              <Status tone={view.totp ? "confirmed" : "neutral"}>{t(view.totp ? "me.totpOn" : "me.totpOff")}</Status>
              {!act && (
                <Button kind={view.due ? "main" : "quiet"} onClick={() => setAct(view.totp ? "totpRemoval" : "totp")}>
                  {t(view.totp ? "me.totpRemove" : "me.totpBegin")}
                </Button>
              )}
            </div>
            {act === "totp" && !secret && (
              <PasswordStep
                submit={t("me.totpBegin")}
                onPassword={async (password) =>
                  setSecret(await sendJson<TotpSecret>("POST", "/api/session/totp", { password }))
                }
              />
            )}
            {act === "totp" && secret && <ProveTotp secret={secret} onDone={() => again(t("me.totpDone"))} />}
            {act === "totpRemoval" && (
              <PasswordStep
                submit={t("me.totpRemove")}
                onPassword={async (password) => {
                  await sendJson("POST", "/api/session/totp/removal", { password });
                  await again(t("me.removed"));
                }}
              />
            )}
            <div className="cluster">
              <strong>{t("me.passkeys")}</strong>
              {!act && <Button onClick={() => setAct("passkey")}>{t("me.passkeyAdd")}</Button>}
            </div>
            {view.passkeys.length === 0 && <p className="soft">{t("me.passkeysNone")}</p>}
            <ul role="list" className="stack-tight">
              {view.passkeys.map((one) => (
                <li key={one.id} className="cluster">
                  <span>{one.name}</span>
                  <span className="soft small">{formatInstant(one.lastUsedAt ?? one.createdAt, t.lang)}</span>
                  {!act && (
                    <Button kind="plain" onClick={() => setAct({ remove: one.id, name: one.name })}>
                      {t("me.passkeyRemove", { name: one.name })}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
            {act === "passkey" && <AddPasskey onDone={() => again(t("me.passkeyDone"))} />}
            {typeof act === "object" && (
              <PasswordStep
                submit={t("me.passkeyRemove", { name: act.name })}
                onPassword={async (password) => {
                  await sendJson("POST", `/api/session/passkeys/${act.remove}/removal`, { password });
                  await again(t("me.removed"));
                }}
              />
            )}
          </div>
        )}
      </Loaded>
    </Card>
  );
}

function PasswordStep({ submit, onPassword }: { submit: string; onPassword: (password: string) => Promise<void> }) {
  const t = useMessages(organisationMessages);
  const door = useDoor();
  const [password, setPassword] = useState("");
  return (
    <DoorForm {...door} submit={submit} onSubmit={() => void door.run(() => onPassword(password))}>
      <TextField
        label={t("me.givePassword")}
        type="password"
        autoComplete="current-password"
        autoFocus
        value={password}
        onChange={setPassword}
      />
    </DoorForm>
  );
}

function ProveTotp({ secret, onDone }: { secret: TotpSecret; onDone: () => Promise<void> }) {
  const t = useMessages(organisationMessages);
  const door = useDoor();
  const [code, setCode] = useState("");
  const send = async () => {
    await sendJson("POST", "/api/session/totp/confirmation", { code });
    await onDone();
  };
  return (
    <DoorForm {...door} submit={t("me.totpProve")} onSubmit={() => void door.run(send)}>
      <Notice tone="due">{t("me.totpSecret")}</Notice>
      <p>
        <code>{secret.secret.match(/.{1,4}/g)?.join(" ")}</code>
      </p>
      <p>
        <a href={secret.uri}>{t("me.totpOpen")}</a>
      </p>
      <CodeField value={code} onChange={setCode} />
    </DoorForm>
  );
}

function AddPasskey({ onDone }: { onDone: () => Promise<void> }) {
  const t = useMessages(organisationMessages);
  const door = useDoor();
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const send = async () => {
    const options = await sendJson<Parameters<typeof startRegistration>[0]["optionsJSON"]>(
      "POST",
      "/api/session/passkeys/options",
      { password },
    );
    const made = await startRegistration({ optionsJSON: options }).catch(() => undefined);
    if (!made) {
      door.tell(t("me.passkeyCancelled"));
      return;
    }
    const { clientDataJSON, attestationObject, transports } = made.response;
    const response = { clientDataJSON, attestationObject, ...(transports ? { transports } : {}) };
    await sendJson("POST", "/api/session/passkeys", {
      name: name.trim() || t("me.passkeys"),
      answer: { id: made.id, rawId: made.rawId, type: made.type, response, clientExtensionResults: {} },
    });
    await onDone();
  };
  return (
    <DoorForm {...door} submit={t("me.passkeyAdd")} onSubmit={() => void door.run(send)}>
      <TextField label={t("me.passkeyName")} value={name} onChange={setName} maxLength={100} />
      <TextField
        label={t("me.givePassword")}
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
    </DoorForm>
  );
}
