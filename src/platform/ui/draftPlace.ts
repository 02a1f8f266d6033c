/** What two tabs with the same form would do to each other: each gets a place of its own, and brings back only what nobody has in hand. */
const mostPlaces = 3;
const places = new Map<string, Promise<string>>();

/**
 * Where this page keeps the draft of `key`, for as long as it lives: the first place with something that no other tab has in
 * hand, else the first one that is free.
 */
export function placeOf(key: string, isUsed: (place: string) => Promise<boolean>): Promise<string> {
  const known = places.get(key) ?? navigator.locks.request("powrot.drafts", () => claim(key, isUsed));
  places.set(key, known);
  return known;
}

async function claim(key: string, isUsed: (place: string) => Promise<boolean>): Promise<string> {
  const free: { place: string; letGo: () => void }[] = [];
  let mine: (typeof free)[number] | undefined;
  for (let no = 1; no <= mostPlaces && !mine; no += 1) {
    const place = no === 1 ? key : `${key} ${no}`;
    const letGo = await hold(`powrot.draft ${place}`);
    if (!letGo) continue;
    free.push({ place, letGo });
    if (await isUsed(place)) mine = free.at(-1);
  }
  mine ??= free[0];
  for (const one of free) if (one !== mine) one.letGo();
  return mine?.place ?? key;
}

/** Answers how to let go; undefined: another tab has it. */
function hold(name: string): Promise<(() => void) | undefined> {
  return new Promise((done) => {
    void navigator.locks.request(name, { ifAvailable: true }, (lock) => {
      if (!lock) return done(undefined);
      return new Promise<void>((letGo) => done(() => letGo()));
    });
  });
}
