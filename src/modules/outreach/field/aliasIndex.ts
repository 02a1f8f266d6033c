import { fold } from "../../../platform/ui/fold.ts";
import type { StreetPerson } from "../contract.ts";
import { nearAlias } from "../nearAlias.ts";

type Line = { person: StreetPerson; name: string; where: string };
const indexes = new WeakMap<readonly StreetPerson[], readonly Line[]>();

/** Letters are folded once for a whole list, not once for each key that is pressed. */
function indexOf(people: readonly StreetPerson[]): readonly Line[] {
  const known = indexes.get(people);
  if (known) return known;
  const made = people.map((person) => ({
    person,
    name: fold(person.name),
    where: fold(`${person.area ?? ""} ${person.siteName ?? ""}`),
  }));
  indexes.set(people, made);
  return made;
}

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
  return people.filter((person) => nearAlias(person.name, typed));
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
