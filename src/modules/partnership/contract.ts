import { z } from "zod";
import { Instant, PlainDate } from "../../platform/time/schemas.ts";
import { legalBases, shareableSections } from "./codes.ts";

/** Days are inclusive; `validUntil` null: until further notice. */
const Period = { validFrom: PlainDate, validUntil: PlainDate.nullable() };

/** A new id makes a partnership; a known one is edited against the envelope's `base`. Members that are left out stay as they were. */
export const RecordPartnership = z.strictObject({
  partnershipId: z.uuid(),
  name: z.string().min(1).max(300),
  purpose: z.string().min(1).max(1000).nullable(),
  ...Period,
  members: z.array(z.strictObject({ shortName: z.string().min(1).max(60), ...Period })).max(50),
  /** Members that leave by our word, with their last day (inclusive). */
  endings: z
    .array(z.strictObject({ organisationId: z.uuid(), validUntil: PlainDate }))
    .max(50)
    .default([]),
});
export type RecordPartnership = z.infer<typeof RecordPartnership>;

/** A partnership that another organisation keeps and names us in. */
export const OfferedPartnership = z.strictObject({ organisationId: z.uuid(), partnershipId: z.uuid() });
export type OfferedPartnership = z.infer<typeof OfferedPartnership>;

export const GiveShare = z.strictObject({
  shareId: z.uuid(),
  personId: z.uuid(),
  toOrganisationId: z.uuid(),
  /** Left out: as little as there is, who the person is. */
  sections: z.array(z.enum(shareableSections)).min(1).max(10).default(["CORE"]),
  legalBasis: z.enum(legalBases),
  purpose: z.string().min(5).max(500),
  validFrom: PlainDate,
  /** Inclusive; a share always ends. */
  validUntil: PlainDate,
});
export type GiveShare = z.infer<typeof GiveShare>;

export const ShareId = z.strictObject({ shareId: z.uuid() });
export type ShareId = z.infer<typeof ShareId>;

/** Says that the shared person is this one of ours. */
export const AcceptShare = z.strictObject({ linkId: z.uuid(), shareId: z.uuid(), personId: z.uuid() });
export type AcceptShare = z.infer<typeof AcceptShare>;

export const LinkId = z.strictObject({ linkId: z.uuid() });
export type LinkId = z.infer<typeof LinkId>;

export const PersonId = z.strictObject({ personId: z.uuid() });
export type PersonId = z.infer<typeof PersonId>;

const Page = { before: Instant.optional(), beforeId: z.uuid().optional() };
export const ReadSharedTimeline = z.strictObject({ shareId: z.uuid(), ...Page });
export type ReadSharedTimeline = z.infer<typeof ReadSharedTimeline>;
export const ReadHistory = z.strictObject({ personId: z.uuid(), ...Page });
export type ReadHistory = z.infer<typeof ReadHistory>;

export const PartnershipsView = z.object({
  /** Kept by us. `joinedAt` null: named, but has not joined. */
  own: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      purpose: z.string().nullable(),
      validFrom: PlainDate,
      validUntil: PlainDate.nullable(),
      version: z.int(),
      members: z.array(
        z.object({
          organisationId: z.uuid(),
          name: z.string(),
          validFrom: PlainDate,
          validUntil: PlainDate.nullable(),
          joinedAt: z.string().nullable(),
        }),
      ),
    }),
  ),
  /** Kept by others, who name us. */
  offered: z.array(
    z.object({
      organisationId: z.uuid(),
      id: z.uuid(),
      ownerName: z.string(),
      name: z.string(),
      purpose: z.string().nullable(),
      validFrom: PlainDate,
      validUntil: PlainDate.nullable(),
      joinedAt: z.string().nullable(),
      leftAt: z.string().nullable(),
    }),
  ),
});
export type PartnershipsView = z.infer<typeof PartnershipsView>;

/** Organisations with which something can be shared today. */
export const PartnersView = z.object({ partners: z.array(z.object({ id: z.uuid(), name: z.string() })) });
export type PartnersView = z.infer<typeof PartnersView>;

const shareStates = ["OPEN", "NOT_YET", "ENDED", "WITHDRAWN"] as const;
export type ShareState = (typeof shareStates)[number];

const ShareTerms = {
  sections: z.array(z.string()),
  legalBasis: z.string(),
  purpose: z.string(),
  validFrom: PlainDate,
  validUntil: PlainDate,
  givenAt: z.string(),
};

/** A share that we gave. */
export const GivenShare = z.object({
  id: z.uuid(),
  toOrganisationName: z.string(),
  ...ShareTerms,
  givenByName: z.string().nullable(),
  withdrawnAt: z.string().nullable(),
  state: z.enum(shareStates),
  /** In which kinds of records it opens the partner's own side. */
  sideOf: z.array(z.enum(["CONTRACT", "PLAN"])),
});
export type GivenShare = z.infer<typeof GivenShare>;

