import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { plainDate } from "../../platform/time/plainDate.ts";
import { ChoiceField } from "../../platform/ui/ChoiceField.tsx";
import { today } from "../../platform/ui/clock.ts";
import { Definitions } from "../../platform/ui/Definitions.tsx";
import { Card } from "../../platform/ui/Page.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { Loaded } from "../../platform/ui/Waiting.tsx";
import { personQuery } from "../person/api.ts";
import type { PersonFile } from "../person/contract.ts";
import { factsOnDay } from "../person/rules.ts";
import { jurisdictionMessages } from "./jurisdictionMessages.ts";
import {
  type JurisdictionAsked,
  jurisdictionNeeds,
  missingForJurisdiction,
  ownCommunes,
  whoAnswers,
} from "./jurisdictionRules.ts";
import { caseworkMessages } from "./messages.ts";

/** Which commune answers, on which ground and who refunds: a hint out of the person's data and a few answers, saved nowhere. */
export function JurisdictionCard({ personId }: { personId: string }) {
  const t = useMessages(jurisdictionMessages);
  const person = useQuery(personQuery(personId));
  return (
    <Card title={t("title")}>
      <details>
        <summary>{t("hint")}</summary>
        <Loaded query={person}>{(file) => <Asking person={file} />}</Loaded>
      </details>
    </Card>
  );
}

/** True, false, or null when the data do not say it today. */
function homelessToday({ facts }: PersonFile): boolean | null {
  const held = factsOnDay(facts, plainDate(today())).find(({ kind }) => kind === "HOMELESSNESS");
  return held ? held.value === "STATUTORY" : null;
}

function Asking({ person }: { person: PersonFile }) {
  const t = useMessages(jurisdictionMessages);
  const known = homelessToday(person);
  const [need, setNeed] = useState<JurisdictionAsked["need"]>("BENEFIT");
  const [homeless, setHomeless] = useState<"yes" | "no" | "">(known === null ? "" : known ? "yes" : "no");
  const [own, setOwn] = useState<(typeof ownCommunes)[number] | "">("");
  const [urgent, setUrgent] = useState<"yes" | "no" | "">("no");
  const [foreign, setForeign] = useState<"yes" | "no" | "">("");
  const { citizenship, registrationCommune, registrationTeryt } = person.fields;
  const commune = registrationCommune || registrationTeryt;
  const asked: JurisdictionAsked = {
    need,
    homeless: homeless === "" ? null : homeless === "yes",
    own: own === "" || (own === "NEVER" && homeless === "no") ? null : own,
    urgent: urgent === "yes",
    foreigner: citizenship ? citizenship !== "PL" : foreign === "" ? null : foreign === "yes",
  };
  const yesNo = (["yes", "no"] as const).map((value) => ({ value, label: t(value) }));
  return (
    <div className="stack">
      <SelectField
        label={t("need")}
        value={need}
        options={jurisdictionNeeds.map((value) => ({ value, label: t(`need.${value}`) }))}
        onChange={(value) => setNeed(jurisdictionNeeds.find((one) => one === value) ?? need)}
      />
      <ChoiceField label={t("homeless")} options={yesNo} value={homeless} onChange={setHomeless} />
      <ChoiceField
        label={t(homeless === "no" ? "ownResidence" : "ownRegistration")}
        {...(commune && homeless !== "no" ? { hint: t("inFile", { commune }) } : {})}
        options={ownCommunes
          .filter((value) => value !== "NEVER" || homeless !== "no")
          .map((value) => ({ value, label: t(`own.${value}`) }))}
        value={asked.own ?? ""}
        onChange={setOwn}
      />
      {!citizenship && (
        <ChoiceField
          label={t("foreigner")}
          hint={t("foreigner.hint")}
          options={yesNo}
          value={foreign}
          onChange={setForeign}
        />
      )}
      <ChoiceField
        label={t("urgent")}
        options={[
          { value: "no", label: t("urgentNo") },
          { value: "yes", label: t("urgentYes") },
        ]}
        value={urgent}
        onChange={setUrgent}
      />
      <Answer asked={asked} />
    </div>
  );
}

function Answer({ asked }: { asked: JurisdictionAsked }) {
  const t = useMessages(jurisdictionMessages);
  const casework = useMessages(caseworkMessages);
  const answer = whoAnswers(asked);
  const note = answer?.note;
  return (
    <div role="status" className="stack-tight">
      {missingForJurisdiction(asked).map((what) => (
        <p key={what}>{t(`missing.${what}`)}</p>
      ))}
      {note && <p>{note === "jurisdiction.residence_unknown" ? t(note) : casework(note)}</p>}
      {answer?.why && <p>{t(`why.${answer.why}`)}</p>}
      {answer && (
        <Definitions
          columns={2}
          items={[
            { term: t("answers"), value: <strong>{t(`by.${answer.by}`)}</strong> },
            { term: t("basis"), value: t(`basis.${answer.basis}`) },
            {
              term: t("refund"),
              value: t(answer.refund === null ? "refundUnknown" : answer.refund ? "refundYes" : "refundNo"),
            },
            {
              term: t("also"),
              value: [
                answer.admitAtOnce && t("atOnce"),
                answer.consult && t("consult"),
                answer.interviewNeeded && t(answer.decisionNeeded ? "interview" : "interviewOnly"),
              ]
                .filter(Boolean)
                .join("; "),
            },
          ]}
        />
      )}
    </div>
  );
}
