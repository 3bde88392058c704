// The language of the screen: `t(key, params)` for sentences, `title({zh, en})` for names that come
// from records. The chosen language also sets `lang` on the document, which picks the right glyphs.

import type { ReactNode } from 'react';
import { createContext, useContext, useEffect, useMemo } from 'react';
import type { ErrorAnswer, Titles } from '@anlan/contracts';
import type { Locale, WebKey } from '@anlan/messages';
import { text } from '@anlan/messages';
import { dateTime } from '../format/time.ts';

export type Params = Readonly<Record<string, string | number>>;

export interface I18n {
  readonly locale: Locale;
  readonly t: (key: WebKey, params?: Params) => string;
  /** A sentence by a code that comes over the wire; an unknown one shows itself in brackets. */
  readonly coded: (coded: { readonly code: string; readonly params: Params }) => string;
  readonly title: (titles: Titles) => string;
  /** Who did it: people under their own name, the system's two actors in the reader's language. */
  readonly who: (name: string) => string;
  readonly sentences: (answer: ErrorAnswer) => { readonly happened: string; readonly means: string; readonly next: string };
}

export function makeI18n(locale: Locale, zone?: string): I18n {
  return {
    locale,
    t: (key, params) => text(locale, key, params),
    coded: ({ code, params }) => text(locale, code, zone === undefined ? params : localTimes(params, zone)),
    title: (titles) => (locale === 'en' ? titles.en : titles.zh),
    who: (name) => (SYSTEM_ACTORS[name] === undefined ? name : text(locale, SYSTEM_ACTORS[name])),
    sentences: (answer) => (locale === 'en' ? answer.en : answer.zh),
  };
}

/** `zone` is the region's; where it is not known yet, times in sentences stay as they came. */
export function I18nProvider(props: { readonly locale: Locale; readonly zone?: string; readonly children: ReactNode }) {
  const value = useMemo(() => makeI18n(props.locale, props.zone), [props.locale, props.zone]);
  useEffect(() => {
    document.documentElement.lang = props.locale;
  }, [props.locale]);
  return <I18nContext.Provider value={value}>{props.children}</I18nContext.Provider>;
}

export function useI18n(): I18n {
  return useContext(I18nContext);
}

/** Sentences carry instants as the wire does; people read them in the region's zone, as every other time. */
function localTimes(params: Params, zone: string): Params {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === 'string' && INSTANT.test(value) ? dateTime(value, zone) : value]));
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** As the log names them. */
const SYSTEM_ACTORS: Readonly<Record<string, WebKey>> = { 安澜: 'web.actor.anlan', 规则引擎: 'web.actor.rules' };

const I18nContext = createContext<I18n>(makeI18n('zh-CN'));
