import type { Room } from "../../platform/command.ts";

export const organisationRoom: Room = { name: "organisation", commands: [], queries: [], downloads: [] };
