import { defineMessages } from "../../platform/messages.ts";

/** What a door of signing in says before anything goes wrong: a phone in the field loads no more of this room. */
export const doorMessages = defineMessages({
  "organisation.login": { pl: "Zaloguj kluczem dostępu", en: "Sign in with a passkey", uk: "Увійти ключем доступу" },
  "me.givePassword": {
    pl: "Podaj hasło, żeby to zrobić",
    en: "Give your password to do this",
    uk: "Введіть пароль, щоб це зробити",
  },
  "proof.emptyPassword": { pl: "Wpisz hasło.", en: "Type the password.", uk: "Введіть пароль." },
  "me.totpCode": { pl: "Kod z aplikacji", en: "Code from the app", uk: "Код із застосунку" },
});
