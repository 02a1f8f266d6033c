// `npm run -s powrot -- COMMAND`: the operators' door. Standard output is the command's own; words about it go to standard error.
import { operatorCommands, operatorHelp } from "./operator/doors.ts";
import { helpOf } from "./operator/help.ts";
import { houseCommands, houseHelp } from "./operator/houseCommands.ts";
import { endWithReader } from "./operator/lines.ts";
import { WrongUse } from "./operator/options.ts";
import { failStart, sentencesOf } from "./startRefusal.ts";

endWithReader();
const commands = { ...houseCommands, ...operatorCommands };
const commandHelp = `${houseHelp.trimEnd()}${operatorHelp}`;
const wholeHelp = `npm run -s powrot -- COMMAND      (one command alone: COMMAND --help)
${commandHelp}`;

const asked = new Set(["--help", "-h", "help"]);
const [name = "help", ...words] = process.argv.slice(2);
const about = asked.has(name) ? words[0] : words.some((word) => asked.has(word)) ? name : undefined;
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;

if (about !== undefined && Object.hasOwn(commands, about)) {
  console.log(helpOf(about, commandHelp));
} else if (asked.has(name)) {
  console.log(wholeHelp);
} else if (!command) {
  console.error(`Nie ma polecenia ${name}.\nThere is no command ${name}.\n\n${wholeHelp}`);
  process.exitCode = 2;
} else {
  try {
    process.exitCode = await command(words);
  } catch (error) {
    if (!(error instanceof WrongUse)) failStart(error);
    const { pl, en } = sentencesOf(error);
    console.error(`${pl}\n${en}\n\n${helpOf(name, commandHelp)}`);
    process.exitCode = 2;
  }
}
