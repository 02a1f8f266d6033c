import { composePesel } from "../../platform/identifiers/pesel.ts";
import { addDays, type PlainDate, plainDate } from "../../platform/time/plainDate.ts";

/** An invented person with a valid PESEL that nobody has been told is theirs. */
export type DemoPerson = {
  key: string;
  firstName: string;
  lastName: string;
  sex: "F" | "M";
  birthDate: PlainDate;
  pesel: string;
};

const women = [
  "Anna",
  "Krystyna",
  "Grażyna",
  "Danuta",
  "Jadwiga",
  "Żaneta",
  "Łucja",
  "Bożena",
  "Halina",
  "Renata",
  "Świetlana",
  "Urszula",
  "Iwona",
  "Małgorzata",
  "Jolanta",
];
const men = [
  "Wojciech",
  "Kazimierz",
  "Zdzisław",
  "Łukasz",
  "Mirosław",
  "Ryszard",
  "Sławomir",
  "Grzegorz",
  "Bogdan",
  "Wiesław",
  "Ireneusz",
  "Józef",
  "Przemysław",
  "Dariusz",
  "Świętopełk",
];
const names = [
  "Żółtaszek",
  "Wójcik",
  "Kręciłło",
  "Dąb",
  "Mazurkiewicz",
  "Święcka",
  "Gałązka",
  "Borek",
  "Adamska",
  "Ciećwierz",
  "Łęski",
  "Nowicka",
  "Źrebiec",
  "Ostrowska",
  "Pająk",
  "Rębacz",
  "Sójka",
  "Trzaska",
  "Uchman",
  "Wrzos",
  "Zięba",
  "Ćwik",
  "Brzęczyszczykiewicz-Wielkopolska",
  "Hołda",
  "Jeżewska",
  "Kwaśny",
  "Lipka",
  "Majchrzak",
  "Okoń",
  "Śliwa",
];

const surnameOf = (name: string, sex: "F" | "M") =>
  sex === "M" ? name.replace(/(s|c)ka$/, "$1ki") : name.replace(/(s|c)ki$/, "$1ka");

/** `count` people, the same for the same `kind` on every machine. `womenOnly` for a group of women. */
export function demoPeople(
  kind: string,
  count: number,
  options: { womenOnly?: boolean; bornFrom?: string; bornSpanDays?: number } = {},
): DemoPerson[] {
  const born = plainDate(options.bornFrom ?? "1958-03-07");
  return Array.from({ length: count }, (_, i) => {
    const seed = [...kind].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
    const sex = options.womenOnly || (i + seed) % 3 === 0 ? "F" : "M";
    const list = sex === "F" ? women : men;
    const birthDate = addDays(born, ((i * 733 + seed * 37) % (options.bornSpanDays ?? 11_000)) + i);
    return {
      key: `${kind}-${i + 1}`,
      firstName: list[(i + seed) % list.length] ?? "Jan",
      lastName: surnameOf(names[(i * 7 + seed) % names.length] ?? "Nowak", sex),
      sex,
      birthDate,
      pesel: composePesel(birthDate, sex, (i * 37 + seed) % 1000),
    };
  });
}
