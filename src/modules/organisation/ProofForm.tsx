import { type ReactNode, useState } from "react";
import { ServerProblem, sendJson } from "../../platform/ui/api.ts";
import { TextField } from "../../platform/ui/TextField.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { CodeField } from "./CodeField.tsx";
import type { GiveProof, Proof } from "./contract.ts";
import { DoorForm } from "./DoorForm.tsx";
import { doorMessages } from "./doorMessages.ts";
import { askPasskey } from "./PasskeySignIn.tsx";
import { useDoor } from "./useDoor.ts";

/** The password once more, and the second factor where the account has one. `onProof` gets what the act is sent with. */
export function ProofForm({
  submit,
  onProof,
  children,
}: {
  submit: string;
  /** `tell` puts a sentence above the form. */
  onProof: (proof: string, tell: (sentence: string) => void) => Promise<void>;
  /** What is asked before the password. */
  children?: ReactNode;
}) {
  const t = useMessages(doorMessages);
  const door = useDoor();
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [asksCode, setAsksCode] = useState(false);
  const [empty, setEmpty] = useState(false);

  async function ask(given: GiveProof): Promise<void> {
    const proof = await sendJson<Proof>("POST", "/api/session/proof", given).catch(async (error: unknown) => {
      if (!(error instanceof ServerProblem) || error.code !== "factor.needed") throw error;
      if (error.details.code === true) return setAsksCode(true);
      const passkey = await askPasskey();
      if (!passkey) throw error;
      return ask({ ...given, passkey });
    });
    if (proof) await onProof(proof.proof, door.tell);
  }

  return (
    <DoorForm
      {...door}
      submit={submit}
      onSubmit={() => {
        setEmpty(!password);
        const given = { password, ...(code.trim() ? { code: code.replace(/\s/g, "") } : {}) };
        if (password) void door.run(() => ask(given));
      }}
    >
      {children}
      <TextField
        label={t("me.givePassword")}
        type="password"
        autoComplete="current-password"
        autoFocus={!children}
        value={password}
        onChange={setPassword}
        error={empty ? t("proof.emptyPassword") : undefined}
      />
      {asksCode && <CodeField value={code} onChange={setCode} />}
    </DoorForm>
  );
}
