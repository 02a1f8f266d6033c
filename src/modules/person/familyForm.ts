type Complaint = { path: string; code: string };

/** A complaint for every value that is empty. */
export function missing(values: Readonly<Record<string, string>>): Complaint[] {
  return Object.entries(values).flatMap(([path, value]) => (value.trim() ? [] : [{ path, code: "field.required" }]));
}

/** The last day (inclusive, "" for none) is not before the first. */
export function lastDay(validFrom: string, validUntil: string): Complaint[] {
  return validUntil && validUntil < validFrom ? [{ path: "validUntil", code: "field.ends_before_it_starts" }] : [];
}
