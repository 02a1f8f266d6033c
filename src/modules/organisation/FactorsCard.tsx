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
import { ProofForm } from "./ProofForm.tsx";
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
              <ProofForm
                submit={t("me.totpBegin")}
                onProof={async (proof) => setSecret(await sendJson<TotpSecret>("POST", "/api/session/totp", { proof }))}
              />
            )}
            {act === "totp" && secret && <ProveTotp secret={secret} onDone={() => again(t("me.totpDone"))} />}
            {act === "totpRemoval" && (
              <ProofForm
                submit={t("me.totpRemove")}
                onProof={async (proof) => {
                  await sendJson("POST", "/api/session/totp/removal", { proof });
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
              <ProofForm
                submit={t("me.passkeyRemove", { name: act.name })}
                onProof={async (proof) => {
                  await sendJson("POST", `/api/session/passkeys/${act.remove}/removal`, { proof });
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
  const [name, setName] = useState("");
  const add = async (proof: string, tell: (sentence: string) => void) => {
    const optionsJSON = await sendJson<Parameters<typeof startRegistration>[0]["optionsJSON"]>(
      "POST",
      "/api/session/passkeys/options",
      { proof },
    );
    const made = await startRegistration({ optionsJSON }).catch(() => undefined);
    if (!made) return tell(t("me.passkeyCancelled"));
    const { clientDataJSON, attestationObject, transports } = made.response;
    const response = { clientDataJSON, attestationObject, ...(transports ? { transports } : {}) };
    await sendJson("POST", "/api/session/passkeys", {
      name: name.trim() || t("me.passkeys"),
      answer: { id: made.id, rawId: made.rawId, type: made.type, response, clientExtensionResults: {} },
    });
    await onDone();
  };
  return (
    <ProofForm submit={t("me.passkeyAdd")} onProof={add}>
      <TextField label={t("me.passkeyName")} value={name} onChange={setName} maxLength={100} />
    </ProofForm>
  );
}