/** A share that we may read today. Who it is about is said when it is opened; `own*`: our person it was tied to. */
export const ReceivedShare = z.object({
  id: z.uuid(),
  origin: z.string(),
  ...ShareTerms,
  linkId: z.uuid().nullable(),
  ownPersonId: z.uuid().nullable(),
  ownPersonName: z.string().nullable(),
});
export type ReceivedShare = z.infer<typeof ReceivedShare>;

/** Our person whom a shared one was said to be. */
export const ShareTie = z.object({ linkId: z.uuid(), personId: z.uuid(), personName: z.string() });
export type ShareTie = z.infer<typeof ShareTie>;

/** What a share shows of the person. A part is null when it is not shared, or the reader's role does not read it. */
export const SharedPerson = z.object({
  shareId: z.uuid(),
  origin: z.string(),
  ...ShareTerms,
  tie: ShareTie.nullable(),
  core: z
    .object({
      firstName: z.string().nullable(),
      lastName: z.string().nullable(),
      alias: z.string().nullable(),
      sex: z.string(),
      birthDate: PlainDate.nullable(),
      birthDatePrecision: z.string(),
      ageEstimate: z.int().nullable(),
      citizenship: z.string().nullable(),
      languages: z.array(z.string()),
      interpreterNeeded: z.boolean(),
      phone: z.string().nullable(),
      protectedWhereabouts: z.boolean(),
    })
    .nullable(),
  /** Where contracts and plans stand. */
  social: z
    .array(z.object({ kind: z.enum(["CONTRACT", "PLAN"]), variant: z.string(), state: z.string(), onDay: PlainDate }))
    .nullable(),
  street: z.object({ contactsIn90Days: z.int(), lastContactAt: z.string().nullable() }).nullable(),
});
export type SharedPerson = z.infer<typeof SharedPerson>;

/** A record that several organisations promise something in. */
export const SideOf = z.strictObject({ type: z.enum(["contract", "plan"]), recordId: z.uuid() });
export type SideOf = z.infer<typeof SideOf>;

const partnerSides = ["LEAD", "SHELTER", "LEAD_ORGANISATION"] as const;

export const OpenSide = z.strictObject({
  sideId: z.uuid(),
  shareId: z.uuid(),
  ...SideOf.shape,
  side: z.enum(partnerSides),
  /** The goals that are opened with it; none that is not named. */
  goalIds: z.array(z.uuid()).max(30),
});
export type OpenSide = z.infer<typeof OpenSide>;

export const CloseSide = z.strictObject({ sideId: z.uuid() });
export type CloseSide = z.infer<typeof CloseSide>;

export const SidesView = z.object({
  personId: z.uuid(),
  /** `state` is that of its share: nothing is read there unless it is OPEN. */
  sides: z.array(
    z.object({
      id: z.uuid(),
      side: z.enum(partnerSides),
      shareId: z.uuid(),
      organisationName: z.string(),
      goalIds: z.array(z.uuid()),
      validUntil: PlainDate,
      state: z.enum(shareStates),
    }),
  ),
  /** Shares of today that could open one. */
  shares: z.array(z.object({ id: z.uuid(), organisationName: z.string(), purpose: z.string(), validUntil: PlainDate })),
});
export type SidesView = z.infer<typeof SidesView>;

export const sharedResults = ["DONE", "PARTLY", "NOT_DONE", "NO_LONGER_RELEVANT"] as const;

/** Our side of a contract or programme that a partner keeps. */
export const SharedPart = z.object({
  type: SideOf.shape.type,
  id: z.uuid(),
  variant: z.string(),
  state: z.string(),
  onDay: PlainDate,
  side: z.enum(partnerSides),
  /** `result`: how the owner's last evaluation or review found it. */
  duties: z.array(
    z.object({
      id: z.uuid(),
      what: z.string(),
      dueOn: PlainDate.nullable(),
      result: z.enum(sharedResults).nullable(),
    }),
  ),
  goals: z.array(z.object({ id: z.uuid(), what: z.string() })),
});
export type SharedPart = z.infer<typeof SharedPart>;

/** That something happened at another organisation; words come from the kind. */
export const SharedLine = z.object({
  id: z.uuid(),
  shareId: z.uuid(),
  origin: z.string(),
  kind: z.string(),
  section: z.string(),
  occurredAt: z.string(),
});
export type SharedLine = z.infer<typeof SharedLine>;

/** `more`: ask again with `before` and `beforeId` of the last line. */
export const SharedTimeline = z.object({ lines: z.array(SharedLine), more: z.boolean() });
export type SharedTimeline = z.infer<typeof SharedTimeline>;
