/** The browser's type for an address that may become a script; a plain string where the browser does not ask for it. */
type Policy = { createScriptURL(url: string): string };
type Factory = {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy;
};

let policy: Policy | undefined;

function sameOrigin(url: string): string {
  const { origin, href } = new URL(url, location.href);
  if (origin !== location.origin) throw new TypeError("a worker comes from our own address only");
  return href;
}

/** The address of a worker of ours, as `trusted-types powrot` wants it: the one policy that the pages may make. @throws TypeError for another origin */
export function trustedScriptUrl(url: string): string {
  const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes; // not in the DOM types of every compiler
  if (!factory) return sameOrigin(url);
  policy ??= factory.createPolicy("powrot", { createScriptURL: sameOrigin });
  return policy.createScriptURL(url);
}
