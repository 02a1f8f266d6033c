import type { Reach, Role } from "../../platform/access.ts";
import type { Colleague } from "./contract.ts";

/** Colleagues one of whose roles has the verb, in the order given. */
export function colleaguesWho<C extends Pick<Colleague, "roles">>(
  colleagues: readonly C[] | undefined,
  verb: Readonly<Partial<Record<Role, Reach>>>,
): C[] {
  return (colleagues ?? []).filter(({ roles }) => roles.some((role) => Object.hasOwn(verb, role)));
}
