import { collectDefaultMetrics, Histogram, Registry } from "prom-client";

/** Prometheus figures of this process. Labels are route patterns and statuses, never ids or names. */
export const metrics = new Registry();
collectDefaultMetrics({ register: metrics });

const durations = new Histogram({
  name: "powrot_http_request_seconds",
  help: "Time from a request to its answer",
  labelNames: ["route", "method", "status"],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  registers: [metrics],
});

/** @param elapsedMs milliseconds from request to answer */
export function observe(route: string, method: string, status: number, elapsedMs: number): void {
  durations.labels(route, method, String(status)).observe(elapsedMs / 1000);
}
