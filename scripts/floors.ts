/**
 * The rooms of the house by floor, lowest first. A room may import rooms of lower floors, never its own floor or a higher one.
 * `wide` floors are the same: no doors between the rooms of one floor.
 */
export const floors: readonly (readonly string[])[] = [
  ["organisation"],
  ["device", "conflict"],
  ["person", "staff", "privacy"],
  ["casework"],
  ["outreach", "facility", "assessment", "counselling", "employment", "project", "partnership"],
  ["outcome", "programme", "plan", "referral", "street-work", "recruitment"],
  ["centre", "activity"],
  ["attendance", "social-contract"],
  ["report", "benefit"],
  ["research", "participant"],
];

/** Files of a room, or of a folder of it, that a room of a higher floor may import. */
export const openFiles: readonly string[] = ["contract", "rules", "access", "messages", "public", "api", "codes"];

/**
 * Kinds of files. In a room the name tells (`pureFiles`, `serverFiles`, `api` and `*Screen`); any other file is a `helper`: it
 * belongs to whoever imports it (server, browser or a pure file), as long as nothing of what it imports itself is closed to them.
 */
export type FileKind = "pure" | "server" | "browser" | "helper" | "test";

export const pureFiles: readonly string[] = ["contract", "rules", "access", "messages"];

export const serverFiles: readonly string[] = ["queries", "commands", "public", "routes", "room"];

/** Packages that a pure file never touches: it is data in, data out, on the server and in the browser. */
export const impurePackages = /^(react|react-dom|kysely|pg|fastify|graphile-worker|node:|@mantine\/|@tanstack\/)/;

/** Packages that never reach the browser. */
export const serverPackages =
  /^(node:|kysely|pg$|highs$|hucre$|yauzl$|csv-parse|fastify|graphile-worker|@fastify\/|nodemailer|@node-rs\/|@myriaddreamin\/)/;

/** Packages that the server never loads. */
export const browserPackages = /^(react|react-dom|@mantine\/|@tanstack\/|d3-|@simplewebauthn\/browser)/;
