import type { AnyCommand } from "../command.ts";

const taken = new Map<string, AnyCommand>();

/** Makes known which commands the house has; those marked `offline` are taken from devices. Called by the app. */
export function takeOffline(commands: readonly AnyCommand[]): void {
  for (const command of commands) if (command.offline) taken.set(command.type, command);
}

export function offlineCommand(type: string): AnyCommand | undefined {
  return taken.get(type);
}
