import { z } from "zod";
import { defineQuery, runQuery, type WorkContext } from "../../platform/command.ts";
import { type PersonOfFixture, people, type TestHouse, world } from "./house.ts";

/** What a public function of a room answers somebody of Agenda, in a transaction of its own: for functions that other rooms call. */
export async function asActor<T>(
  it: TestHouse,
  name: Exclude<PersonOfFixture, "zofia">,
  read: (context: WorkContext) => Promise<T>,
): Promise<T> {
  const { role, unit } = people[name];
  const actor = {
    accountId: it.accountOf(name),
    organisationId: world.agenda,
    displayName: name,
    roles: [role],
    unitIds: [unit],
    personId: null,
    authorised: true,
    sessionId: null,
  };
  const found: T[] = [];
  const query = defineQuery({
    name: "test.read",
    method: "GET",
    path: "/test",
    summary: "A read of a test",
    input: z.strictObject({}),
    answer: z.object({}),
    verb: { [role]: "organisation" },
    audit: null,
    run: async (context) => {
      found.push(await read(context));
      return {};
    },
  });
  await runQuery(it.services, actor, { requestId: null, device: null }, query, {});
  const [answer] = found;
  if (found.length === 0) throw new Error("the read did not run");
  return answer as T; // pushed just above
}
