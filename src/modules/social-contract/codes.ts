// Code lists and fixed words without further imports, so that screens load nothing else with them.

export const dutyResults = ["KEPT", "PARTLY", "NOT", "NO_LONGER_RELEVANT"] as const;
export type DutyResult = (typeof dutyResults)[number];

/** How the other centre was asked. */
export const askChannels = ["LETTER", "EPUAP", "E_MAIL", "PHONE"] as const;
export type AskChannel = (typeof askChannels)[number];

export const contractEnds = [
  "GOALS_ACHIEVED",
  "PARTLY_ACHIEVED",
  "BREACH_BY_PERSON",
  "WITHDRAWN_BY_PERSON",
  "CHANGE_OF_COMMUNE",
  "DECEASED",
  "OTHER",
] as const;
export type ContractEnd = (typeof contractEnds)[number];

/** Where in the law or the rules a refusal comes from, for the small type under it. */
export const refusalSource: Partial<Record<string, string>> = {
  "contract.party_missing_person": "art. 6 pkt 6 ustawy o pomocy społecznej",
  "contract.party_missing_ops": "art. 6 pkt 6 i art. 108 ust. 1 ustawy o pomocy społecznej",
  "contract.not_by_social_worker": "art. 108 ust. 1 ustawy o pomocy społecznej",
  "contract.not_by_centre": "art. 108 ust. 1 ustawy o pomocy społecznej",
  "contract.duties_missing_person": "art. 6 pkt 6 ustawy o pomocy społecznej",
  "contract.duties_missing_ops": "art. 6 pkt 6 ustawy o pomocy społecznej",
  "contract.consultation_missing": "art. 108 ust. 1a ustawy o pomocy społecznej",
  "contract.consultation_reason_missing": "art. 108 ust. 1a ustawy o pomocy społecznej",
  "contract.consultation_other_commune": "art. 108 ust. 1a ustawy o pomocy społecznej",
  "contract.consequences_missing": "art. 11 ust. 2 ustawy o pomocy społecznej",
  "contract.duty_without_due_date": "R-SC-04",
  "contract.duties_missing_lead": "R-SC-03",
  "contract.evaluation_missing": "R-SC-04",
  "contract.representative_missing": "R-CAP-05",
  "contract.member_representative_missing": "R-CAP-05",
  "contract.member_is_adult": "R-CAP-01",
  "contract.member_needs_own_contract": "R-CAP-04",
  "contract.frozen": "R-DOC-02",
  "contract.content_changed": "R-DOC-02",
  "contract.person_not_heard": "R-SC-07",
  "contract.evaluation_incomplete": "R-SC-04",
  "contract.annex_waiting": "R-DOC-02",
  "contract.annex_in_force": "R-DOC-02",
  "contract.annex_withdrawn": "R-DOC-02",
  "contract.annex_signed_by_somebody": "R-DOC-02",
  "contract.answer_before_asking": "art. 108 ust. 1a ustawy o pomocy społecznej",
};

/**
 * The information on what not keeping the contract may mean, in plain words. Information, no threat: a person decides,
 * after hearing the other. Source: docs/domain/rules.md R-SC-07 (art. 11(2) and (3)).
 */
export const plainConsequences =
  "To informacja, nie groźba. Art. 11 ust. 2 ustawy o pomocy społecznej mówi, że niedotrzymywanie kontraktu " +
  "„może stanowić podstawę” do ograniczenia świadczenia, odmowy jego przyznania, uchylenia decyzji albo wstrzymania " +
  "świadczenia. Nic nie dzieje się samo: zawsze decyduje człowiek, najpierw wysłucha drugiej strony i bierze pod uwagę " +
  "sytuację osób na jej utrzymaniu (art. 11 ust. 3). Jeśli czegoś nie da się dotrzymać, wystarczy powiedzieć o tym jak " +
  "najwcześniej: kontrakt można zmienić aneksem.";
