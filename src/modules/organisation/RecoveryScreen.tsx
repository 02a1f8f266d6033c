import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { sendJson } from "../../platform/ui/api.ts";
import { Notice } from "../../platform/ui/Notices.tsx";
import { problemSentence } from "../../platform/ui/problemText.ts";
import { TextField } from "../../platform/ui/TextField.tsx";
import { uiMessages } from "../../platform/ui/uiMessages.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import type { LinkView } from "./contract.ts";
import { DoorForm } from "./DoorForm.tsx";
import { LinkPage, useLinkToken } from "./LinkPage.tsx";
import { organisationMessages } from "./messages.ts";
import { useDoor } from "./useDoor.ts";

/** Behind a recovery link that two people agreed to. */
export function RecoveryScreen() {
  const t = useMessages(organisationMessages);
  const ui = useMessages(uiMessages);
  const token = useLinkToken();
  const door = useDoor();
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [done, setDone] = useState<string>();
  const facts = useQuery({
    queryKey: ["recovery"],
    queryFn: () => sendJson<LinkView>("POST", "/api/recovery/facts", { token }, { mendSession: false }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const send = async () => {
    const given = { token, password, ...(code ? { code } : {}) };
    await sendJson("POST", "/api/recovery", given, { mendSession: false });
    setDone(t("recovery.taken"));
  };
  if (facts.error)
    return (
      <LinkPage title={t("recovery.title")} done={undefined}>
        <Notice tone="danger">{problemSentence(facts.error, t, ui)}</Notice>
      </LinkPage>
    );
  const login = facts.data?.login ?? "";
  const factorOnly = facts.data?.kind === "SECOND_FACTOR";
  const lead = factorOnly ? t("recovery.leadFactor", { login }) : t("recovery.lead", { login });
  return (
    <LinkPage title={t("recovery.title")} lead={lead} done={done}>
      <DoorForm {...door} submit={t("recovery.take")} onSubmit={() => void door.run(send)}>
        <TextField
          label={t(factorOnly ? "me.passwordNow" : "me.passwordNew")}
          hint={factorOnly ? undefined : t("me.passwordHint")}
          type="password"
          autoComplete={factorOnly ? "current-password" : "new-password"}
          value={password}
          onChange={setPassword}
        />
        {facts.data?.kind === "PASSWORD" && (
          <TextField
            label={t("recovery.code")}
            inputMode="numeric"
            autoComplete="one-time-code"
            size={8}
            value={code}
            onChange={setCode}
          />
        )}
      </DoorForm>
    </LinkPage>
  );
}
