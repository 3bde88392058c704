// Hash of a case's inputs. Small values go into canonical JSON as they are; large typed arrays go in
// as a fast 128-bit digest of their bytes (four lanes of MurmurHash3's mixing, A. Appleby, public
// domain), since hashing megabytes with SHA-256 in the core would cost more than the run.

import { canonicalJson, sha256Hex } from '@anlan/kernel';

export function inputsHash(value: unknown): string {
  return sha256Hex(canonicalJson(replaceArrays(value)));
}

function replaceArrays(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return digest(value as Float32Array | Float64Array | Int32Array | Uint8Array);
  if (Array.isArray(value)) return value.map(replaceArrays);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, replaceArrays(member)]));
}

function digest(array: Float32Array | Float64Array | Int32Array | Uint8Array): string {
  const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
  const wordCount = bytes.length >> 2;
  const words = array.byteOffset % 4 === 0 ? new Uint32Array(array.buffer, array.byteOffset, wordCount) : new Uint32Array(bytes.slice(0, 4 * wordCount).buffer);
  const lanes = Int32Array.from([0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f]);
  for (let i = 0; i < wordCount; i++) lanes[i & 3] = mixed(lanes[i & 3]! ^ Math.imul(words[i]!, 0xcc9e2d51));
  for (let i = 4 * wordCount; i < bytes.length; i++) lanes[i & 3] = mixed(lanes[i & 3]! ^ bytes[i]!);
  const parts = Array.from(lanes, (lane, i) => finished(lane ^ bytes.length ^ i));
  return `${array.constructor.name}:${array.length}:${parts.map((part) => part.toString(16).padStart(8, '0')).join('')}`;
}

function mixed(h: number): number {
  return Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64;
}

function finished(word: number): number {
  let h = word;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
