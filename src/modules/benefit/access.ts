import { definePermissions } from "../../platform/access.ts";

/** The column "Benefit list" of the matrix. */
const readers = { CIS_MANAGER: "unit", ACCOUNTANT: "organisation", REINTEGRATION_SOCIAL_WORKER: "unit" } as const;
const accountant = { ACCOUNTANT: "organisation" } as const;
const manager = { CIS_MANAGER: "unit" } as const;
/** Who asks the starosta, and who books what comes. */
const refunders = { CIS_MANAGER: "unit", ACCOUNTANT: "organisation" } as const;

/**
 * The accountant prepares and pays, the manager approves; a project coordinator sees totals, a participant what is theirs.
 * Source: docs/domain/rules.md R-ACC, R-CIS-26, R-CIS-27; docs/domain/forms.md F-40
 */
export const benefitAccess = definePermissions({
  "benefit.prepare": accountant,
  "benefit.withdraw": accountant,
  "benefit.approve": manager,
  "benefit.return": manager,
  "benefit.give-bonus": manager,
  "benefit.deduct": accountant,
  "benefit.set-way": readers,
  "benefit.set-rates": accountant,
  "benefit.set-payer": accountant,
  "benefit.make-bank-file": accountant,
  "benefit.withdraw-bank-file": accountant,
  "benefit.record-payment": accountant,
  "benefit.record-return": accountant,
  "benefit.repay": accountant,
  "benefit.ask-refund": manager,
  "benefit.record-refund": accountant,
  "benefit.ask-advance": manager,
  "benefit.withdraw-advance": manager,
  "benefit.record-advance": accountant,
  "benefit.return-advance": accountant,
  "benefit.repay-debt": accountant,
  "benefit.agree-instalments": manager,
  "benefit.write-off-debt": manager,
  "benefit.withdraw-debt-entry": refunders,
  "benefit.read-month": readers,
  "benefit.list-months": { ...readers, PROJECT_COORDINATOR: "organisation" },
  "benefit.list-of-person": { ...readers, PARTICIPANT: "own" },
  "benefit.print": readers,
  "benefit.export": readers,
  "benefit.print-slip": { ...readers, PARTICIPANT: "own" },
  "benefit.print-cash": accountant,
  "benefit.open-bank-file": accountant,
  "benefit.print-refund": refunders,
  "benefit.list-advances": refunders,
  "benefit.print-advance": refunders,
  "benefit.list-debts": readers,
});
