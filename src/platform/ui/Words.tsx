import { today } from "./clock.ts";
import { dayOfInstant, formatClock, formatDay, formatInstant, formatMoney, relativeDay, shortName } from "./format.ts";
import { useLanguage } from "./language.ts";

/** A day `YYYY-MM-DD` (also partial) in words. */
export function DateText({ day }: { day: string }) {
  return <time dateTime={day}>{formatDay(day, useLanguage())}</time>;
}

/** An instant in words, Polish time. */
export function InstantText({ at }: { at: string }) {
  return <time dateTime={at}>{formatInstant(at, useLanguage())}</time>;
}

/** "dziś 18:20", "wczoraj", "12 dni temu"; the date on hover and in print. Takes a day or an instant. */
export function RelativeTime({ at }: { at: string }) {
  const lang = useLanguage();
  const instant = at.includes("T");
  const day = instant ? dayOfInstant(at) : at;
  const words = relativeDay(day, today(), lang);
  const whole = instant ? formatInstant(at, lang) : formatDay(at, lang);
  return (
    <time dateTime={at} title={whole} className="relative-time">
      <span className="screen-only">{instant && day === today() ? `${words} ${formatClock(at, lang)}` : words}</span>
      <span className="print-only">{whole}</span>
    </time>
  );
}

/** Grosze as "1 234,50 zł". */
export function Money({ grosze }: { grosze: number }) {
  return <span className="figure">{formatMoney(grosze, useLanguage())}</span>;
}

export type PersonNameProps = {
  firstName?: string | null;
  lastName?: string | null;
  alias?: string | null;
  personNo?: string | null;
  /** First name and initial: lists where strangers may see the screen. */
  short?: boolean;
};

/** Name or alias, then the number. A person without both is only a number. */
export function PersonName({ firstName, lastName, alias, personNo, short = false }: PersonNameProps) {
  const known = (text: string | null | undefined) => text || undefined;
  const whole = [firstName, lastName].filter(Boolean).join(" ") || (alias ? `„${alias}”` : "");
  const words = short ? shortName(known(firstName), known(lastName), known(alias)) : whole;
  return (
    <span className="person-name">
      {words || personNo}
      {words && personNo && <span className="soft small"> {personNo}</span>}
    </span>
  );
}
