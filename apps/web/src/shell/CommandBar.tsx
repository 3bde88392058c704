// The command line at the foot: `/` goes there, pinyin initials work, Enter goes to what was found.
// It never sends anything: to act, the thing found is opened and its own review is used.

import { useEffect, useMemo, useRef, useState } from 'react';
import type { FormEvent, KeyboardEvent } from 'react';
import { useLive, useZone } from '../app/installation.tsx';
import { pressKey, useKeys } from '../app/keys.ts';
import { useNow } from '../app/now.ts';
import { clockTime, duration } from '../format/time.ts';
import { useI18n } from '../i18n/i18n.tsx';
import type { WebKey } from '@anlan/messages';
import { findHits } from './search.ts';
import type { Hit } from './search.ts';
import { useSearchables } from './use-searchables.ts';

export function CommandBar({ onHelp }: { readonly onHelp: () => void }) {
  const { t } = useI18n();
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(false);
  const [chosenIndex, setChosenIndex] = useState(0);
  const searchables = useSearchables(active);
  const hits = useMemo(() => findHits(searchables, query, 12), [searchables, query]);
  useKeys({ '/': () => input.current?.focus() });
  useEffect(() => setChosenIndex(0), [query]);

  const finish = (hit: Hit | undefined) => {
    if (hit === undefined) return;
    hit.run();
    setQuery('');
    input.current?.blur();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Escape') {
      setQuery('');
      input.current?.blur();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setChosenIndex((index) => Math.max(0, Math.min(hits.length - 1, index + (event.key === 'ArrowDown' ? 1 : -1))));
    } else if (event.key === 'Tab' && !event.shiftKey && hits[chosenIndex] !== undefined) {
      event.preventDefault();
      setQuery(hits[chosenIndex].title);
    }
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    finish(hits[chosenIndex]);
  };
  return (
    <footer className="command-row">
      <div className="command-keys">
        {FUNCTION_KEYS.map(([name, key]) => (
          <button key={name} type="button" onClick={() => pressKey(name)}><kbd>{name}</kbd>{t(key)}</button>
        ))}
      </div>
      <form className="command-line" onSubmit={onSubmit} role="search">
        <input
          ref={input} value={query} placeholder={t('web.command.placeholder')} aria-label={t('web.command.placeholder')} autoComplete="off" spellCheck={false}
          role="combobox" aria-expanded={active && query !== ''} aria-controls="command-hits" onChange={(event) => setQuery(event.target.value)} onKeyDown={onKeyDown}
          onFocus={() => setActive(true)} onBlur={() => setTimeout(() => setActive(false), 150)}
        />
        {active ? <span className="hint"><kbd>Tab</kbd> {t('web.command.complete')} <kbd>Enter</kbd> {t('web.command.go')}</span>
          : <button type="button" className="btn slim plain" onClick={onHelp}><kbd>?</kbd> {t('web.keys.title')}</button>}
      </form>
      <Connection />
      {active && query !== '' && <Hits hits={hits} chosenIndex={chosenIndex} onFinish={finish} />}
    </footer>
  );
}

function Hits({ hits, chosenIndex, onFinish }: { readonly hits: readonly Hit[]; readonly chosenIndex: number; readonly onFinish: (hit: Hit) => void }) {
  const { t } = useI18n();
  return (
    <ul className="command-hits" id="command-hits" role="listbox">
      {hits.length === 0 && <li className="quiet">{t('web.command.nothing')}</li>}
      {hits.map((hit, index) => (
        <li key={`${hit.kind}/${hit.id}`} role="option" aria-selected={index === chosenIndex} onMouseDown={() => onFinish(hit)}>
          <span className="kind">{t(`web.command.kind.${hit.kind}`)}</span>
          <span className="cut">{hit.title}</span>
          <span className="more num">{hit.more}</span>
        </li>
      ))}
    </ul>
  );
}

/** The state of the line to the server: in words, with since when. */
function Connection() {
  const { t, locale } = useI18n();
  const now = useNow();
  const zone = useZone();
  const live = useLive();
  return (
    <div className="command-sys" role="status">
      {live.state === 'down' && live.downSinceAt !== undefined ? (
        <span className="chip">{t('web.live.down', { since: clockTime(live.downSinceAt, zone) })}</span>
      ) : live.lastFrameAt === undefined ? (
        <span className="sys-item"><i className="hollow" />{t('web.live.connecting')}</span>
      ) : (
        <span className="sys-item num"><i className="solid-dot" />{t('web.live.synced', { age: duration(now - live.lastFrameAt, locale) })}</span>
      )}
    </div>
  );
}

const FUNCTION_KEYS: readonly (readonly [string, WebKey])[] = [['F1', 'web.keys.f1-short'], ['F2', 'web.keys.f2-short'], ['F3', 'web.keys.f3-short'], ['F4', 'web.keys.f4-short']];
