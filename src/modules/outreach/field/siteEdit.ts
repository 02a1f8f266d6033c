import type { SiteFields, SiteLine } from "../contract.ts";

/** The fields of a place as an edit names them. */
export function fieldsOf(site: SiteLine): SiteFields {
  const { access = null, owner = null, managerContact = null, lat = null, lon = null } = site.exact ?? {};
  return {
    name: site.name,
    siteType: site.siteType,
    area: site.area,
    hazards: site.hazards,
    entryRule: site.entryRule,
    facilitiesNearby: site.facilitiesNearby,
    status: site.status,
    visitEveryDays: site.visitEveryDays,
    access,
    owner,
    managerContact,
    position: lat === null || lon === null ? null : { lat, lon },
  };
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** Those of `fields` that say something else than the place does. Hazards in another order are the same. */
export function changedFields(site: SiteLine, fields: Partial<SiteFields>): Partial<SiteFields> {
  const before: Partial<SiteFields> = fieldsOf(site);
  const sorted = (value: unknown) =>
    Array.isArray(value) ? value.map(String).sort((a, b) => a.localeCompare(b)) : value;
  const changed = (Object.keys(fields) as (keyof SiteFields)[]).filter(
    (field) => fields[field] !== undefined && !isSame(sorted(fields[field]), sorted(before[field])),
  );
  return Object.fromEntries(changed.map((field) => [field, fields[field]]));
}

/** The place as it is after an edit. */
export function withFields<S extends SiteLine>(site: S, fields: Partial<SiteFields>): S {
  const said = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const { access, owner, managerContact, position, ...open } = { ...fieldsOf(site), ...(said as Partial<SiteFields>) };
  const { lat, lon } = position ?? { lat: null, lon: null };
  const exact = access || owner || managerContact || position ? { access, owner, managerContact, lat, lon } : null;
  return { ...site, ...open, exact };
}
