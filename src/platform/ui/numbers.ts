/** A number as typed in Poland: spaces between thousands, comma or dot. Undefined when it is none, or too precise. */
export function readDecimal(text: string, decimals: number): number | undefined {
  const plain = text.replace(/[\s\u00a0\u202f]/g, "").replace(",", ".");
  if (!/^-?\d+(\.\d+)?$/.test(plain)) return undefined;
  if ((plain.split(".")[1] ?? "").length > decimals) return undefined;
  const value = Number(plain);
  return Number.isSafeInteger(Math.trunc(value)) ? value : undefined;
}

/** "1 234,50" -> 123450 grosze, computed on digits so that no fraction is lost. */
export function readGrosze(text: string): number | undefined {
  const value = readDecimal(text.replace(/\s*(zł|PLN)\s*$/i, ""), 2);
  return value === undefined ? undefined : Math.round(value * 100);
}

/** 123450 -> "1234,50". */
export function formatGrosze(grosze: number): string {
  const sign = grosze < 0 ? "-" : "";
  const whole = Math.abs(Math.trunc(grosze));
  return `${sign}${Math.floor(whole / 100)},${String(whole % 100).padStart(2, "0")}`;
}

/** "18:20", "18.20", "18 20", "1820", "9" and "920" as `HH:MM`; undefined when there is no such time. */
export function readClock(text: string): string | undefined {
  const match = /^(\d{1,2})(?:[:.,\s]?(\d{2}))?$/.exec(text.trim());
  const [hour, minute] = [Number(match?.[1]), Number(match?.[2] ?? "0")];
  if (!match || hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}
