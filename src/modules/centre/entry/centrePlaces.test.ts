import { describe, expect, test } from "vitest";
import { plainDate as day } from "../../../platform/time/plainDate.ts";
import { type CentreSeat, centreGround, inOrderOfAdmission } from "./centrePlaces.ts";

const LUBLIN = "0663011";
const SWIDNIK = "0617011";
const CHELM = "0662011";
const seat: CentreSeat = { communes: [LUBLIN], agreements: [SWIDNIK], freePlaces: 1 };
const full = { ...seat, freePlaces: 0 };

describe("R-JUR-04: residents of the centre's communes first, others by agreement or on a free place that is paid", () => {
  test.each([
    ["a resident", seat, LUBLIN, false, "RESIDENT", []],
    ["a resident, when all places are taken", full, LUBLIN, false, "RESIDENT", []],
    ["a resident of the country part of the commune", seat, "0663012", false, "RESIDENT", []],
    ["somebody of a commune with an agreement", full, SWIDNIK, false, "AGREEMENT", []],
    ["somebody from elsewhere, a free place, paid for", seat, CHELM, true, "FREE_PLACE", []],
    ["somebody from elsewhere, a free place, not paid for", seat, CHELM, false, null, ["centre.commune_does_not_pay"]],
    ["somebody from elsewhere, paid for, no place", full, CHELM, true, null, ["centre.no_free_place"]],
    [
      "somebody from elsewhere, neither",
      full,
      CHELM,
      false,
      null,
      ["centre.no_free_place", "centre.commune_does_not_pay"],
    ],
    ["nobody knows from where, paid for", seat, null, true, null, ["centre.commune_unknown"]],
  ] as const)("%s", (_, centre, commune, sendingCommunePays, ground, refusals) => {
    expect(centreGround(centre, { commune, sendingCommunePays })).toEqual({ ground, refusals });
  });

  test("residents are admitted before others, whoever asked first", () => {
    const asked = (id: string, commune: string, on: string) => ({
      id,
      commune,
      sendingCommunePays: true,
      askedOn: day(on),
    });
    const waiting = [
      asked("chelm", CHELM, "2026-11-01"),
      asked("late", LUBLIN, "2026-11-20"),
      asked("swidnik", SWIDNIK, "2026-11-02"),
      asked("early", LUBLIN, "2026-11-10"),
    ];
    expect(inOrderOfAdmission(seat, waiting).map(({ id }) => id)).toEqual(["early", "late", "chelm", "swidnik"]);
  });
});
