import { z } from "zod";
import { terytPattern } from "./teryt.ts";

/** Code of a commune as it is sent. */
export const Teryt = z.string().regex(terytPattern);
