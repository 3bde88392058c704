// The last used look of this device, for the moments before anybody has signed in and for the public
// form. The server's copy wins after sign-in.

import type { Preferences } from '@anlan/contracts';

export function readLocalPreferences(): Preferences {
  try {
    return { ...DEFAULTS, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Preferences>) };
  } catch {
    return DEFAULTS;
  }
}

export function writeLocalPreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences));
  } catch {
    // A device that keeps nothing starts with the defaults next time; nothing is lost by that.
  }
}

const KEY = 'anlan.preferences';
const DEFAULTS: Preferences = { locale: 'zh-CN', theme: 'dark', mapMode: 'night', layout: null };
