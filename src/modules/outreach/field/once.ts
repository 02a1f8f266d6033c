/** `work`, done once for each list: what was made of it is kept for as long as the list itself. */
export function onceFor<K extends object, T>(work: (of: K) => T): (of: K) => T {
  const known = new WeakMap<K, { made: T }>();
  return (of) => {
    const before = known.get(of);
    if (before) return before.made;
    const made = work(of);
    known.set(of, { made });
    return made;
  };
}
