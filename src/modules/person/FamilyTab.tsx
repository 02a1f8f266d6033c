import type { PersonFile } from "./contract.ts";
import { Households } from "./Households.tsx";
import { Representatives } from "./Representatives.tsx";

/** Who the person lives with, and who acts for them. */
export function FamilyTab({ person }: { person: PersonFile }) {
  return (
    <>
      <Households personId={person.id} />
      <Representatives person={person} />
    </>
  );
}
