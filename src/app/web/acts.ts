import { caseworkAccess } from "../../modules/casework/access.ts";
import { outreachAccess } from "../../modules/outreach/access.ts";
import type { Messages } from "../../platform/messages.ts";
import { translate } from "../../platform/messages.ts";
import type { SearchSource } from "../../platform/ui/CommandPalette.tsx";
import { fold } from "../../platform/ui/fold.ts";
import type { IconName } from "../../platform/ui/Icon.tsx";
import { getLanguage } from "../../platform/ui/language.ts";
import { getSessionState } from "../../platform/ui/session.ts";
import { screens } from "./screens.tsx";

type Act = {
  to: string;
  verb: Readonly<Record<string, unknown>>;
  icon: IconName;
  words: Messages[string];
  about?: true;
};

const newcomers = { ...caseworkAccess["case.open"], SHELTER_WORKER: "unit" };

/**
 * What Ctrl+K can begin: a verb and a thing. Shown to roles that have the verb, where a room has brought the screen. `about`:
 * begun on a person's page, it is about them.
 */
const acts: readonly Act[] = [
  {
    to: "/contacts/new",
    verb: outreachAccess["contact.record"],
    icon: "plus",
    about: true,
    words: { pl: "Zapisz kontakt", en: "Record a contact", uk: "Записати контакт" },
  },
  {
    to: "/tasks/new",
    verb: caseworkAccess["task.write"],
    icon: "check",
    about: true,
    words: { pl: "Dodaj zadanie", en: "Add a task", uk: "Додати завдання" },
  },
  {
    to: "/people/new",
    verb: newcomers,
    icon: "person",
    words: { pl: "Zapisz nową osobę", en: "Record a new person", uk: "Записати нову особу" },
  },
  {
    to: "/minor-alert",
    verb: outreachAccess["minor-alert.record"],
    icon: "warning",
    words: {
      pl: "Zgłoś małoletniego bez opiekuna",
      en: "Report a minor without a guardian",
      uk: "Повідомити про неповнолітнього без опікуна",
    },
  },
  {
    to: "/groups/new",
    verb: { KIS_COORDINATOR: "unit", CIS_MANAGER: "unit" },
    icon: "calendar",
    words: { pl: "Utwórz grupę", en: "Make a group", uk: "Створити групу" },
  },
];

const heading = { acts: { pl: "Czynności", en: "Acts", uk: "Дії" } };

/** The person on whose page one is; null elsewhere. */
export function personOf(path: string): string | null {
  return /^\/people\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\/|$)/.exec(path)?.[1] ?? null;
}

export const actsSource: SearchSource = {
  id: "acts",
  get label() {
    return translate(heading, getLanguage())("acts");
  },
  find(term) {
    const state = getSessionState();
    const roles = "session" in state ? state.session.roles : [];
    const lang = getLanguage();
    return acts
      .filter((act) => roles.some((role) => role in act.verb) && screens.some((screen) => screen.path === act.to))
      .map(({ to, icon, words, about }) => {
        const person = about && personOf(location.pathname);
        const label = translate({ act: words }, lang)("act");
        return { id: to, label, to, icon, ...(person ? { search: { person } } : {}) };
      })
      .filter((hit) => fold(hit.label).includes(fold(term)));
  },
};
