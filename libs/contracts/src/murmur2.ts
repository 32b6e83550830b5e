const seed = 0x9747b28c;
const m = 0x5bd1e995;

/** The 32-bit murmur2 of Kafka's Java client (org.apache.kafka.common.utils.Utils.murmur2), signed. */
export function murmur2(data: Uint8Array): number {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const length = data.byteLength;
  let h = seed ^ length;
  const whole = length & ~3;
  for (let i = 0; i < whole; i += 4) {
    let k = view.getInt32(i, true);
    k = Math.imul(k, m);
    k ^= k >>> 24;
    k = Math.imul(k, m);
    h = Math.imul(h, m) ^ k;
  }
  for (let i = length - 1; i >= whole; i -= 1) {
    h ^= view.getUint8(i) << (8 * (i & 3));
    if (i === whole) h = Math.imul(h, m);
  }
  h ^= h >>> 13;
  h = Math.imul(h, m);
  return h ^ (h >>> 15);
}
