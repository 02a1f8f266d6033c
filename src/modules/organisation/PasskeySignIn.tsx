import { browserSupportsWebAuthn, startAuthentication } from "@simplewebauthn/browser";
import { sendJson } from "../../platform/ui/api.ts";
import { Button } from "../../platform/ui/Button.tsx";
import { Notice } from "../../platform/ui/Notices.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { doorMessages } from "./doorMessages.ts";
import { useDoor } from "./useDoor.ts";

/** Asks the device for a passkey; undefined when the person closed its window. */
export async function askPasskey() {
  const options = await sendJson<Parameters<typeof startAuthentication>[0]["optionsJSON"]>(
    "POST",
    "/api/session/passkey/options",
    {},
    { mendSession: false },
  );
  const answer = await startAuthentication({ optionsJSON: options }).catch(() => undefined);
  if (!answer) return undefined;
  const { clientDataJSON, authenticatorData, signature, userHandle } = answer.response;
  const response = { clientDataJSON, authenticatorData, signature, ...(userHandle ? { userHandle } : {}) };
  return { id: answer.id, rawId: answer.rawId, type: answer.type, response, clientExtensionResults: {} };
}

/** Signs in by a passkey alone. `onDone` reads the new session. */
export function PasskeySignIn({ organisation, onDone }: { organisation?: string; onDone: () => Promise<void> }) {
  const t = useMessages(doorMessages);
  const door = useDoor();
  if (!browserSupportsWebAuthn()) return null;
  const send = async () => {
    const passkey = await askPasskey();
    if (!passkey) return;
    const given = { passkey, kind: "cookie", ...(organisation ? { organisation } : {}) };
    await sendJson("POST", "/api/session/passkey", given, { mendSession: false });
    await onDone();
  };
  return (
    <div className="stack-tight">
      {door.problem && (
        <div role="alert">
          <Notice tone="danger">{door.problem}</Notice>
        </div>
      )}
      <Button icon="lock" wide onClick={() => void door.run(send)}>
        {t("organisation.login")}
      </Button>
    </div>
  );
}
