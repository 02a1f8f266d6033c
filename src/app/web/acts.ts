import type { Messages } from "../../platform/messages.ts";
import { translate } from "../../platform/messages.ts";
import type { SearchSource } from "../../platform/ui/CommandPalette.tsx";
import { fold } from "../../platform/ui/fold.ts";
import type { IconName } from "../../platform/ui/Icon.tsx";
import { getLanguage } from "../../platform/ui/language.ts";
import { getSessionState } from "../../platform/ui/session.ts";
import { caseworkAccess } from "../../modules/casework/access.ts";
import { outreachAccess } from "../../modules/outreach/access.ts";
import { screens } from "./screens.tsx";

type Act = { to: string; verb: Readonly<Record<string, unknown>>; icon: IconName; words: Messages[string] };

const newcomers = { ...caseworkAccess["case.open"], SHELTER_WORKER: "unit" };

/** What Ctrl+K can begin: a verb and a thing. Shown to roles that have the verb, where a room has brought the screen. */
const acts: readonly Act[] = [
  {
    to: "/contacts/new",
    verb: outreachAccess["contact.record"],
    icon: "plus",
    words: { pl: "Zapisz kontakt", en: "Record a contact", uk: "Записати контакт" },
  },
  {
    to: "/tasks/new",
    verb: caseworkAccess["task.write"],
    icon: "check",
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
      .map((act) => ({ id: act.to, label: translate({ act: act.words }, lang)("act"), to: act.to, icon: act.icon }))
      .filter((hit) => fold(hit.label).includes(fold(term)));
  },
};
