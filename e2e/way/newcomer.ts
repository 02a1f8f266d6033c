import { composePesel } from "../../src/platform/identifiers/pesel.ts";
import { plainDate } from "../../src/platform/time/plainDate.ts";
import type { Hand } from "./walker.ts";

/** Somebody invented, met in the street by nobody before. `id` is known once the file was opened. */
export type Newcomer = {
  alias: string;
  firstName: string;
  lastName: string;
  birthDate: string;
  pesel: string;
  id: string;
};

/** As lists write it: "Bogumił G." */
export const shortName = ({ firstName, lastName }: Newcomer): string => `${firstName} ${lastName.slice(0, 1)}.`;

/** One person a hand: both walk through the same house. */
export function newcomerOf(hand: Hand): Newcomer {
  const [alias, firstName, lastName, birthDate, serial] =
    hand === "mouse"
      ? (["Latarnik", "Bogumił", "Grążel", "1978-04-17", 611] as const)
      : (["Wędkarz", "Zenobiusz", "Kaczeniec", "1971-09-08", 612] as const);
  return {
    alias,
    firstName,
    lastName,
    birthDate,
    pesel: composePesel(plainDate(birthDate), "M", serial),
    id: "",
  };
}
