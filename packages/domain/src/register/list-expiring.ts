// What runs out: every expiry field of every record, soonest first. A date that has passed stays on
// the list; it is answered by renewing or archiving the record, not by waiting.

import type { Instant } from '@anlan/kernel';
import type { View } from '../log/index.ts';
import { recordTitles } from './list-records.ts';
import type { RecordBody, Register } from './types.ts';
import type { Titles } from '../signal/index.ts';

export interface Expiring {
  readonly registerId: string;
  readonly id: string;
  readonly titles: Titles;
  readonly fieldId: string;
  readonly fieldTitles: Titles;
  readonly expiresAt: Instant;
  /** True on the very instant and after. */
  readonly expired: boolean;
}

const DAY_MS = 86_400_000;

/** Records whose reminder is due at `now`. */
export function listExpiring(register: Register, views: readonly View<RecordBody>[], now: Instant): readonly Expiring[] {
  const found = (register.expiry ?? []).flatMap(({ field, remindDays }) =>
    views
      .filter(({ body }) => !body.archived && body.registerId === register.id)
      .flatMap(({ body }): readonly Expiring[] => {
        const expiresAt = body.values[field] as Instant | null | undefined;
        if (expiresAt === null || expiresAt === undefined || expiresAt - remindDays * DAY_MS > now) return [];
        const fieldTitles = register.fields.find((known) => known.id === field)?.titles ?? { zh: field, en: field };
        return [{ registerId: register.id, id: body.id, titles: recordTitles(register, body), fieldId: field, fieldTitles, expiresAt, expired: now >= expiresAt }];
      }),
  );
  return found.toSorted((a, b) => a.expiresAt - b.expiresAt || (a.id < b.id ? -1 : 1));
}
