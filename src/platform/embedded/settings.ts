/**
 * Settings of the embedded server: two cores and a few hundred megabytes. The log carries no statement, no parameter and no
 * DETAIL line (those quote row values), and no ERROR at all: its message may quote what a user typed. `log` lies between
 * ERROR and FATAL, so starts, stops, checkpoints and failed logins stay.
 */
const SETTINGS: Record<string, string> = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "100",
  shared_buffers: "256MB",
  effective_cache_size: "1GB",
  work_mem: "16MB",
  maintenance_work_mem: "128MB",
  max_wal_size: "2GB",
  random_page_cost: "1.1",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  password_encryption: "scram-sha-256",
  // An open transaction holds back the change feed.
  idle_in_transaction_session_timeout: "60s",
  logging_collector: "off",
  log_destination: "stderr",
  log_min_messages: "log",
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
  log_statement: "none",
  log_min_duration_statement: "-1",
  log_parameter_max_length: "0",
  log_parameter_max_length_on_error: "0",
};

/** For throwaway servers only: a power cut loses the cluster. */
const WITHOUT_FSYNC = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", shared_buffers: "128MB" };

/** Arguments for `postgres`, `-c name=value` each; `extra` wins. */
export function settingArguments(fsync: boolean, port: number, extra: Record<string, string>): string[] {
  const all = { ...SETTINGS, ...(fsync ? {} : WITHOUT_FSYNC), ...extra, port: String(port) };
  return Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}
