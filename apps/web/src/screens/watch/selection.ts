// The selected row lives in the address (`/watch?on=incident/inc-…`), so that a reload, a link in a
// message and the back button all come to the same thing.

import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { QueueRow } from '@anlan/contracts';

export interface Selection { readonly kind: QueueRow['kind']; readonly id: string }

export function useSelection(): [Selection | undefined, (next: Selection | undefined) => void] {
  const [search, setSearch] = useSearchParams();
  const select = useCallback(
    (next: Selection | undefined) => setSearch((old) => {
      const params = new URLSearchParams(old);
      if (next === undefined) params.delete('on');
      else params.set('on', `${next.kind}/${next.id}`);
      return params;
    }, { replace: false }),
    [setSearch],
  );
  return [parseSelection(search.get('on')), select];
}

export function parseSelection(text: string | null): Selection | undefined {
  const match = /^(alert|report|incident|order)\/(.+)$/.exec(text ?? '');
  return match === null ? undefined : { kind: match[1] as Selection['kind'], id: match[2] ?? '' };
}

export function rowHref(row: Selection): string {
  return `/watch?on=${row.kind}/${encodeURIComponent(row.id)}`;
}

export function isSame(a: Selection | undefined, b: Selection | undefined): boolean {
  return a?.kind === b?.kind && a?.id === b?.id;
}
