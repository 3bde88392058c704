// What the engine needs: the memory, ids, and the list of registers.

import type { IdSource } from '@anlan/kernel';
import type { EventLog, ViewStore } from '../log/index.ts';
import type { Register } from './types.ts';

export interface RegisterDeps {
  readonly log: EventLog;
  readonly views: ViewStore;
  readonly ids: IdSource;
  readonly registers: readonly Register[];
}
