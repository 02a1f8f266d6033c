import { describe, expect, test } from "vitest";
import { planMessages } from "../modules/plan/messages.ts";
import { contractAccess } from "../modules/social-contract/access.ts";
import { checklistMessages } from "../modules/social-contract/checklist/messages.ts";
import { dutyResults, plainConsequences } from "../modules/social-contract/codes.ts";
import { contractMessages } from "../modules/social-contract/messages.ts";
import { packetMessages } from "../modules/social-contract/packet/messages.ts";
import { CONTRACT_ACTS, CONTRACT_STATES, moveContract, refuseEnd } from "../modules/social-contract/rules.ts";
import { roles } from "../platform/access.ts";
import { plainDate as day } from "../platform/time/plainDate.ts";
import { commands, downloads, queries } from "./rooms.ts";

/** Words of cutting, withholding, refusing or punishing, in the three languages, as stems. */
const sanctions =
  /sankcj|sanction|санкц|kar(a|ę|y|ą|n[aąey])(?![a-ząćęłńóśźż])|ukar|penal|punish|покар|wstrzyma|withh|suspend|утрима|obniż|reduce|зменш|ogranicz(?!eni[ae]$)|odm[óo]w|cofn(?!i)|revoke|позбав/i;

const wordsOf = (messages: object): string[] =>
  Object.values(messages).flatMap((text: object) => Object.values(text).filter((word) => typeof word === "string"));

describe("the product never proposes a sanction (R-SC-07, R-GDPR-11)", () => {
  test("no operation of the house is named after one", () => {
    const names = [...commands.map(({ type }) => type), ...[...queries, ...downloads].map(({ name }) => name)];
    expect(names.length).toBeGreaterThan(200);
    expect(names.filter((name) => /sanction|withhold|penal|punish|reduce|suspend/.test(name))).toEqual([]);
  });

  test("no word on a screen, in a task or on paper of the contract speaks of one", () => {
    const words = [contractMessages, packetMessages, checklistMessages].flatMap(wordsOf);
    expect(words.length).toBeGreaterThan(900);
    // "Ograniczenia" is the statutory heading of what is hard for the person, and printing is stopped when words were changed
    const spoken = words.filter(
      (word) => sanctions.test(word) && !/^(Ograniczenia|Barriers)$|Druk i dalsze czynności|certificate/.test(word),
    );
    expect(spoken).toEqual([]);
  });

  test("neither does the programme, whose tasks the contract repeats", () => {
    const proposed = wordsOf(planMessages).filter((word) =>
      /sankcj|sanction|санкц|ukar|punish|wstrzymaj|withhold/i.test(word),
    );
    expect(proposed).toEqual([]);
  });

  test("the search would find one", () => {
    for (const word of ["Wstrzymaj zasiłek", "Zaproponuj sankcję", "Withhold the benefit", "Odmów świadczenia", "Kara"])
      expect(sanctions.test(word)).toBe(true);
  });

  test("the only place is the law's own sentence, as information that a person decides and hears first", () => {
    expect(plainConsequences).toContain("„może stanowić podstawę”");
    expect(plainConsequences).toContain("zawsze decyduje człowiek");
    expect(plainConsequences).toContain("osób na jej utrzymaniu");
  });

  test("whatever an evaluation says, the contract stays where it is; an end for breach needs the person heard", () => {
    expect(dutyResults.map(() => moveContract("ACTIVE", "evaluate", "NEEDED").state)).toEqual(
      dutyResults.map(() => "ACTIVE"),
    );
    const end = { reason: "BREACH_BY_PERSON", endedOn: "2026-11-22", heardOn: null } as const;
    expect(refuseEnd("terminate", { ...end, endedOn: day(end.endedOn) })).toBe("contract.person_not_heard");
  });
});

describe("state, act and role (R-SC-01, R-SC-02)", () => {
  const acts: Record<(typeof CONTRACT_ACTS)[number], readonly string[]> = {
    agree: ["contract.agree"],
    redraft: ["contract.change", "contract.set-duties", "contract.set-goals"],
    consult: ["contract.consult"],
    sign: ["contract.sign"],
    activate: ["contract.activate"],
    evaluate: ["contract.evaluate"],
    change: ["contract.annex"],
    complete: ["contract.complete"],
    terminate: ["contract.terminate"],
  };
  const verbOf = (type: string) => commands.find((command) => command.type === type)?.verb ?? {};

  test.each(CONTRACT_STATES.flatMap((state) => CONTRACT_ACTS.map((act) => [state, act] as const)))(
    "from %s by %s: a social worker of the unit where the path allows it, and nobody else",
    (state, act) => {
      const possible = moveContract(state, act, "REGISTRATION_UNKNOWN").state !== null;
      const able = roles.filter((role) => possible && acts[act].every((type) => verbOf(type)[role] !== undefined));
      expect(able).toEqual(possible ? ["SOCIAL_WORKER"] : []);
    },
  );

  test("each act that changes a contract asks the same verb", () => {
    const writing = commands.filter(({ type }) => type.startsWith("contract."));
    expect(writing.length).toBeGreaterThan(15);
    expect(writing.filter(({ verb }) => verb !== contractAccess["contract.write"]).map(({ type }) => type)).toEqual([]);
  });
});
