import type { Room } from "../../platform/command.ts";

export const personRoom: Room = { name: "person", commands: [], queries: [], downloads: [] };
