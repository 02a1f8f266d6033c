import { useState } from "react";
import { sendJson } from "../../platform/ui/api.ts";
import { FormSection } from "../../platform/ui/FormLayout.tsx";
import { SelectField } from "../../platform/ui/SelectField.tsx";
import { TextField } from "../../platform/ui/TextField.tsx";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { organisationKinds } from "./codes.ts";
import { DoorForm } from "./DoorForm.tsx";
import { LinkPage, useLinkToken } from "./LinkPage.tsx";
import { organisationMessages } from "./messages.ts";
import { useDoor } from "./useDoor.ts";

const empty = { organisationName: "", shortName: "", kind: "", login: "", displayName: "", password: "" };

/** The first organisation and its administrator, by the link from the server's console. */
export function SetupScreen() {
  const t = useMessages(organisationMessages);
  const token = useLinkToken();
  const door = useDoor();
  const [values, setValues] = useState(empty);
  const [done, setDone] = useState<string>();
  const field = (name: keyof typeof empty) => ({
    value: values[name],
    onChange: (value: string) => setValues((old) => ({ ...old, [name]: value })),
  });
  const send = async () => {
    await sendJson("POST", "/api/setup", { token, ...values }, { mendSession: false });
    setDone(t("recovery.taken"));
  };
  return (
    <LinkPage title={t("setup.title")} lead={t("setup.lead")} done={done}>
      <DoorForm {...door} submit={t("setup.save")} onSubmit={() => void door.run(send)}>
        <FormSection question={t("setup.which")}>
          <TextField label={t("setup.organisation")} autoFocus {...field("organisationName")} />
          <TextField label={t("setup.short")} size={20} {...field("shortName")} />
          <SelectField
            label={t("setup.kind")}
            options={organisationKinds.map((kind) => ({ value: kind as string, label: t(`organisationKind.${kind}`) }))}
            {...field("kind")}
          />
        </FormSection>
        <FormSection question={t("setup.you")}>
          <TextField label={t("name")} autoComplete="name" {...field("displayName")} />
          <TextField label={t("login")} hint={t("invite.loginHint")} autoComplete="username" {...field("login")} />
          <TextField
            label={t("password")}
            hint={t("me.passwordHint")}
            type="password"
            autoComplete="new-password"
            {...field("password")}
          />
        </FormSection>
      </DoorForm>
    </LinkPage>
  );
}
