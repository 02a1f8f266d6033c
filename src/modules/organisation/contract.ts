import { z } from "zod";
import { roles } from "../../platform/access.ts";
import { PlainDate } from "../../platform/time/schemas.ts";
import { authorisationKinds, organisationKinds, recoveryKinds } from "./codes.ts";

/** What a passkey answers when it signs in, as the browser's library hands it over. */
export const PasskeyAnswer = z.object({
  id: z.string().max(2_000),
  rawId: z.string().max(2_000),
  type: z.literal("public-key"),
  response: z.object({
    clientDataJSON: z.string().max(10_000),
    authenticatorData: z.string().max(10_000),
    signature: z.string().max(10_000),
    userHandle: z.string().max(1_000).optional(),
  }),
  clientExtensionResults: z.object({}),
});
export type PasskeyAnswer = z.infer<typeof PasskeyAnswer>;

export const OpenSession = z.strictObject({
  login: z.string().min(1).max(200),
  password: z.string().min(1).max(500),
  code: z.string().max(20).optional(),
  /** Instead of the code, where the account has a passkey. */
  passkey: PasskeyAnswer.optional(),
  organisation: z.string().max(200).optional(),
  kind: z.enum(["cookie", "token"]),
});
export type OpenSession = z.infer<typeof OpenSession>;

const Role = z.enum(roles);

export const SessionView = z.object({
  account: z.object({ id: z.uuid(), name: z.string() }),
  organisation: z.object({ id: z.uuid(), name: z.string() }),
  roles: z.array(Role),
  unitIds: z.array(z.uuid()),
  language: z.enum(["pl", "en", "uk"]),
  idleMinutes: z.int(),
  authorised: z.boolean(),
  secondFactorDue: z.boolean(),
  today: z.string(),
  /** The server's clock, so that a phone with a wrong one records right times. */
  now: z.string(),
});
export type SessionView = z.infer<typeof SessionView>;

const Name = z.string().trim().min(1).max(200);
const Login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[^\s|]{2,200}$/);
const Password = z.string().min(1).max(500);
const Token = z.string().min(20).max(100);
/** SHA-256 of a link's token in hex: the token itself is made in the inviter's browser and never sent. */
const LinkHash = z.string().regex(/^[0-9a-f]{64}$/);

export const InviteAccount = z.strictObject({
  invitationId: z.uuid(),
  login: Login,
  displayName: Name,
  jobTitle: Name.nullable(),
  email: z.email().max(200).nullable(),
  roles: z.array(Role).min(1).max(10),
  unitIds: z.array(z.uuid()).max(50),
  validFrom: PlainDate,
  validUntil: PlainDate.nullable(),
  linkHash: LinkHash,
});
export type InviteAccount = z.infer<typeof InviteAccount>;

export const WithdrawInvitation = z.strictObject({ invitationId: z.uuid() });
export type WithdrawInvitation = z.infer<typeof WithdrawInvitation>;

export const ChangeRoles = z.strictObject({
  accountId: z.uuid(),
  roles: z.array(Role).min(1).max(10),
  unitIds: z.array(z.uuid()).max(50),
});
export type ChangeRoles = z.infer<typeof ChangeRoles>;

/** `lastDay` null: at once. */
export const EndAccount = z.strictObject({ accountId: z.uuid(), lastDay: PlainDate.nullable() });
export type EndAccount = z.infer<typeof EndAccount>;
export const ReleaseAccount = z.strictObject({ accountId: z.uuid() });
export type ReleaseAccount = z.infer<typeof ReleaseAccount>;
const languages = ["pl", "en", "uk"] as const;
export const SetLanguage = z.strictObject({ language: z.enum(languages) });
export type SetLanguage = z.infer<typeof SetLanguage>;

export const RecordAuthorisation = z.strictObject({
  authorisationId: z.uuid(),
  accountId: z.uuid(),
  kind: z.enum(authorisationKinds),
  scope: z.string().trim().max(500).nullable(),
  validFrom: PlainDate,
  validUntil: PlainDate.nullable(),
});
export type RecordAuthorisation = z.infer<typeof RecordAuthorisation>;
/** `lastDay` null: withdrawn at once. */
export const EndAuthorisation = z.strictObject({ authorisationId: z.uuid(), lastDay: PlainDate.nullable() });
export type EndAuthorisation = z.infer<typeof EndAuthorisation>;

