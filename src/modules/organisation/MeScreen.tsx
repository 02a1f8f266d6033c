import { useState } from "react";
import { sendJson } from "../../platform/ui/api.ts";
import { ChoiceField } from "../../platform/ui/ChoiceField.tsx";
import { CommandForm } from "../../platform/ui/CommandForm.tsx";
import { DeviceOffer } from "../../platform/ui/DeviceOffer.tsx";
import { setLanguage, useLanguage } from "../../platform/ui/language.ts";
import { Card, Page } from "../../platform/ui/Page.tsx";
import { useSession } from "../../platform/ui/session.ts";
import { TextField } from "../../platform/ui/TextField.tsx";
import { toast } from "../../platform/ui/Toasts.tsx";
import { uiMessages } from "../../platform/ui/uiMessages.ts";
import { useCommandForm } from "../../platform/ui/useCommandForm.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { DoorForm } from "./DoorForm.tsx";
import { FactorsCard } from "./FactorsCard.tsx";
import { organisationMessages } from "./messages.ts";
import { SessionList } from "./SessionList.tsx";
import { useDoor } from "./useDoor.ts";

/** My own account: second factor, password, sessions, language. While a demanded second factor is missing, that alone. */
export function MeScreen() {
  const t = useMessages(organisationMessages);
  const session = useSession();
  return (
    <Page title={t("me.title")} lead={`${session.account.name}, ${session.organisation.name}`} narrow>
      <FactorsCard />
      <PasswordCard />
      {!session.secondFactorDue && session.authorised !== false && (
        <>
          <Card title={t("me.sessions")}>
            <p>{t("me.sessionsWhy")}</p>
            <SessionList accountId={null} />
          </Card>
          <DeviceOffer />
          <LanguageCard />
        </>
      )}
    </Page>
  );
}

function PasswordCard() {
  const t = useMessages(organisationMessages);
  const door = useDoor();
  const [password, setPassword] = useState("");
  const [next, setNext] = useState("");
  const send = async () => {
    await sendJson("POST", "/api/session/password", { password, next });
    setPassword("");
    setNext("");
    toast({ text: t("me.passwordDone") });
  };
  return (
    <Card title={t("me.password")}>
      <DoorForm {...door} kind="quiet" submit={t("me.passwordSave")} onSubmit={() => void door.run(send)}>
        <TextField
          label={t("me.passwordNow")}
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
        />
        <TextField
          label={t("me.passwordNew")}
          hint={t("me.passwordHint")}
          type="password"
          autoComplete="new-password"
          value={next}
          onChange={setNext}
        />
      </DoorForm>
    </Card>
  );
}

function LanguageCard() {
  const t = useMessages(organisationMessages);
  const ui = useMessages(uiMessages);
  const language = useLanguage();
  const form = useCommandForm({
    type: "account.set-language",
    messages: t,
    initial: { language: language as "" | "pl" | "en" | "uk" },
    build: (values) => values,
    onDone: (_, values) => {
      void setLanguage(values.language).then((isHere) =>
        toast({ text: isHere ? t("me.languageDone") : ui("problem.networkRead") }),
      );
    },
  });
  return (
    <Card title={t("me.language")}>
      <CommandForm form={form} submit={ui("save")} submitKind="quiet">
        <ChoiceField
          label={t("me.language")}
          options={(["pl", "en", "uk"] as const).map((code) => ({ value: code, label: t(`lang.${code}`) }))}
          {...form.field("language")}
        />
      </CommandForm>
    </Card>
  );
}
