// From the domain to the wire: instants become ISO text. In the domain every instant is a number
// whose name is `at` or ends in `At`; that naming rule (kept by lint) is what this function rests on.

import type { Instant } from '@anlan/kernel';
import { isoFromInstant } from '@anlan/kernel';
import type { View } from '@anlan/domain';

/** A deep copy with instants as ISO text; undefined members are left out. */
export function toWire(value: unknown, name = ''): unknown {
  if (typeof value === 'number') return isInstantName(name) ? isoFromInstant(value as Instant) : value;
  if (Array.isArray(value)) return value.map((item: unknown) => toWire(item, name));
  if (typeof value !== 'object' || value === null) return value;
  const out: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(value)) if (member !== undefined) out[key] = toWire(member, key);
  return out;
}

/** A view's body with its stream version, as the wire shows it. */
export function viewToWire(view: View): Record<string, unknown> {
  return { ...(toWire(view.body) as Record<string, unknown>), streamVersion: view.streamVersion };
}

function isInstantName(name: string): boolean {
  return name === 'at' || name.endsWith('At');
}
