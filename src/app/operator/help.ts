/** The lines of the help that are about one command: those that begin with its name, and what is written further in below them. */
export function helpOf(name: string, help: string): string {
  const lines = help.split("\n");
  const from = lines.findIndex((line) => line.startsWith(`  ${name}`) && !/^\S/.test(line.slice(2 + name.length)));
  if (from < 0) return "";
  const rest = lines.slice(from + 1);
  const length = rest.findIndex((line) => !line.startsWith("    "));
  return [lines[from], ...(length < 0 ? rest : rest.slice(0, length))].join("\n");
}
