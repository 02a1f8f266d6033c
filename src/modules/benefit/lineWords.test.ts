import { describe, expect, it } from "vitest";
import { plainDate } from "../../platform/time/plainDate.ts";
import { type BenefitLaw, generalLawOn } from "./law.ts";
import { textOf } from "./lineWords.ts";
import { type BenefitSpan, benefitOf } from "./rules.ts";

function spanOf(
  from: string,
  to: string,
  wish: Omit<Partial<BenefitSpan>, "law"> & { law?: Partial<BenefitLaw> } = {},
) {
  const general = generalLawOn(plainDate("2026-11-01"));
  if (!general) throw new Error("no law");
  const none = { unexcusedDays: 0, sickDays: 0, otherExcusedDays: 0, daysOff: 0, phase: "PARTICIPATION" as const };
  return { from: plainDate(from), to: plainDate(to), ...none, ...wish, law: { ...general, ...wish.law } };
}
const sentences = (spans: BenefitSpan[], used = 0) => {
  const { lines, fullGrosze } = benefitOf(spans, used);
  return lines.map((line) => textOf(line, { spans, fullGrosze }, "pl").replaceAll(/[\u00a0\u202f]/g, " "));
};

describe("the sentence of a line", () => {
  it("names one amount and one share where one law holds, whatever the phases", () => {
    expect(
      sentences([
        spanOf("2026-11-01", "2026-11-15", { phase: "TRIAL", sickDays: 1 }),
        spanOf("2026-11-16", "2026-11-30", { sickDays: 2, unexcusedDays: 1 }),
      ]),
    ).toEqual([
      "Cały miesiąc uczestnictwa: pełne świadczenie 2140,68 zł.",
      "1 dzień nieobecności bez usprawiedliwienia: o 1/20 świadczenia mniej.",
      "2 dni choroby ze zwolnieniem, w limicie 21 dni: za każdy o 1/40 świadczenia mniej.",
      "1 dzień choroby w okresie próbnym: o 1/30 świadczenia mniej.",
    ]);
  });

  it("says each share for its own days where the law changes inside the month", () => {
    const before = { unemploymentBenefitGrosze: 172190, sickDivisor: 20, unexcusedDivisor: 22 };
    expect(
      sentences([
        spanOf("2026-11-01", "2026-11-15", { law: before, unexcusedDays: 1, sickDays: 2 }),
        spanOf("2026-11-16", "2026-11-30", { unexcusedDays: 2, sickDays: 1 }),
      ]),
    ).toEqual([
      "Cały miesiąc uczestnictwa, a pełne świadczenie zmieniło się w jego trakcie: od 1 listopada do 15 listopada 2066,28 zł; od 16 listopada do 30 listopada 2140,68 zł. Każda kwota liczy się za swoje dni.",
      "1 dzień nieobecności bez usprawiedliwienia: o 1/22 świadczenia mniej. 2 dni nieobecności bez usprawiedliwienia: za każdy o 1/20 świadczenia mniej.",
      "2 dni choroby ze zwolnieniem, w limicie 21 dni: za każdy o 1/20 świadczenia mniej. 1 dzień choroby ze zwolnieniem, w limicie 21 dni: o 1/40 świadczenia mniej.",
    ]);
  });

  it("gives the days beyond the limit to the last days of sickness", () => {
    const spans = [
      spanOf("2026-11-01", "2026-11-15", { sickDays: 3, law: { sickBeyondDivisor: 22 } }),
      spanOf("2026-11-16", "2026-11-30", { sickDays: 3 }),
    ];
    expect(sentences(spans, 17).slice(1)).toEqual([
      "4 dni choroby ze zwolnieniem, w limicie 21 dni: za każdy o 1/40 świadczenia mniej.",
      "2 dni choroby ponad limit 21 dni: za te dni świadczenia nie ma (po 1/30).",
    ]);
  });

  it("names each stretch of days where some between are not covered", () => {
    expect(
      sentences([spanOf("2026-11-01", "2026-11-10", { phase: "TRIAL" }), spanOf("2026-11-16", "2026-11-30")]),
    ).toEqual([
      "Część miesiąca: od 1 listopada do 10 listopada 10 dni po 1/30 świadczenia 2140,68 zł; od 16 listopada do 30 listopada 15 dni po 1/30 świadczenia 2140,68 zł.",
    ]);
  });

  it("says of what an unexcused day is taken where it is the part of the month", () => {
    const law = { unexcusedFromPartMonth: true };
    expect(sentences([spanOf("2026-11-10", "2026-11-30", { law, unexcusedDays: 2 })])[1]).toBe(
      "2 dni nieobecności bez usprawiedliwienia: za każdy o 1/20 kwoty za tę część miesiąca mniej.",
    );
    expect(sentences([spanOf("2026-11-01", "2026-11-30", { law, unexcusedDays: 2 })])[1]).toBe(
      "2 dni nieobecności bez usprawiedliwienia: za każdy o 1/20 świadczenia mniej.",
    );
  });

  it("does not say that something is taken where nothing is left", () => {
    expect(sentences([spanOf("2026-11-01", "2026-11-30", { unexcusedDays: 4, sickDays: 2 })]).slice(1)).toEqual([
      "4 dni nieobecności bez usprawiedliwienia, więcej niż 3 w miesiącu: za ten miesiąc świadczenia nie ma.",
      "2 dni choroby ze zwolnieniem, w limicie 21 dni: za każdy o 1/40 świadczenia mniej. Nie ma już z czego odjąć.",
    ]);
  });
});
