import { useState } from "react";
import type { DeviceState } from "../../../platform/device/contract.ts";
import * as device from "../../../platform/device/device.ts";
import { deviceMessages } from "../../../platform/device/messages.ts";
import { isEnd } from "../../../platform/device/wire.ts";
import { Button } from "../../../platform/ui/Button.tsx";
import { ChoiceField } from "../../../platform/ui/ChoiceField.tsx";
import { useDeviceState } from "../../../platform/ui/carrier.ts";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { openSession, startSession } from "../../../platform/ui/session.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { LanguageSwitch } from "../LanguageSwitch.tsx";
import { SignInForm } from "../SignInForm.tsx";
import { goByNetwork } from "./here.ts";
import { PinForm } from "./PinForm.tsx";
import { phoneMessages } from "./phoneMessages.ts";
import { sayProblem } from "./theDevice.ts";
import { WordsForm } from "./WordsForm.tsx";
import "../signIn.css";

type User = DeviceState["users"][number];
type Told = "wrongWords" | "wrongPasskey" | "fullNeeded";

/** In front of everything while a store is here and closed: who, and what opens it. */
export function DoorScreen() {
  const t = useMessages(phoneMessages);
  const state = useDeviceState();
  const [told, setTold] = useState<Told>();
  if (!state) return null;
  const resting = state.status === "resting";
  const isRevoked = isEnd(state.trouble);
  if (isRevoked && state.status === "none") return <RevokedScreen why={state.trouble} />;
  return (
    <div className="sign-in">
      <main className="sign-in-box">
        <p className="brand">Powrót</p>
        <h1>{t(resting ? "door.resting" : "door.title")}</h1>
        {isRevoked && (
          <div role="alert">
            <Notice tone="danger">{t("door.revokedOne")}</Notice>
          </div>
        )}
        {told && (
          <div role="alert">
            <Notice tone={told === "fullNeeded" ? "due" : "danger"}>{t(`door.${told}`)}</Notice>
          </div>
        )}
        {resting ? (
          <PinForm onFullNeeded={() => setTold("fullNeeded")} />
        ) : (
          <FullUnlock users={state.users} onTold={setTold} />
        )}
        <Button kind="plain" onClick={() => void goByNetwork()}>
          {t("door.network")}
        </Button>
      </main>
      <footer className="sign-in-foot">
        <LanguageSwitch />
      </footer>
    </div>
  );
}

/** The only store here was ended: nothing is left to open, the way on is the sign-in. */
function RevokedScreen({ why }: { why: string | null }) {
  const t = useMessages(phoneMessages);
  const said = useMessages(deviceMessages);
  return (
    <div className="sign-in">
      <main className="sign-in-box">
        <p className="brand">Powrót</p>
        <h1>{t("door.revoked")}</h1>
        <div role="alert">
          <Notice tone="danger">{said.maybe(why ?? "") ?? said("device.revoked")}</Notice>
        </div>
        <p>{t("door.revokedNext")}</p>
        <SignInForm
          send={async (given) => {
            await openSession(given);
            await startSession();
          }}
        />
      </main>
      <footer className="sign-in-foot">
        <LanguageSwitch />
      </footer>
    </div>
  );
}

function FullUnlock({ users, onTold }: { users: readonly User[]; onTold: (told: Told | undefined) => void }) {
  const t = useMessages(phoneMessages);
  const [chosen, setChosen] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [end, setEnd] = useState<"leaseOver" | "destroyed">();
  const user = users.find(({ key }) => key === chosen) ?? (users.length === 1 ? users[0] : undefined);

  async function open(given: User, phrase?: string) {
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    onTold(undefined);
    try {
      const secret = phrase === undefined ? { way: "passkey" as const } : { way: "phrase" as const, phrase };
      const answer = await device.unlock({ userKey: given.key, secret });
      if (answer === "wrong") onTold(phrase === undefined ? "wrongPasskey" : "wrongWords");
      setEnd(answer === "lease_over" ? "leaseOver" : answer === "destroyed" ? "destroyed" : undefined);
    } catch (error) {
      setProblem(sayProblem(error, t.lang) ?? t("door.wrongPasskey"));
    } finally {
      setBusy(false);
    }
  }

  if (end)
    return (
      <>
        <Notice tone="due" title={t(`door.${end}`)}>
          {t(`door.${end}Next`)}
        </Notice>
        <SignInForm
          send={async (given) => {
            await openSession(given);
            if (end === "destroyed") await startSession();
            else setEnd(undefined);
          }}
        />
      </>
    );
  return (
    <>
      <p className="soft">{t("door.why")}</p>
      {users.length > 1 && (
        <ChoiceField
          label={t("door.who")}
          stacked
          value={user?.key ?? ""}
          onChange={setChosen}
          options={users.map((each) => ({ value: each.key, label: each.label }))}
        />
      )}
      {user && user.waiting > 0 && <p className="soft small">{t("door.waiting", { count: user.waiting })}</p>}
      {problem && (
        <div role="alert">
          <Notice tone="danger">{problem}</Notice>
        </div>
      )}
      {user?.way === "phrase" && (
        <WordsForm
          key={user.key}
          label={t("door.words")}
          submit={t("door.open")}
          busy={busy && t("door.opening")}
          onSubmit={(phrase) => void open(user, phrase)}
        />
      )}
      {user?.way === "passkey" && (
        <Button kind="main" icon="lock" wide busy={busy && t("door.opening")} onClick={() => void open(user)}>
          {t("door.passkey")}
        </Button>
      )}
    </>
  );
}
