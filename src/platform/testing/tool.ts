import { execFileSync, spawnSync } from "node:child_process";

/** Debian packages of the tools that tests look at results with. */
const packages = {
  pdftotext: "poppler-utils",
  pdffonts: "poppler-utils",
  pdfinfo: "poppler-utils",
  pdftoppm: "poppler-utils",
};

export type Tool = keyof typeof packages;

/**
 * Makes sure that `tool` can be run: as root on Debian a missing one is installed.
 * @throws Error that names what to install, so that a test never passes because its instrument is missing
 */
export function needTool(tool: Tool): void {
  if (isThere(tool)) return;
  const name = packages[tool];
  if (process.getuid?.() === 0 && isThere("apt-get")) {
    const options = { stdio: "ignore" } as const;
    spawnSync("apt-get", ["update", "-q"], options);
    spawnSync("apt-get", ["-o", "DPkg::Lock::Timeout=120", "install", "-y", "-q", name], options);
  }
  if (!isThere(tool)) throw new Error(`This test needs ${tool}: install ${name}`);
}

/** What `tool` prints on standard output. */
export function runTool(tool: Tool, args: string[]): string {
  needTool(tool);
  return execFileSync(tool, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
}

function isThere(command: string): boolean {
  return spawnSync("sh", ["-c", `command -v ${command}`], { stdio: "ignore" }).status === 0;
}
