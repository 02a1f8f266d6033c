import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { Button } from "../../../platform/ui/Button.tsx";
import { useMessages } from "../../../platform/ui/useMessages.ts";
import { cardCodeFrom, cardFingerprint } from "../cards/codes.ts";
import type { Register } from "../contract.ts";
import { attendanceMessages } from "../messages.ts";
import { ofCard } from "../registerDraft.ts";

const CardCamera = lazy(() => import("./CardCamera.tsx").then((it) => ({ default: it.CardCamera })));

type Person = Register["people"][number];
export type CardScanProps = {
  people: readonly Person[];
  /** Marks the person present; false: they were already. */
  onPerson: (person: Person) => boolean;
};

/** Cards by a hand scanner, which types into the field, or by the camera. What a card says stays in this screen: nothing is sent for it. */
export function CardScan({ people, onPerson }: CardScanProps) {
  const t = useMessages(attendanceMessages);
  const [typed, setTyped] = useState("");
  const [told, setTold] = useState("");
  const [camera, setCamera] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDivElement>(null);
  // on a phone it would begin below the fold; a browser may answer with a promise, which is no way to end an effect
  useEffect(() => {
    box.current?.scrollIntoView({ block: "start" });
  }, []);

  const read = async (text: string) => {
    const code = cardCodeFrom(text);
    if (!code) return setTold(t("scan.notACard"));
    const person = ofCard(people, await cardFingerprint(code));
    if (!person) return setTold(t("scan.unknown"));
    setTold(t(onPerson(person) ? "scan.done" : "scan.already", { name: person.name }));
  };
  const submit = () => {
    const text = typed;
    setTyped("");
    if (text.trim()) void read(text);
    field.current?.focus();
  };
  return (
    <div className="stack register-scanning" ref={box}>
      <p role="status" className="register-count">
        {told || t("scan.hint")}
      </p>
      {camera && (
        <Suspense>
          <CardCamera onRead={(text) => void read(text)} />
        </Suspense>
      )}
      <div className="register-scan">
        <label className="stack">
          <span>{t("scan.field")}</span>
          <input
            ref={field}
            className="input"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={60}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              event.preventDefault();
              submit();
            }}
          />
        </label>
        <Button onClick={() => setCamera(!camera)} pressed={camera}>
          {t(camera ? "scan.cameraOff" : "scan.camera")}
        </Button>
      </div>
    </div>
  );
}
