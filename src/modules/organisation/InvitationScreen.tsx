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

/** Behind an invitation's link: a password for the new account, or the password of the one that is there. */
export function InvitationScreen() {
  const t = useMessages(organisationMessages);
  const ui = useMessages(uiMessages);
  const token = useLinkToken();
  const door = useDoor();
  const [password, setPassword] = useState("");
  const [done, setDone] = useState<string>();
  const facts = useQuery({
    queryKey: ["invitation"],
    queryFn: () => sendJson<LinkView>("POST", "/api/invitation/facts", { token }, { mendSession: false }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const send = async () => {
    await sendJson("POST", "/api/invitation", { token, password }, { mendSession: false });
    setDone(t("invitation.taken"));
  };
  const title = t("invitation.title", { organisation: facts.data?.organisationName ?? "" });
  if (facts.error)
    return (
      <LinkPage title={title} done={undefined}>
        <Notice tone="danger">{problemSentence(facts.error, t, ui)}</Notice>
      </LinkPage>
    );
  return (
    <LinkPage title={title} lead={t("invitation.lead", { login: facts.data?.login ?? "" })} done={done}>
      <DoorForm {...door} submit={t("invitation.take")} onSubmit={() => void door.run(send)}>
        <TextField
          label={t("password")}
          hint={t("me.passwordHint")}
          type="password"
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
        />
      </DoorForm>
    </LinkPage>
  );
}
