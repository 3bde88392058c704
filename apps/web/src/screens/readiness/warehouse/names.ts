// Names and units that an answer of the store carries with it.

import type { Titles } from '@anlan/contracts';

export interface Named {
  readonly names: Readonly<Record<string, Titles>>;
  readonly unitCodes: Readonly<Record<string, string>>;
}

/** The name of a record, or its id where the answer names none. */
export function nameOf({ names }: Named, registerId: string, id: string): Titles {
  return names[`${registerId}/${id}`] ?? { zh: id, en: id };
}
