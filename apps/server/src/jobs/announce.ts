// After COMMIT, everybody in this process who cares hears of the events: the live hub and the
// reactor. The decorator changes nothing of the log itself.

import type { EventEnvelope, EventLog } from '@anlan/domain';

export type Listener = (events: readonly EventEnvelope[]) => void;

export interface AnnouncingLog extends EventLog {
  listen(listener: Listener): () => void;
}

export function announcing(log: EventLog): AnnouncingLog {
  const listeners = new Set<Listener>();
  return {
    async append(request) {
      const appended = await log.append(request);
      if (appended.ok) for (const listener of listeners) listener(appended.value);
      return appended;
    },
    readStream: (realm, stream, options) => log.readStream(realm, stream, options),
    readAll: (options) => log.readAll(options),
    listMoves: (realm, query) => log.listMoves(realm, query),
    verify: (realm, options) => log.verify(realm, options),
    head: (realm) => log.head(realm),
    listRealms: () => log.listRealms(),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
