// Keys of what stands over the room: an open form takes Escape before the panel that holds it, a
// report takes F2 before the shell. Only for keys that work while typing; `undefined` leaves a key to
// whoever is next.

import { useEffect, useRef } from 'react';
import type { KeyMap } from '../../../app/keys.ts';
import { keyNameOf } from '../../../app/keys.ts';

export function useKeysFirst(keys: KeyMap): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const name = keyNameOf(event);
      const handler = name === undefined ? undefined : latest.current[name];
      if (handler === undefined || event.defaultPrevented) return;
      event.preventDefault();
      handler();
    };
    // While capturing: before every listener that waits for the bubble, whoever came first.
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, []);
}
