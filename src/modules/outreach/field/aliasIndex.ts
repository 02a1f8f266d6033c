import { fold } from "../../../platform/ui/fold.ts";
import type { StreetPerson } from "../contract.ts";
import { nearAlias } from "../nearAlias.ts";
import { onceFor } from "./once.ts";

// Letters are folded once for a line, not once for each key that is pressed or each card that makes another list.
const lineOf = onceFor((person: StreetPerson) => ({
  person,
  name: fold(person.name),
  where: fold(`${person.area ?? ""} ${person.siteName ?? ""}`),
}));
const indexOf = onceFor((people: readonly StreetPerson[]) => people.map(lineOf));

/**
 * People by any piece of the alias or the place, those whose alias begins with it first, else in the order given; when nobody
 * fits, by an alias with one slip of the finger. Every piece of several must fit. All of them when nothing is typed.
 */
export function searchPeople(people: readonly StreetPerson[], typed: string): readonly StreetPerson[] {
  const pieces = fold(typed).split(/\s+/).filter(Boolean);
  const [first] = pieces;
  if (first === undefined) return people;
  const lines = indexOf(people);
  const begins: StreetPerson[] = [];
  const others: StreetPerson[] = [];
  for (const { person, name, where } of lines) {
    if (!pieces.every((piece) => name.includes(piece) || where.includes(piece))) continue;
    (name.startsWith(first) ? begins : others).push(person);
  }
  if (begins.length + others.length > 0) return [...begins, ...others];
  const whole = fold(typed);
  return lines.flatMap(({ person, name }) => (nearAlias(name, whole) ? person : []));
}

/** At most `most` people whose alias has the piece in it: shown while a new alias is typed. */
export function similarAliases(people: readonly StreetPerson[], typed: string, most: number): StreetPerson[] {
  const piece = fold(typed);
  if (piece.length < 2) return [];
  const found: StreetPerson[] = [];
  for (const { person, name } of indexOf(people)) {
    if (name.includes(piece)) found.push(person);
    if (found.length === most) break;
  }
  return found;
}
