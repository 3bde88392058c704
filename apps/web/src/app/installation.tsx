// What this installation is (mode, realm, region, clock) and the live socket that feeds it. Fetched
// before anything else; when the server is not there the screen says so and tries again by itself.

import type { ReactNode } from 'react';
import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import type { Meta } from '@anlan/contracts';
import type { ApiError } from '../api/api-error.ts';
import { toApiError } from '../api/api-error.ts';
import { call } from '../api/call.ts';
import { createLive } from '../api/live.ts';
import type { LiveState } from '../api/live.ts';
import { createLiveValues } from '../api/live-values.ts';
import type { LiveValues } from '../api/live-values.ts';
import { queryCache } from '../api/use-query.ts';
import { ErrorBox } from '../parts/ErrorBox.tsx';
import { serverClock } from './now.ts';

export const liveValues = createLiveValues((run) => requestAnimationFrame(run));

export const live = createLive({
  url: () => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/api/live`,
  now: () => serverClock.now(),
  openSocket: (url) => new WebSocket(url),
  onFrame: (frame) => {
    serverClock.sync(Date.parse(frame.at), clockRateRatio);
    liveValues.takeFrame(frame);
    if (frame.snapshot) renewAll();
    else if (frame.changed.length > 0) queryCache.invalidate(frame.changed);
  },
});

/** First frame, or after a gap: every read again, and the positions that no later frame will repeat. */
function renewAll(): void {
  queryCache.invalidateAll();
  // Who may not see vessels simply has none on the map.
  call('listVessels').then(liveValues.takeVessels).catch(() => undefined);
}

export function InstallationProvider(props: { readonly children: ReactNode }) {
  const [meta, setMeta] = useState<Meta>();
  const [error, setError] = useState<ApiError>();
  const [roundIndex, setRoundIndex] = useState(0);
  useEffect(() => {
    let gone = false;
    call('getMeta')
      .then((answer) => {
        if (gone) return;
        clockRateRatio = answer.clockRateRatio;
        serverClock.sync(Date.parse(answer.serverNow), answer.clockRateRatio);
        setMeta(answer);
        setError(undefined);
      })
      .catch((cause: unknown) => !gone && setError(toApiError(cause)));
    const timer = setTimeout(() => setRoundIndex((index) => index + 1), meta === undefined ? 3000 : 60_000);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [roundIndex]);
  if (meta === undefined) return error === undefined ? null : <ErrorBox error={error} onRetry={() => setRoundIndex((index) => index + 1)} page />;
  return <MetaContext.Provider value={meta}>{props.children}</MetaContext.Provider>;
}

export function useMeta(): Meta {
  const meta = useContext(MetaContext);
  if (meta === undefined) throw new Error('useMeta outside InstallationProvider');
  return meta;
}

/** Region's zone, in which every time is shown. */
export function useZone(): string {
  return useMeta().region.timeZone;
}

/** True when the screens show a drill: patterned frame and 演练 everywhere. */
export function isDrill(meta: Meta): boolean {
  return meta.realm !== 'real';
}

export function useLive(): LiveState {
  return useSyncExternalStore(live.subscribe, live.getState);
}

export function useLiveValues(): LiveValues {
  return useSyncExternalStore(liveValues.subscribe, liveValues.get);
}

const MetaContext = createContext<Meta | undefined>(undefined);
let clockRateRatio = 1;
