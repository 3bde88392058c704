// The text in a label's code, and what a scanner's reading of it means. A check sign catches a misread
// and a foreign code: both are refused instead of opening the wrong lot. `AL1:L:<id>:<check>`.
// Check: CRC-16/CCITT-FALSE (polynomial 0x1021, initial 0xFFFF; ITU-T V.41), four hexadecimal digits.

import type { Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';

export type LabelKind = 'lot' | 'bin';

export interface LabelRef {
  readonly kind: LabelKind;
  readonly id: string;
}

export function encodeLabel({ kind, id }: LabelRef): string {
  const text = `${PREFIX}:${kind === 'lot' ? 'L' : 'B'}:${id}`;
  return `${text}:${labelCheck(text)}`;
}

export function decodeLabel(scanned: string): Result<LabelRef> {
  const text = scanned.trim();
  const parts = PATTERN.exec(text);
  const [, body, letter, id, check] = parts ?? [];
  if (body === undefined || id === undefined || check === undefined) return refuse('READINESS_LABEL_FOREIGN', { text: text.slice(0, 60) });
  if (labelCheck(body) !== check.toUpperCase()) return refuse('READINESS_LABEL_MISREAD', { text: text.slice(0, 60) });
  return ok({ kind: letter === 'L' ? 'lot' : 'bin', id });
}

/** Four hexadecimal digits over ASCII text. */
export function labelCheck(text: string): string {
  let crc = 0xffff;
  for (const char of text) {
    crc ^= ((char.codePointAt(0) ?? 0) & 0xff) << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 0x8000) === 0 ? (crc << 1) & 0xffff : ((crc << 1) ^ 0x1021) & 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}

const PREFIX = 'AL1';
const PATTERN = /^(AL1:([LB]):([A-Za-z0-9._~-]{1,200})):([0-9A-Fa-f]{4})$/;
