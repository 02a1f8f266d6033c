import { useMemo, useState } from "react";
import { NetworkFailure, ServerProblem } from "../../platform/ui/api.ts";
import { Button } from "../../platform/ui/Button.tsx";
import { ChoiceField } from "../../platform/ui/ChoiceField.tsx";
import { ErrorSummary, type FormErrorLine, Notice } from "../../platform/ui/Notices.tsx";
import { problemSentence } from "../../platform/ui/problemText.ts";
import { type SignIn, signIn } from "../../platform/ui/session.ts";
import { TextField } from "../../platform/ui/TextField.tsx";
import { uiMessages } from "../../platform/ui/uiMessages.ts";
import { useMessages } from "../../platform/ui/useMessages.ts";
import { webMessages } from "./webMessages.ts";

type Ask = { code: boolean; organisations: readonly { id: string; name: string }[] };

function organisationsIn(problem: ServerProblem): { id: string; name: string }[] {
  const { organisations } = problem.details;
  if (!Array.isArray(organisations)) return [];
  return organisations.filter(
    (each): each is { id: string; name: string } => typeof each?.id === "string" && typeof each?.name === "string",
  );
}

/** Login and password; the second factor and the organisation are asked for only when the server needs them. */
export function SignInForm(props: {
  login?: string;
  organisation?: string;
  /** What takes the answers instead of the session of this page. */
  send?: (given: SignIn) => Promise<void>;
}) {
  const { login: known, organisation: here } = props;
  const t = useMessages(webMessages);
  const ui = useMessages(uiMessages);
  const [login, setLogin] = useState(known ?? "");
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [organisation, setOrganisation] = useState(here ?? "");
  const [ask, setAsk] = useState<Ask>({ code: false, organisations: [] });
  const [problem, setProblem] = useState<string>();
  const [empty, setEmpty] = useState<readonly ("login" | "password")[]>([]);
  const [busy, setBusy] = useState(false);
  const errors = useMemo<FormErrorLine[]>(
    () => empty.map((name) => ({ id: `sign-in-${name}`, text: t(`empty.${name}`) })),
    [empty, t],
  );

  async function send(passkey?: unknown) {
    const missing = (["login", "password"] as const).filter((name) => !(name === "login" ? login.trim() : password));
    setEmpty(missing);
    setProblem(undefined);
    if (missing.length > 0 || busy) return;
    setBusy(true);
    try {
      await (props.send ?? signIn)({
        login: login.trim(),
        password,
        ...(code.trim() ? { code: code.replace(/\s/g, "") } : {}),
        ...(organisation ? { organisation } : {}),
        ...(passkey ? { passkey } : {}),
      });
    } catch (error) {
      setBusy(false);
      if (error instanceof ServerProblem && error.code === "session.code_needed" && error.details.code === false) {
        const { askPasskey } = await import("../../modules/organisation/PasskeySignIn.tsx");
        const answer = await askPasskey().catch(() => undefined);
        if (answer) await send(answer);
        else setProblem(t("session.passkey_needed"));
      } else if (error instanceof ServerProblem && error.code === "session.code_needed") {
        setAsk((old) => ({ ...old, code: true }));
        setProblem(code ? t("session.wrong_code") : undefined);
        setCode("");
      } else if (error instanceof ServerProblem && error.code === "session.organisation_needed") {
        setAsk((old) => ({ ...old, organisations: organisationsIn(error) }));
      } else {
        setProblem(error instanceof NetworkFailure ? ui("problem.network") : problemSentence(error, t, ui));
      }
    }
  }

  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <ErrorSummary errors={errors} />
      {problem && (
        <div role="alert">
          <Notice tone="danger">{problem}</Notice>
        </div>
      )}
      <TextField
        id="sign-in-login"
        label={t("signIn.login")}
        name="username"
        autoComplete="username"
        autoFocus={!known}
        disabled={Boolean(known)}
        value={login}
        onChange={setLogin}
        error={empty.includes("login") ? t("empty.login") : undefined}
      />
      <TextField
        id="sign-in-password"
        label={t("signIn.password")}
        name="password"
        type="password"
        autoComplete="current-password"
        autoFocus={Boolean(known)}
        value={password}
        onChange={setPassword}
        error={empty.includes("password") ? t("empty.password") : undefined}
      />
      {ask.code && (
        <TextField
          id="sign-in-code"
          label={t("signIn.code")}
          hint={t("signIn.codeHint")}
          inputMode="numeric"
          autoComplete="one-time-code"
          size={8}
          autoFocus
          value={code}
          onChange={setCode}
        />
      )}
      {ask.organisations.length > 0 && (
        <ChoiceField
          label={t("signIn.organisation")}
          stacked
          value={organisation}
          onChange={setOrganisation}
          options={ask.organisations.map((each) => ({ value: each.id, label: each.name }))}
        />
      )}
      <Button type="submit" kind="main" wide busy={busy && t("signIn.checking")}>
        {t("signIn.submit")}
      </Button>
    </form>
  );
}