export const ResetAccount = z.strictObject({
  recoveryId: z.uuid(),
  accountId: z.uuid(),
  kind: z.enum(recoveryKinds),
  reason: z.string().trim().min(10).max(500),
  linkHash: LinkHash,
});
export type ResetAccount = z.infer<typeof ResetAccount>;
export const ConfirmReset = z.strictObject({ recoveryId: z.uuid() });
export type ConfirmReset = z.infer<typeof ConfirmReset>;

export const RecordUnit = z.strictObject({ unitId: z.uuid(), name: Name, kind: z.string().min(1).max(40) });
export type RecordUnit = z.infer<typeof RecordUnit>;
export const CloseUnit = z.strictObject({ unitId: z.uuid(), closedOn: PlainDate });
export type CloseUnit = z.infer<typeof CloseUnit>;
export const RequireSecondFactor = z.strictObject({ roles: z.array(Role).max(30) });
export type RequireSecondFactor = z.infer<typeof RequireSecondFactor>;

export const RevokeSession = z.strictObject({ sessionId: z.uuid() });
export type RevokeSession = z.infer<typeof RevokeSession>;

export const SetParameter = z.strictObject({
  code: z.string().min(1).max(80),
  validFrom: PlainDate,
  /** Decimal text with at most four places. */
  value: z.string().regex(/^-?\d{1,9}(\.\d{1,4})?$/),
  source: z.string().trim().min(3).max(300),
  verified: z.boolean(),
});
export type SetParameter = z.infer<typeof SetParameter>;

export const UnitLine = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.string(),
  closedOn: PlainDate.nullable(),
  version: z.int(),
});
export type UnitLine = z.infer<typeof UnitLine>;

const accountFlags = [
  "ENDED",
  "HELD",
  "AUTHORISATION_MISSING",
  "PLEDGE_MISSING",
  "AUTHORISATION_ENDING",
  "PLEDGE_ENDING",
  "APPOINTMENT_ENDING",
  "SECOND_FACTOR_MISSING",
  "IDLE",
] as const;
export const AccountFlag = z.enum(accountFlags);
export type AccountFlag = z.infer<typeof AccountFlag>;

export const AuthorisationLine = z.object({
  id: z.uuid(),
  kind: z.enum(authorisationKinds),
  scope: z.string().nullable(),
  validFrom: PlainDate,
  validUntil: PlainDate.nullable(),
  withdrawn: z.boolean(),
});
export type AuthorisationLine = z.infer<typeof AuthorisationLine>;

export const AccountLine = z.object({
  accountId: z.uuid(),
  login: z.string(),
  name: z.string(),
  jobTitle: z.string().nullable(),
  roles: z.array(Role),
  unitIds: z.array(z.uuid()),
  validFrom: PlainDate,
  validUntil: PlainDate.nullable(),
  secondFactor: z.boolean(),
  lastSeenAt: z.string().nullable(),
  authorisations: z.array(AuthorisationLine),
  flags: z.array(AccountFlag),
  version: z.int(),
});
export type AccountLine = z.infer<typeof AccountLine>;

export const InvitationLine = z.object({
  id: z.uuid(),
  login: z.string(),
  name: z.string(),
  roles: z.array(Role),
  validFrom: PlainDate,
  expiresAt: z.string(),
});
export type InvitationLine = z.infer<typeof InvitationLine>;

export const RecoveryLine = z.object({
  id: z.uuid(),
  accountId: z.uuid(),
  name: z.string(),
  kind: z.enum(recoveryKinds),
  reason: z.string(),
  requestedBy: z.uuid(),
  requestedByName: z.string(),
  confirmed: z.boolean(),
  expiresAt: z.string(),
});
export type RecoveryLine = z.infer<typeof RecoveryLine>;

export const AccountsView = z.object({
  accounts: z.array(AccountLine),
  invitations: z.array(InvitationLine),
  recoveries: z.array(RecoveryLine),
  units: z.array(UnitLine),
  secondFactorRoles: z.array(z.string()),
});
export type AccountsView = z.infer<typeof AccountsView>;

/** What documents begin with. Empty `name`: the organisation's own. */
const letterhead = {
  name: z.string().max(200),
  address: z.string().max(300),
  note: z.string().max(300),
  logoFileId: z.uuid().nullable(),
};
/** Only what is to become another. */
export const WriteLetterhead = z.strictObject(letterhead).partial();
export type WriteLetterhead = z.infer<typeof WriteLetterhead>;
export const Letterhead = z.object({ ...letterhead, organisationName: z.string(), version: z.int() });
export type Letterhead = z.infer<typeof Letterhead>;

