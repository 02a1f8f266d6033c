/** A form of vocational reintegration with its kind, which is not said twice where the name begins with it. */
export function withKind(kind: string, name: string): string {
  const [said, own] = [kind, name.trim()].map((text) => text.toLocaleLowerCase());
  return own?.startsWith(said ?? "") ? name.trim() : `${kind}: ${name.trim()}`;
}
