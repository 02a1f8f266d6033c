/** How somebody is paid. Homeless people are often paid in cash. Source: docs/domain/forms.md F-40 */
export const payWays = ["ACCOUNT", "CASH"] as const;
export type PayWay = (typeof payWays)[number];

export const listDecisions = ["APPROVED", "RETURNED", "WITHDRAWN"] as const;

/** How a bank takes transfers. */
export const bankFormats = ["ELIXIR0_QUOTED", "ELIXIR0_PLAIN", "PAIN001"] as const;
export type BankFormat = (typeof bankFormats)[number];
