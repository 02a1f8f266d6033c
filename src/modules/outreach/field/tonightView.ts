import { todayIn } from "../../../platform/time/instant.ts";
import { addDays, type PlainDate } from "../../../platform/time/plainDate.ts";
import type { ShiftView, Tonight } from "../contract.ts";
import { frostEffects } from "../rules.ts";
import { countsOf, openShiftOf } from "./shiftViews.ts";
import type { Street } from "./street.ts";
import { sitesOf } from "./streetLists.ts";

const timeZone = "Europe/Warsaw";

export type Asked = { accountId: string; now: string; today: PlainDate };

/** The shift at a glance, from the phone alone. */
export function tonightOf(street: Street, { accountId, today, now }: Asked): Tonight {
  const open = openShiftOf(street, accountId);
  const frostBelow = Math.max(...street.units.map((unit) => unit.frostBelow), Number.NEGATIVE_INFINITY);
  const shift: ShiftView | null = open && {
    id: open.id,
    unitId: open.unitId,
    startedAt: open.startedAt,
    plannedEnd: open.plannedEnd,
    members: [...open.members],
    lowestCelsius: open.lowestCelsius,
    routeId: open.routeId,
    frost:
      open.lowestCelsius === null
        ? []
        : [...frostEffects(open.lowestCelsius, Number.isFinite(frostBelow) ? frostBelow : undefined)],
    counts: countsOf(open.cards),
  };
  const dayAgo = new Date(Date.parse(now) - 86_400_000).toISOString();
  return {
    shift,
    units: street.units.map(({ unitId, name }) => ({ id: unitId, name })),
    colleagues: [...street.colleagues].map(([id, name]) => ({ id, name })).sort(byName),
    due: dueOf(street, today),
    sites: sitesOf(street, today, shift?.frost.includes("EXTRA_SITES_DAILY")).filter(
      ({ dueOn }) => dueOn !== null && dueOn <= today,
    ),
    alerts: alertsOf(street, accountId).filter(({ at }) => at > dayAgo),
    stock: stockOf(street),
  };
}

const byName = (one: { name: string }, other: { name: string }) => one.name.localeCompare(other.name, "pl");

function dueOf(street: Street, today: PlainDate): Tonight["due"] {
  const oldest = addDays(today, -90);
  const lines: Tonight["due"] = [];
  for (const entry of street.people.values()) {
    const site = street.sites.get(entry.nextContactSiteId ?? entry.siteId ?? "");
    const where = {
      personId: entry.personId,
      name: entry.name,
      area: entry.placeHidden ? null : (site?.area ?? entry.area),
      siteName: entry.placeHidden ? null : (site?.name ?? null),
    };
    const steps = entry.openSteps.filter(({ dueOn }) => dueOn <= today);
    for (const { text, dueOn } of steps)
      lines.push({ ...where, nextStep: text || null, dueOn: dueOn as PlainDate, planned: null }); // a day of the set
    for (const planned of entry.planned) {
      const dueOn = todayIn(planned.plannedAt, timeZone);
      if (dueOn > today || dueOn <= oldest) continue;
      lines.push({ ...where, area: null, siteName: null, nextStep: null, dueOn, planned });
    }
    const { nextContactOn } = entry;
    if (!nextContactOn || nextContactOn > today || nextContactOn <= oldest || entry.ended) continue;
    if (steps.some(({ cardId }) => cardId === entry.lastContactId)) continue;
    lines.push({ ...where, nextStep: entry.step?.text ?? null, dueOn: nextContactOn as PlainDate, planned: null });
  }
  return lines.sort((one, other) => one.dueOn.localeCompare(other.dueOn) || byName(one, other));
}

function alertsOf(street: Street, accountId: string): Tonight["alerts"] {
  const held = street.units.flatMap((unit) => unit.alerts);
  const by = street.colleagues.get(accountId) ?? "";
  const made = street.made.minorAlerts.map(({ alertId, siteId, told, at }) => ({
    id: alertId,
    alert: "MINOR_WITHOUT_GUARDIAN" as const,
    at,
    by,
    siteName: street.sites.get(siteId ?? "")?.name ?? null,
    told,
  }));
  const each = new Map([...held, ...made].map((alert) => [alert.id, alert]));
  return [...each.values()].sort((one, other) => other.at.localeCompare(one.at));
}

function stockOf(street: Street): Tonight["stock"] {
  const left = new Map<Tonight["stock"][number]["item"], number>();
  const add = (item: Tonight["stock"][number]["item"], change: number) =>
    left.set(item, (left.get(item) ?? 0) + change);
  for (const unit of street.units) for (const { item, left: number } of unit.stock) add(item, number);
  for (const { item, change } of street.made.stock) add(item, change);
  for (const { card, corrects } of street.made.cards)
    if (!corrects) for (const { item, quantity } of card.aid) add(item, -quantity);
  return [...left].map(([item, number]) => ({ item, left: number })).sort((a, b) => a.item.localeCompare(b.item));
}
