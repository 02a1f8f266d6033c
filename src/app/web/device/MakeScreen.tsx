import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { phoneWorkQuery } from "../../../modules/device/api.ts";
import { deviceMessages } from "../../../modules/device/messages.ts";
import { ProofForm } from "../../../modules/organisation/ProofForm.tsx";
import * as device from "../../../platform/device/device.ts";
import { isPin } from "../../../platform/device/phraseForm.ts";
import { Button } from "../../../platform/ui/Button.tsx";
import { ChoiceField } from "../../../platform/ui/ChoiceField.tsx";
import { FormSection } from "../../../platform/ui/FormLayout.tsx";
import { Notice } from "../../../platform/ui/Notices.tsx";
import { problemSentence } from "../../../platform/ui/problemText.ts";
import { useSession } from "../../../platform/ui/session.ts";
import { TextField } from "../../../platform/ui/TextField.tsx";
import { toast } from "../../../platform/ui/Toasts.tsx";
import { uiMessages } from "../../../platform/ui/uiMessages.ts";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { canKeep, isIos, offersPasskey } from "./browser.ts";
import { LostNotice } from "./LostNotice.tsx";
import { phoneMessages } from "./phoneMessages.ts";
import { sayProblem, startDevice } from "./theDevice.ts";
import { WordsStep } from "./WordsStep.tsx";
import "./phone.css";

type Way = "passkey" | "phrase";
type Chosen = { label: string; way: Way; pin: string };

/** Makes this browser a device: what it means in plain words, then what opens it, then who it is, then the store. */
export function MakeScreen() {
  const t = useMessages(phoneMessages);
  const ui = useMessages(uiMessages);
  const session = useSession();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<Chosen>();
  const [phrase, setPhrase] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const [can, setCan] = useState<boolean>();
  const said = useMessages(deviceMessages);
  const work = useQuery(phoneWorkQuery);
  useEffect(() => void canKeep().then(setCan), []);

  async function make({ label, pin }: Chosen, proof: string) {
    setProblem(undefined);
    try {
      await startDevice(queries);
      void device.askPersistence().catch(() => false); // Firefox asks its user and waits as long as they do
      const secret = phrase === undefined ? { way: "passkey" as const } : { way: "phrase" as const, phrase };
      await device.enrol({ label, pin, session, secret, proof });
      toast({ text: t("make.done") });
    } catch (error) {
      setProblem(sayProblem(error, t.lang) ?? problemSentence(error, t, ui));
    }
  }

  if (work.data?.allowed === false) return <Notice tone="due">{said("device.work_off")}</Notice>;
  if (can === false)
    return (
      <Notice tone="due" title={t("make.cannot")}>
        {t("make.cannotNext")}
      </Notice>
    );
  return (
    <div className="stack">
      <LostNotice />
      {problem && (
        <div role="alert">
          <Notice tone="danger">{problem}</Notice>
        </div>
      )}
      <div className="stack" hidden={chosen !== undefined}>
        <What />
        <Choose onChosen={setChosen} />
      </div>
      {chosen?.way === "phrase" && phrase === undefined && <WordsStep onWords={setPhrase} />}
      {chosen && (chosen.way === "passkey" || phrase !== undefined) && (
        <>
          <FormSection question={t("make.who")}>
            <p>{t("make.whoText")}</p>
          </FormSection>
          <ProofForm submit={t("make.go")} onProof={(proof) => make(chosen, proof)} />
          <div className="cluster">
            <Button
              kind="plain"
              onClick={() => {
                setChosen(undefined);
                setPhrase(undefined);
              }}
            >
              {t("make.back")}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}

/** What will lie on the phone, for how long, and what to do when it is lost. */
function What() {
  const t = useMessages(phoneMessages);
  return (
    <>
      <FormSection question={t("make.what")}>
        <ul className="phone-list">
          <li>{t("make.what.1")}</li>
          <li>{t("make.what.2")}</li>
          <li>{t("make.what.3")}</li>
        </ul>
      </FormSection>
      <FormSection question={t("make.long")}>
        <p>{t("make.longText")}</p>
      </FormSection>
      <FormSection question={t("make.lost")}>
        <p>{t("make.lostText")}</p>
      </FormSection>
      {isIos() && (
        <Notice tone="due" title={t("make.ios")}>
          {t("make.iosText")}
        </Notice>
      )}
    </>
  );
}

function Choose({ onChosen }: { onChosen: (chosen: Chosen) => void }) {
  const t = useMessages(phoneMessages);
  const [label, setLabel] = useState("");
  const [way, setWay] = useState<Way>("phrase");
  const [pin, setPin] = useState("");
  const [again, setAgain] = useState("");
  const [asked, setAsked] = useState(false);
  const [passkey, setPasskey] = useState(false);
  useEffect(() => {
    void offersPasskey().then((offered) => {
      setPasskey(offered);
      if (offered) setWay("passkey");
    });
  }, []);
  const errors = {
    label: label.trim() ? undefined : t("make.labelEmpty"),
    pin: isPin(pin) ? undefined : t("make.pinHint"),
    again: pin === again ? undefined : t("make.pinDiffers"),
  };
  const told = (error: string | undefined) => (asked ? error : undefined);
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (!errors.label && !errors.pin && !errors.again) onChosen({ label: label.trim(), way, pin });
      }}
    >
      <TextField
        label={t("make.label")}
        hint={t("make.labelHint")}
        maxLength={60}
        value={label}
        onChange={setLabel}
        error={told(errors.label)}
      />
      {passkey && (
        <ChoiceField<Way>
          label={t("make.way")}
          stacked
          value={way}
          onChange={(next) => setWay(next || way)}
          options={[
            { value: "passkey", label: t("make.passkey"), hint: t("make.passkeyHint") },
            { value: "phrase", label: t("make.phrase"), hint: t("make.phraseHint") },
          ]}
        />
      )}
      <TextField
        label={t("make.pin")}
        hint={t("make.pinHint")}
        type="password"
        inputMode="numeric"
        maxLength={8}
        size={8}
        value={pin}
        onChange={setPin}
        error={told(errors.pin)}
      />
      <TextField
        label={t("make.pinAgain")}
        type="password"
        inputMode="numeric"
        maxLength={8}
        size={8}
        value={again}
        onChange={setAgain}
        error={told(errors.again)}
      />
      <Button type="submit" kind="main" wide>
        {t("make.next")}
      </Button>
    </form>
  );
}
