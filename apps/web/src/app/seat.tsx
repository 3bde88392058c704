// Who sits here and how the seat looks: session and preferences. Preferences live on the server so
// that they follow the officer; a change that could not be saved is taken back and said aloud.

import type { ReactNode } from 'react';
import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { Account, Preferences } from '@anlan/contracts';
import type { ApiError } from '../api/api-error.ts';
import { toApiError } from '../api/api-error.ts';
import { call, onSessionEnded } from '../api/call.ts';
import { queryCache } from '../api/use-query.ts';
import { live, liveValues } from './installation.tsx';
import { readLocalPreferences, writeLocalPreferences } from './local-preferences.ts';

export interface Seat {
  /** undefined: not known yet · null: nobody signed in */
  readonly account: Account | null | undefined;
  readonly preferences: Preferences;
  /** Why the last change of preferences was not saved. */
  readonly saveError: ApiError | undefined;
  readonly login: (userName: string, password: string) => Promise<void>;
  readonly logout: () => Promise<void>;
  readonly change: (part: Partial<Preferences>) => void;
  /** One value of the layout record. */
  readonly changeLayout: (name: string, value: string | number | boolean) => void;
}

export function SeatProvider(props: { readonly children: ReactNode }) {
  const [account, setAccount] = useState<Account | null>();
  const [preferences, setPreferences] = useState<Preferences>(readLocalPreferences);
  const [saveError, setSaveError] = useState<ApiError>();

  const enter = useCallback(async (next: Account) => {
    const kept = await call('getPreferences');
    setPreferences(kept);
    writeLocalPreferences(kept);
    setAccount(next);
    live.start();
  }, []);
  const leave = useCallback(() => {
    live.stop();
    liveValues.clear();
    queryCache.clear();
    setAccount(null);
  }, []);

  useEffect(() => onSessionEnded(leave), [leave]);
  useEffect(() => {
    call('getSession').then((session) => enter(session.account)).catch(leave);
  }, [enter, leave]);

  const save = useCallback((before: Preferences, next: Preferences, signedIn: boolean) => {
    setPreferences(next);
    writeLocalPreferences(next);
    setSaveError(undefined);
    if (!signedIn) return;
    call('putPreferences', { body: next }).catch((cause: unknown) => {
      setPreferences(before);
      writeLocalPreferences(before);
      setSaveError(toApiError(cause));
    });
  }, []);

  const seat = useMemo<Seat>(() => {
    const change = (part: Partial<Preferences>) => save(preferences, { ...preferences, ...part }, account !== null && account !== undefined);
    return {
      account, preferences, saveError, change,
      changeLayout: (name, value) => change({ layout: { ...preferences.layout, [name]: value } }),
      login: async (userName, password) => enter((await call('login', { body: { userName, password } })).account),
      logout: async () => {
        await call('logout');
        leave();
      },
    };
  }, [account, preferences, saveError, save, enter, leave]);
  return <SeatContext.Provider value={seat}>{props.children}</SeatContext.Provider>;
}

export function useSeat(): Seat {
  const seat = useContext(SeatContext);
  if (seat === undefined) throw new Error('useSeat outside SeatProvider');
  return seat;
}

/** The signed-in account; only for screens behind the sign-in gate. */
export function useAccount(): Account {
  const { account } = useSeat();
  if (account === null || account === undefined) throw new Error('useAccount before sign-in');
  return account;
}

const SeatContext = createContext<Seat | undefined>(undefined);
