import { useState } from "react";
import * as device from "../../../platform/device/device.ts";
import { Button } from "../../../platform/ui/Button.tsx";
import { TextField } from "../../../platform/ui/TextField.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { phoneMessages } from "./phoneMessages.ts";
import { sayProblem } from "./theDevice.ts";

/** Back to a screen that was covered a short while ago. */
export function PinForm({ onFullNeeded }: { onFullNeeded: () => void }) {
  const t = useMessages(phoneMessages);
  const [pin, setPin] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();

  async function open() {
    if (busy || !pin) return;
    setBusy(true);
    setError(undefined);
    try {
      const answer = await device.unlockByPin(pin);
      if (answer === "wrong") setError(t("door.wrongPin"));
      if (answer === "full_unlock_needed") onFullNeeded();
    } catch (problem) {
      setError(sayProblem(problem, t.lang));
    } finally {
      setPin("");
      setBusy(false);
    }
  }

  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <TextField
        label={t("door.pin")}
        type="password"
        inputMode="numeric"
        autoComplete="off"
        maxLength={8}
        size={8}
        autoFocus
        value={pin}
        onChange={setPin}
        error={error}
      />
      <Button type="submit" kind="main" wide busy={busy && t("door.opening")}>
        {t("door.open")}
      </Button>
    </form>
  );
}
