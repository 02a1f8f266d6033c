import type { CommandContext } from "../../../platform/command.ts";
import { invalidAt } from "../../../platform/problem.ts";
import type { IpzsContent } from "./contract.ts";

type Lines = IpzsContent["responsible"];

/**
 * The persons responsible, each colleague under the name and position that the organisation has for them on the day when they were
 * chosen; a name that stands there already stays as it was signed. Source: docs/domain/rules.md R-CIS-04; docs/domain/forms.md F-29
 * @throws Problem invalid `ipzs.staff_unknown` for somebody whose appointment does not hold today
 */
export async function withStaffNames({ tx, actor, today }: CommandContext, now: Lines, before: Lines): Promise<Lines> {
  const chosenBefore = new Map(before.map(({ id, accountId, name }) => [`${id} ${accountId}`, name]));
  const fresh = now.flatMap(({ id, accountId }) =>
    accountId !== null && !chosenBefore.has(`${id} ${accountId}`) ? [accountId] : [],
  );
  const colleagues =
    fresh.length === 0
      ? []
      : await tx
          .selectFrom("membership")
          .select(["accountId", "displayName", "jobTitle"])
          .where("organisationId", "=", actor.organisationId)
          .where("accountId", "in", fresh)
          .where("endedAt", "is", null)
          .where("validFrom", "<=", today)
          .where((its) => its.or([its("validUntil", "is", null), its("validUntil", ">=", today)]))
          .execute();
  const names = new Map(
    colleagues.map(({ accountId, displayName, jobTitle }) => [
      accountId,
      [displayName, jobTitle].filter(Boolean).join(", "),
    ]),
  );
  return now.map((line) => {
    if (line.accountId === null) return line;
    const name = chosenBefore.get(`${line.id} ${line.accountId}`) ?? names.get(line.accountId);
    if (name === undefined) throw invalidAt("payload.fields.responsible", "ipzs.staff_unknown");
    return { ...line, name };
  });
}
