// What the engine needs: the memory, ids, and the list of registers.

import type { IdSource } from '@anlan/kernel';
import type { Context, EventLog, NewEvent, StreamAppend, ViewStore } from '../log/index.ts';
import type { RecordBody, Register } from './types.ts';

export interface RegisterDeps {
  readonly log: EventLog;
  readonly views: ViewStore;
  readonly ids: IdSource;
  readonly registers: readonly Register[];
  /** What is recorded with a change of a record, in the same append: an alert when a watch is switched off. */
  readonly alongside?: (register: Register, before: RecordBody, events: readonly NewEvent[], context: Context) => Promise<readonly StreamAppend[]>;
}
