const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));
const pool = new Uint8Array(1_000); // a hundred ids' worth of chance at a time
let used = pool.length;

/**
 * UUIDv7 (RFC 9562): 48 bits of milliseconds, then random bits. Made by whoever sends a command, also offline,
 * so that the id is final before the server has seen it.
 * @param atMs instant in milliseconds since 1970; the sender's clock
 */
export function uuidv7(atMs: number = Date.now()): string {
  if (used === pool.length) {
    crypto.getRandomValues(pool);
    used = 0;
  }
  const time = Math.floor(atMs).toString(16).padStart(12, "0");
  const byte = (mask = 0xff, bits = 0) => hex[((pool[used++] ?? 0) & mask) | bits] ?? "";
  const tail = byte() + byte() + byte() + byte() + byte() + byte();
  const id = `${time.slice(0, 8)}-${time.slice(8)}-${byte(0x0f, 0x70)}${byte()}-${byte(0x3f, 0x80)}${byte()}-${tail}`;
  return id;
}
