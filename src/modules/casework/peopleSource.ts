import { translate } from "../../platform/messages.ts";
import type { SearchHit, SearchSource } from "../../platform/ui/CommandPalette.tsx";
import { getLanguage } from "../../platform/ui/language.ts";
import { getSessionState } from "../../platform/ui/session.ts";
import { caseworkAccess } from "./access.ts";
import { isSearch, searchPeople } from "../person/api.ts";

const restMs = 2_000;

/** Whoever may look for people; others are not asked for, so that no refusal stands in the audit. */
function searches(): boolean {
  const state = getSessionState();
  const roles = "session" in state ? state.session.roles : [];
  return roles.some((role) => role in caseworkAccess["timeline.read"]);
}

/** People in quick search. A term that rests for two seconds is noted in the audit. */
export const peopleSource: SearchSource = {
  id: "people",
  get label() {
    const words = { people: { pl: "Osoby", en: "People", uk: "Люди" } };
    return translate(words, getLanguage())("people");
  },
  async find(term, signal) {
    if (!isSearch(term) || !searches()) return [];
    const timer = setTimeout(() => void searchPeople(term, signal, true, 1).catch(() => undefined), restMs);
    signal.addEventListener("abort", () => clearTimeout(timer));
    const { people } = await searchPeople(term, signal, false, 8);
    return people.map(
      ({ id, name, personNo }): SearchHit => ({
        id,
        label: name,
        detail: `#${personNo}`,
        to: `/people/${id}`,
        icon: "person",
      }),
    );
  },
};
