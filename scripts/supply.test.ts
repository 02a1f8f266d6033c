import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { contentsOf, packageFaults, secretsIn } from "./supply.ts";

const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), "utf8");
const manifest = JSON.parse(read("package.json"));
const lock = JSON.parse(read("package-lock.json"));
const npmrc = read(".npmrc");

test("the packages are few, pinned, with a hash and a licence that may go along, and run no scripts (C62)", () => {
  expect(packageFaults(manifest, lock, npmrc)).toEqual([]);
});

test("a package that is not pinned, has no hash or a strange licence is named; so is a missing ignore-scripts (C62)", () => {
  const loose = { ...manifest, dependencies: { ...manifest.dependencies, pg: "^8.0.0" } };
  const strange = {
    packages: {
      "": {},
      "node_modules/a": { integrity: "sha512-x", license: "SSPL-1.0" },
      "node_modules/b": { license: "MIT" },
    },
  };
  expect(packageFaults(loose, lock, npmrc)).toEqual(["pg ^8.0.0: not one exact version"]);
  expect(packageFaults(manifest, strange, npmrc)).toEqual(["a: licence SSPL-1.0", "b: no sha512 in the lock file"]);
  expect(packageFaults(manifest, lock, "")).toEqual([".npmrc: ignore-scripts=true is missing"]);
  const many = {
    ...manifest,
    dependencies: Object.fromEntries(Array.from({ length: 61 }, (_, n) => [`p${n}`, "1.0.0"])),
  };
  expect(packageFaults(many, lock, npmrc)).toEqual(["61 direct runtime packages, at most 60"]);
});

test("the list of contents names every package the product runs with, with its hash, and no tool of the workshop (C62)", () => {
  const contents = JSON.stringify(contentsOf(manifest, lock));
  expect(contents).toBe(JSON.stringify(contentsOf(manifest, lock)));
  for (const [name, version] of Object.entries(manifest.dependencies))
    expect(contents).toContain(`"name":"${name}","version":"${version}"`);
  expect(contents).not.toContain('"name":"vitest"');
});

test.each([
  ["private key", `-----BEGIN RSA ${"PRIVATE"} KEY-----`],
  ["cloud key", "AKIAIOSFODNN7EXAMPLE"],
  ["GitHub token", `ghp_${"a1".repeat(18)}`],
  ["npm token", `npm_${"a1".repeat(18)}`],
  ["signed token", `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.${"dQw4w9WgXcQ".repeat(2)}`],
  ["address with a password", "postgres://app:sekretne-haslo@baza.mops.pl/powrot"],
])("a %s in a file is found (C62)", (name, text) => {
  expect(secretsIn(`before ${text} after`)).toEqual([name]);
});
