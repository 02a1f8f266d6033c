export { type DaySource, daySources } from "./myDay.ts";
