import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ErrorMessage, Locale, Message } from './index.ts';
import { errorText, messages, text } from './index.ts';

const LOCALES: readonly Locale[] = ['zh-CN', 'en'];
const entries = LOCALES.flatMap((locale) => Object.entries(messages[locale]).map(([key, message]) => ({ locale, key, message })));
const isError = (message: Message): message is ErrorMessage => typeof message !== 'string';
const partsOf = (message: Message): readonly string[] => (isError(message) ? [message.happened, message.means, message.next] : [message]);
const placeholdersOf = (message: Message): string[] => [...new Set(partsOf(message).flatMap((part) => [...part.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')))].sort();
const anyEntry = fc.constantFrom(...entries);

describe('every sentence', () => {
  it('says something in both languages, with the same placeholders, of the same kind', () => {
    expect(Object.keys(messages.en).sort()).toEqual(Object.keys(messages['zh-CN']).sort());
    for (const [key, en] of Object.entries(messages.en)) {
      const zh = messages['zh-CN'][key] as Message;
      expect(typeof zh, key).toBe(typeof en);
      expect(placeholdersOf(zh), key).toEqual(placeholdersOf(en));
      for (const part of [...partsOf(en), ...partsOf(zh)]) expect(part.trim(), key).not.toBe('');
    }
  });

  it('filled with what it asks for leaves no placeholder and keeps every value', () => {
    fc.assert(fc.property(anyEntry, ({ locale, key, message }) => {
      const names = placeholdersOf(message);
      const params = Object.fromEntries(names.map((name, i) => [name, `<value ${i}>`]));
      const filled = text(locale, key, params);
      expect(filled).not.toMatch(/\{\w+\}/);
      for (const value of Object.values(params)) expect(filled).toContain(value);
    }), { numRuns: 1000 });
  });

  it('keeps a placeholder that got nothing, so that the gap is seen', () => {
    fc.assert(fc.property(anyEntry, ({ locale, key, message }) => {
      for (const name of placeholdersOf(message)) expect(text(locale, key)).toContain(`{${name}}`);
    }));
  });
});

describe('a value', () => {
  it('is put in as it is, even when it looks like a placeholder or a pattern', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.constantFrom('{code}', '$&', '$1', '{text}')), (given) => {
      expect(text('en', 'timeline.incident.noted', { text: given })).toBe(`Command log: ${given}`);
    }));
  });

  it('of nought is a value', () => {
    expect(text('en', 'timeline.incident.noted', { text: 0 })).toBe('Command log: 0');
  });
});

describe('the three sentences of an error', () => {
  const errors = entries.filter(({ message }) => isError(message));

  it('come one by one, or together in this order', () => {
    fc.assert(fc.property(fc.constantFrom(...errors), ({ locale, key }) => {
      const said = errorText(locale, key, {}) as ErrorMessage;
      expect(text(locale, key)).toBe([said.happened, said.means, said.next].join(locale === 'en' ? ' ' : ''));
    }));
  });

  it('are sentences: they end with a full stop, and a sentence for errors is never a plain one', () => {
    for (const { locale, key, message } of errors) for (const part of partsOf(message)) expect(part, `${locale} ${key}`).toMatch(locale === 'en' ? /[.!?]['"]?$/ : /[。！？]”?$/);
    expect(errorText('en', 'timeline.incident.noted')).toBeUndefined();
    expect(errorText('en', 'NO_SUCH_CODE')).toBeUndefined();
  });
});

describe('words for codes', () => {
  const words = Object.keys(messages.en).filter((key) => key.startsWith('word.'));

  it('stand for the code in sentences of both languages', () => {
    for (const key of words) {
      const [, name = '', ...rest] = key.split('.');
      const asked = entries.find(({ message }) => placeholdersOf(message).includes(name));
      expect(asked, `${key}: no sentence asks for {${name}}`).toBeDefined();
      for (const locale of LOCALES) expect(text(locale, asked?.key ?? '', { [name]: rest.join('.') })).toContain(messages[locale][key] as string);
    }
  });
});