export const ExpiringLine = z.object({
  accountId: z.uuid(),
  name: z.string(),
  flags: z.array(AccountFlag),
  endsOn: PlainDate.nullable(),
});
export type ExpiringLine = z.infer<typeof ExpiringLine>;

export const SessionLine = z.object({
  id: z.uuid(),
  kind: z.enum(["cookie", "token"]),
  userAgent: z.string().nullable(),
  createdAt: z.string(),
  seenAt: z.string(),
  expiresAt: z.string(),
  current: z.boolean(),
});
export type SessionLine = z.infer<typeof SessionLine>;

export const ParameterRow = z.object({
  code: z.string(),
  validFrom: PlainDate,
  value: z.string(),
  unit: z.string(),
  source: z.string(),
  verified: z.boolean(),
  note: z.string().nullable(),
  own: z.boolean(),
});
export type ParameterRow = z.infer<typeof ParameterRow>;
export const ParametersView = z.object({ rows: z.array(ParameterRow) });
export type ParametersView = z.infer<typeof ParametersView>;

/** Doors of signing in: what they take. Secrets go here and never through a command, which keeps a hash of its payload. */
export const UseSetupLink = z.strictObject({
  token: Token,
  organisationName: Name,
  shortName: z
    .string()
    .trim()
    .regex(/^[a-z0-9-]{2,40}$/),
  kind: z.enum(organisationKinds),
  login: Login,
  displayName: Name,
  password: Password,
});
export type UseSetupLink = z.infer<typeof UseSetupLink>;
export const ReadLink = z.strictObject({ token: Token });
export const UseInvitation = z.strictObject({ token: Token, password: Password });
export const UseRecovery = z.strictObject({
  token: Token,
  /** The new password, or the present one where only the second factor is given back. */
  password: Password,
  code: z.string().max(20).optional(),
});
export type UseRecovery = z.infer<typeof UseRecovery>;
export const LinkView = z.object({
  organisationName: z.string(),
  login: z.string(),
  displayName: z.string().nullable(),
  kind: z.enum(recoveryKinds).nullable(),
});
export type LinkView = z.infer<typeof LinkView>;

export const ChangePassword = z.strictObject({ password: Password, next: Password });
/** Password, and the second factor where the account has one: the code, or a passkey instead. */
export const GiveProof = z.strictObject({
  password: Password,
  code: z.string().max(20).optional(),
  passkey: PasskeyAnswer.optional(),
});
export type GiveProof = z.infer<typeof GiveProof>;
/** Good once, for a quarter of an hour, for the account that gave it. */
export const Proof = z.object({ proof: z.string() });
export type Proof = z.infer<typeof Proof>;
export const SpendProof = z.strictObject({ proof: z.string().max(64) });
export const GiveCode = z.strictObject({ code: z.string().min(1).max(20) });
export const TotpSecret = z.object({ secret: z.string(), uri: z.string() });
export type TotpSecret = z.infer<typeof TotpSecret>;
export const AddPasskey = z.strictObject({
  name: Name,
  answer: z.object({
    id: z.string().max(2_000),
    rawId: z.string().max(2_000),
    type: z.literal("public-key"),
    response: z.object({
      clientDataJSON: z.string().max(10_000),
      attestationObject: z.string().max(100_000),
      transports: z
        .array(z.enum(["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"]))
        .max(10)
        .optional(),
    }),
    clientExtensionResults: z.object({}),
  }),
});
export type AddPasskey = z.infer<typeof AddPasskey>;
export const OpenByPasskey = z.strictObject({
  passkey: PasskeyAnswer,
  organisation: z.string().max(200).optional(),
  kind: z.enum(["cookie", "token"]),
});
export type OpenByPasskey = z.infer<typeof OpenByPasskey>;
export const FactorsView = z.object({
  login: z.string(),
  totp: z.boolean(),
  due: z.boolean(),
  passkeys: z.array(
    z.object({ id: z.uuid(), name: z.string(), createdAt: z.string(), lastUsedAt: z.string().nullable() }),
  ),
});
export type FactorsView = z.infer<typeof FactorsView>;

/** A colleague of the organisation whose appointment holds today. */
export const Colleague = z.object({ id: z.uuid(), name: z.string(), roles: z.array(z.string()) });
export type Colleague = z.infer<typeof Colleague>;
export const ColleaguesView = z.object({
  colleagues: z.array(Colleague),
  /** Units that I work in. */
  units: z.array(z.object({ id: z.uuid(), name: z.string() })),
});
export type ColleaguesView = z.infer<typeof ColleaguesView>;
