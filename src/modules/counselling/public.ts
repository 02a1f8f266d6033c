export { type DaySource, daySources } from "./myDay.ts";
export { talksOf } from "./talksHeld.ts";
