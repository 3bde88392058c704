// Gathers what the command bar can find, once it is in use.

import { useEffect, useMemo, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useQuery } from '../api/use-query.ts';
import { useLiveValues } from '../app/installation.tsx';
import { roomHref, roomsFor } from '../app/rooms.ts';
import { useAccount } from '../app/seat.tsx';
import { useI18n } from '../i18n/i18n.tsx';
import { loadPlaces } from '../map/basemap.ts';
import type { Place } from '../map/basemap.ts';
import { desk } from '../screens/watch/desk-store.ts';
import { may } from '../parts/room/may.ts';
import { rowHref } from '../screens/watch/selection.ts';
import type { Searchable, ToPinyin } from './search.ts';
import { searchKeys } from './search.ts';

export function useSearchables(active: boolean): readonly Searchable[] {
  const navigate = useNavigate();
  const { t, title } = useI18n();
  const roles = useAccount().roles;
  const toPinyin = usePinyin(active);
  const places = usePlaces(active);
  const rows = useQuery('getQueue', {}, { enabled: may(roles, 'queue.read') }).data?.rows;
  const { vessels } = useLiveValues();
  return useMemo(() => {
    if (!active) return [];
    const goTo = (position: Place['position']) => () => {
      void navigate('/watch');
      desk.lookAt(position);
    };
    const queue = (rows ?? []).map((row): Searchable => ({
      kind: 'queue', id: row.id, title: title(row.titles), more: title(row.detail), keys: searchKeys([row.titles.zh, row.titles.en, row.detail.zh], toPinyin), run: () => void navigate(rowHref(row)),
    }));
    const ships = [...vessels.values()].flatMap((vessel): Searchable[] => (vessel.position === undefined ? [] : [{
      kind: 'vessel', id: vessel.mmsi, title: vessel.name ?? vessel.mmsi, more: vessel.mmsi, keys: searchKeys([vessel.name ?? '', vessel.mmsi, vessel.callSign ?? ''], toPinyin), run: goTo(vessel.position),
    }]));
    const spots = places.map((place): Searchable => ({ kind: 'place', id: place.id, title: title(place.titles), more: '', keys: searchKeys([place.titles.zh, place.titles.en], toPinyin), run: goTo(place.position) }));
    const rooms = roomsFor(roles).map((room): Searchable => ({ kind: 'room', id: room.id, title: t(room.titleKey), more: roomHref(room), keys: searchKeys([t(room.titleKey), room.id], toPinyin), run: () => void navigate(roomHref(room)) }));
    return [...queue, ...rooms, ...spots, ...ships];
  }, [active, rows, vessels, places, roles, toPinyin, t, title, navigate]);
}

function usePlaces(active: boolean): readonly Place[] {
  const [places, setPlaces] = useState<readonly Place[]>([]);
  useEffect(() => {
    if (active) loadPlaces().then(setPlaces).catch(() => setPlaces([]));
  }, [active]);
  return places;
}

function usePinyin(active: boolean): ToPinyin {
  const [toPinyin, setToPinyin] = useState<ToPinyin>(() => none);
  useEffect(() => {
    if (!active || toPinyin !== none) return;
    void import('pinyin-pro').then(({ pinyin }) => {
      setToPinyin(() => (text: string) => [pinyin(text, { toneType: 'none' }), pinyin(text, { pattern: 'first', toneType: 'none' })]);
    });
  }, [active, toPinyin]);
  return toPinyin;
}

const none: ToPinyin = () => [];
