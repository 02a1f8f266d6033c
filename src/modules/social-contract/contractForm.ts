import { isTeryt } from "../../platform/identifiers/teryt.ts";
import { plainConsequences } from "./codes.ts";
import type { ContractStart, ContractView, Party } from "./contract.ts";
import { isMember, MEMBERS, type MemberSide } from "./rules.ts";

/** A further member of the family; `representation` "": an adult who signs. */
export type FamilyRow = {
  side: MemberSide;
  personId: string;
  name: string;
  representation: "PARENT_OR_GUARDIAN" | "GUARDIAN" | "";
  representedBy: string;
};

/** The members in the order chosen: who was there keeps place and words, who is new takes the first place that is free. */
export function chooseFamily(
  rows: readonly FamilyRow[],
  chosen: readonly { personId: string; name: string }[],
): FamilyRow[] {
  const kept = rows.filter(({ personId }) => chosen.some((one) => one.personId === personId));
  const free = MEMBERS.filter((side) => !kept.some((row) => row.side === side));
  const added = chosen
    .filter(({ personId }) => !kept.some((row) => row.personId === personId))
    .slice(0, free.length)
    .map((one, at) => ({ ...one, side: free[at] ?? "MEMBER_9", representation: "" as const, representedBy: "" }));
  return [...kept, ...added];
}

/** The form's own fields; empty text is "". */
export type ContractValues = {
  variant: "IA_IIA" | "IB_IIB" | "";
  personName: string;
  representation: NonNullable<Party["representation"]> | "";
  representedBy: string;
  family: readonly FamilyRow[];
  centreName: string;
  commune: string;
  /** Account of the social worker who concludes it, "" when nobody is named. */
  socialWorkerId: string;
  withLead: boolean;
  leadName: string;
  leadActsAs: string;
  leadSigner: string;
  homeless: boolean;
  unemployed: boolean;
  pupReferral: string;
  situation: string;
  resources: string;
  barriers: string;
  actionsSoFar: string;
  unemployment: string;
  evaluationDates: readonly string[];
  consequences: string;
};

export function emptyContract(start: ContractStart, accountId: string): ContractValues {
  return {
    variant: "IB_IIB",
    personName: start.personName,
    representation: "",
    representedBy: "",
    family: [],
    centreName: start.centreName,
    commune: start.lastCommune ?? "",
    socialWorkerId: accountId,
    withLead: false,
    leadName: "",
    leadActsAs: "",
    leadSigner: "",
    homeless: start.homelessByFile,
    unemployed: false,
    pupReferral: "",
    situation: "",
    resources: "",
    barriers: "",
    actionsSoFar: "",
    unemployment: "",
    evaluationDates: [""],
    consequences: plainConsequences,
  };
}

export function valuesOf(contract: ContractView): ContractValues {
  const side = (wanted: Party["side"]) => contract.parties.find((party) => party.side === wanted);
  const lead = side("LEAD");
  return {
    variant: contract.variant,
    personName: side("PERSON")?.name ?? "",
    representation: side("PERSON")?.representation ?? "",
    representedBy: side("PERSON")?.representedBy ?? "",
    family: contract.parties.flatMap(({ side: of, personId, name, representation, representedBy }) =>
      isMember(of) && personId
        ? [
            {
              side: of,
              personId,
              name,
              representation:
                representation === "PARENT_OR_GUARDIAN" || representation === "GUARDIAN" ? representation : "",
              representedBy: representedBy ?? "",
            },
          ]
        : [],
    ),
    centreName: side("OPS")?.name ?? "",
    commune: contract.commune,
    socialWorkerId: contract.socialWorkerId ?? "",
    withLead: lead !== undefined,
    leadName: lead?.name ?? "",
    leadActsAs: lead?.actsAs ?? "",
    leadSigner: lead?.representedBy ?? "",
    homeless: contract.homeless,
    unemployed: contract.unemployed,
    pupReferral: contract.pupReferral ?? "",
    situation: contract.situation ?? "",
    resources: contract.resources ?? "",
    barriers: contract.barriers ?? "",
    actionsSoFar: contract.actionsSoFar ?? "",
    unemployment: contract.unemployment ?? "",
    evaluationDates: [...contract.evaluationDates.map(({ dueOn }) => dueOn), ""],
    consequences: contract.consequences,
  };
}

/** What goes over the wire; parties without a name are left out and told as missing. */
export function payloadOf(values: ContractValues) {
  const orNull = (text: string) => (text.trim() === "" ? null : text.trim());
  const parties = [
    {
      side: "PERSON",
      name: values.personName.trim(),
      actsAs: null,
      representedBy: orNull(values.representedBy),
      representation: values.representation === "" ? null : values.representation,
    },
    ...values.family.map(({ side, personId, name, representation, representedBy }) => ({
      side,
      name,
      actsAs: null,
      representedBy: orNull(representation === "" ? "" : representedBy),
      representation: representation === "" ? null : representation,
      personId,
    })),
    { side: "OPS", name: values.centreName.trim(), actsAs: null, representedBy: null, representation: null },
    ...(values.withLead
      ? [
          {
            side: "LEAD",
            name: values.leadName.trim(),
            actsAs: orNull(values.leadActsAs),
            representedBy: orNull(values.leadSigner),
            representation: null,
          },
        ]
      : []),
  ].filter(({ name }) => name !== "");
  return {
    variant: values.variant,
    socialWorkerId: orNull(values.socialWorkerId),
    commune: values.commune.trim(),
    homeless: values.homeless,
    unemployed: values.unemployed,
    pupReferral: orNull(values.pupReferral),
    situation: orNull(values.situation),
    resources: orNull(values.resources),
    barriers: orNull(values.barriers),
    actionsSoFar: orNull(values.actionsSoFar),
    unemployment: orNull(values.unemployment),
    consequences: values.consequences,
    parties,
    evaluationDates: values.evaluationDates.filter((day) => day !== ""),
  };
}

/** What the form asks before sending: the two things without which the server keeps no draft. */
export function checkContract(values: ContractValues): { path: string; code: string }[] {
  const errors: { path: string; code: string }[] = [];
  if (values.variant === "") errors.push({ path: "variant", code: "field.required" });
  return [...errors, ...refuseCommune(values.commune)];
}

const refuseCommune = (commune: string) =>
  isTeryt(commune) ? [] : [{ path: "commune", code: "contract.commune_digits" }];

/** What is asked before another centre is written down, as asked or as heard. */
export function checkOtherCentre({ centre, commune }: { centre: string; commune: string }) {
  return [...(centre.trim() === "" ? [{ path: "centre", code: "field.required" }] : []), ...refuseCommune(commune)];
}
