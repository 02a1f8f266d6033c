/** Texts that name a thing of a closed list or with a check sum: they cannot be anything. */
export const fixed: ReadonlySet<string> = new Set([
  "person.record pesel",
  "unit.record kind",
  "parameter.set code",
  "employer.record nip",
  "employer.record regon",
  "group.record template",
]);

/** What the database keeps as it was typed, by the reason why it may. Every other text that a command carries is sealed. */
export const inClear: Readonly<Record<string, readonly string[]>> = {
  "who somebody is: found by search, compared for duplicates": [
    "person.record fields.alias",
    "person.record fields.previousLastNames",
    "contract.draft parties.name",
    "contract.draft parties.actsAs",
    "contract.draft parties.representedBy",
    "representative.record name",
    "household.record name",
  ],
  "where somebody is: kept from all who are not on the person's list by C7, not by a key; the sealed section WHEREABOUTS is for the rest":
    [
      "person.record fields.correspondenceAddress",
      "person.record fields.registrationAddress",
      "person.record fields.registrationCommune",
      "person.record fields.safeContactNote",
      "person.record fields.emergencyContact",
      "person.record fields.emergencyRelation",
      "contact.record card.placeText",
      "representative.record contact",
    ],
  "everyday data of no special category": [
    "person.record fields.occupation",
    "person.record fields.qualifications",
    "representative.record scope",
    "representative.record rulingRef",
    "consent.record purpose",
    "consent.record textVersion",
    "person.merge reason",
    "task.add text",
    "glass.break reason",
    "contract.draft consequences",
    "contract.draft pupReferral",
    "placement.plan programme",
    "placement.plan agreementNo",
    "placement.plan mentor",
    "placement.plan shorterReason",
  ],
  "about staff, employers, projects, groups and places, not about a person served": [
    "account.invite displayName",
    "account.invite jobTitle",
    "account.reset reason",
    "device.rename name",
    "route.save name",
    "street-month.freeze correctionReason",
    "info-card.save title",
    "info-card.save body",
    "alone-permission.end reason",
    "site.record name",
    "site.record area",
    "site.record facilitiesNearby",
    "employer.record name",
    "employer.record address",
    "employer.record contactPerson",
    "employer.record contactPhone",
    "employer.record workplace",
    "employer.record conditions",
    "declaration.record signedBy",
    "declaration.record positions",
    "declaration.record conditions",
    "project.record title",
    "project.record number",
    "project.record funder",
    "project.record edition",
    "project.record leadPartner",
    "project.record area",
    "project.record targetGroup",
    "group.record name",
    "group.record modules.name",
    "group.record modules.provider",
    "session.add room",
    "partnership.record name",
    "partnership.record purpose",
    "share.give purpose",
  ],
};

/** Records that the drill fills fuller than the smallest one, so that all their texts are written. */
export const fuller: Readonly<Record<string, (payload: Record<string, unknown>) => Record<string, unknown>>> = {
  "contact.record": ({ card, ...payload }) => ({
    ...payload,
    card: {
      ...(card as object), // the sample is an object
      health: { observations: [], substance: null, note: "" },
      nextStep: { text: "próba", dueOn: null },
    },
  }),
};

/** What must be among the texts that were written: special-category, intimate, or a secret. */
export const mustBeSealed: readonly string[] = [
  "person.record pesel",
  "person.record fields.otherIdNumber",
  "person.write-section content.text",
  "assessment.write-note text",
  "assessment.record conclusion",
  "assessment.record content.reason",
  "contact.record card.note",
  "contact.record card.health.note",
  "contact.record card.nextStep.text",
  "contract.draft situation",
  "contract.draft resources",
  "contract.draft barriers",
  "contract.set-duties duties.what",
  "plan.draft situation",
  "plan.set-tasks tasks.what",
  "account.begin-totp secret",
];
