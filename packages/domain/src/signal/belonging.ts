// Whose a thing is and in which county it lies. Both are written down when the thing is recorded, with
// their names, so that a later change of a register does not rewrite the record (S-001, S-321).
// Registers and region are known to the installation only, so they come through this port.

import type { LonLat } from '@anlan/kernel';
import type { Realm } from '../log/index.ts';
import type { Titles } from './types.ts';

export interface Owner {
  readonly organisationId: string;
  readonly titles: Titles;
}

/** nearest-shore: at sea, where no county border is drawn. */
export interface County {
  readonly divisionCode: string;
  readonly titles: Titles;
  readonly basis: 'on-land' | 'nearest-place' | 'nearest-shore';
}

/** What the installation knows of organisations and counties. */
export interface Belonging {
  /** undefined: not on record, or put away. */
  organisationTitles(realm: Realm, organisationId: string): Promise<Titles | undefined>;
  /** null: in none of the region's counties. */
  countyAt(position: LonLat): County | null;
}
