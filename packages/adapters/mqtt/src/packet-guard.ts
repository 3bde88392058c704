// Bounds an MQTT packet before the broker gathers it: the parser would take 256 MB of one packet
// into memory. Reads nothing but the fixed headers (MQTT 3.1.1, 2.2) of what passes by.

/** Feed it every chunk of one connection; true when a packet announces more than the limit. */
export function createPacketGuard(limitBytes: number): (chunk: Uint8Array) => boolean {
  let bodyBytesLeft = 0;
  let lengthBytes = 0;
  let multiplier = 1;
  /** type: the next byte begins a packet · length: it belongs to the remaining length. */
  let expects: 'type' | 'length' = 'type';
  return (chunk) => {
    for (let i = 0; i < chunk.length;) {
      if (bodyBytesLeft > 0) {
        const passed = Math.min(bodyBytesLeft, chunk.length - i);
        bodyBytesLeft -= passed;
        i += passed;
        continue;
      }
      const byte = chunk[i++] ?? 0;
      if (expects === 'type') {
        expects = 'length';
        lengthBytes = 0;
        multiplier = 1;
        continue;
      }
      lengthBytes += (byte & 0x7f) * multiplier;
      multiplier *= 128;
      if (lengthBytes > limitBytes || multiplier > LENGTH_LIMIT) return true;
      if ((byte & 0x80) === 0) {
        expects = 'type';
        bodyBytesLeft = lengthBytes;
      }
    }
    return false;
  };
}

/** Four length bytes at most. */
const LENGTH_LIMIT = 128 ** 4;
