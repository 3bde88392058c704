// Keyboard of the desk. Keys typed into a field stay in the field, except function keys; nothing is
// taken while an input method composes. F1, F3, F4 belong to the browser, so each has an Alt twin.

import { useEffect, useRef } from 'react';

/** Names: `F2`, `/`, `?`, `j`, `ArrowDown`, `Enter`, `Escape`, `Space`, `alt+1`. */
export type KeyName = string;
export type KeyMap = Readonly<Record<KeyName, (() => void) | undefined>>;

export function useKeys(keys: KeyMap): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const name = keyNameOf(event);
      if (name === undefined) return;
      const handler = latest.current[name];
      if (handler === undefined || event.defaultPrevented) return;
      if (isTyping(event.target) && !worksWhileTyping(name)) return;
      if ((name === 'Enter' || name === 'Space') && isPressable(event.target)) return;
      event.preventDefault();
      handler();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

export interface KeyPress { readonly key: string; readonly code: string; readonly keyCode: number; readonly altKey: boolean; readonly ctrlKey: boolean; readonly metaKey: boolean; readonly isComposing: boolean }

/** undefined when the press belongs to the input method or to the browser. */
export function keyNameOf(press: KeyPress): KeyName | undefined {
  // 229: the key went to the input method (UI Events, legacy keyCode).
  if (press.isComposing || press.keyCode === 229) return undefined;
  if (press.ctrlKey || press.metaKey) return undefined;
  if (press.altKey) {
    const digit = /^Digit(\d)$/.exec(press.code)?.[1];
    return digit === undefined ? `alt+${press.key.toLowerCase()}` : (ALT_TWINS[digit] ?? `alt+${digit}`);
  }
  if (press.key === ' ') return 'Space';
  return press.key.length === 1 ? press.key.toLowerCase() : press.key;
}

function worksWhileTyping(name: KeyName): boolean {
  return /^F\d+$/.test(name) || name.startsWith('alt+') || name === 'Escape';
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

/** A focused button or link takes Enter and Space for itself. */
function isPressable(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('button, a, summary, [role="menuitem"]') !== null;
}

/** Alt+1…4 do what F1…F4 do. */
const ALT_TWINS: Readonly<Record<string, string>> = { '1': 'F1', '2': 'F2', '3': 'F3', '4': 'F4' };

/** Presses a key for a button that shows it, so that mouse and keyboard take the same way. */
export function pressKey(name: string): void {
  window.dispatchEvent(new KeyboardEvent('keydown', { key: name, cancelable: true }));
}
