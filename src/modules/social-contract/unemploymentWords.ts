/** What part IB takes from the work history; days are inclusive, `to` null: it goes on. */
export type WorkFacts = {
  registered: readonly { from: string; to: string | null; office: string | null }[];
  withoutWork: { since: string | null; months: number } | null;
  qualifications: readonly { name: string; year: number | null }[];
};

const months = (n: number): string => {
  const [last, tens] = [n % 10, Math.floor(n / 10) % 10];
  if (n === 1) return "1 miesiąc";
  return last >= 2 && last <= 4 && tens !== 1 ? `${n} miesiące` : `${n} miesięcy`;
};

/**
 * The official words of part IB, in Polish as the paper is: registrations at the labour office, months without work,
 * qualifications; empty where the history knows nothing. Whoever writes the contract reads and mends them before signing.
 * `dayText` writes a day out. Source: docs/domain/forms.md F-28 unemploymentData, F-23
 */
export function unemploymentWords(
  { registered, withoutWork, qualifications }: WorkFacts,
  dayText: (day: string) => string,
): string {
  const lines: string[] = [];
  const periods = registered.map(({ from, to, office }) =>
    [`od ${dayText(from)}`, to && `do ${dayText(to)}`, office && `(${office})`].filter(Boolean).join(" "),
  );
  if (periods.length > 0) lines.push(`Rejestracja w urzędzie pracy: ${periods.join("; ")}.`);
  if (withoutWork?.since) lines.push(`Bez pracy od ${dayText(withoutWork.since)}: ${months(withoutWork.months)}.`);
  const skills = qualifications.map(({ name, year }) => (year === null ? name : `${name} (${year})`));
  if (skills.length > 0) lines.push(`Kwalifikacje: ${skills.join("; ")}.`);
  return lines.join("\n").slice(0, 4000);
}
