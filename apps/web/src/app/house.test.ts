// Rules of the web that a reader cannot see on one screen: colours, rooms, keys, sentences.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { messages } from '@anlan/messages';
import { webErrors } from '../errors.ts';
import { keyNameOf } from './keys.ts';
import { DESK_ROLES, roomHref, ROOMS, roomsFor, startHref } from './rooms.ts';
import type { RoleName } from './rooms.ts';

const root = join(import.meta.dirname, '..');
const repository = join(root, '../../..');
const files = (readdirSync(root, { recursive: true, encoding: 'utf8' })).filter((file) => /\.(css|tsx?)$/.test(file) && !file.includes('.test.'));
const read = (file: string) => readFileSync(join(root, file), 'utf8');

describe('colours', () => {
  it('no file but tokens.css names a colour', () => {
    const guilty = files.filter((file) => !file.endsWith('tokens.css') && /#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/i.test(withoutComments(read(file))));
    expect(guilty).toEqual([]);
  });

  it('the hues of levels appear only through --l1…--l4, and only in the level mark, the map and the badge', () => {
    const users = files.filter((file) => file.endsWith('.css') && !file.endsWith('tokens.css') && /var\(--l[1-4]/.test(read(file)));
    expect(users).toEqual(['parts/parts.css']);
    const script = files.filter((file) => /--l\$\{|--l[1-4]/.test(read(file)) && !file.endsWith('.css'));
    expect(script).toEqual(['map/palette.ts']);
  });

  it('light defines every colour that dark defines', () => {
    const css = read('app/tokens.css');
    const names = (block: string) => new Set([...block.matchAll(/--([a-zA-Z0-9]+): #/g)].map((match) => match[1]));
    const dark = names(css.slice(css.indexOf(':root'), css.indexOf('[data-theme="light"]')));
    const light = names(css.slice(css.indexOf('[data-theme="light"]'), css.indexOf('[data-map]')));
    expect([...dark].filter((name) => !light.has(name))).toEqual([]);
  });

  it('ink on every ground has at least 4.5 to 1, marks 3 to 1', () => {
    const css = read('app/tokens.css');
    for (const block of [css.slice(0, css.indexOf('[data-theme="light"]')), css.slice(css.indexOf('[data-theme="light"]'), css.indexOf('[data-map]'))]) {
      const colour = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(block)?.[1] ?? '';
      for (const ink of ['t1', 't2', 't3']) for (const ground of ['bg', 'panel', 'raised', 'inset', 'accWash']) expect(contrast(colour(ink), colour(ground)), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      for (const level of [1, 2, 3, 4]) {
        expect(contrast(colour(`l${level}on`), colour(`l${level}`))).toBeGreaterThanOrEqual(4.5);
        expect(contrast(colour(`l${level}ink`), colour('panel'))).toBeGreaterThanOrEqual(4.5);
        expect(contrast(colour(`l${level}e`), colour('panel'))).toBeGreaterThanOrEqual(3);
      }
    }
  });
});

describe('rooms', () => {
  it('stand in the order of the stages, which lives in the domain', () => {
    const flow = readFileSync(join(repository, 'packages/domain/src/flow.ts'), 'utf8');
    const stages = [...(/STAGES = \[([^\]]+)\]/.exec(flow)?.[1] ?? '').matchAll(/'(\w+)'/g)].map((match) => match[1] ?? '');
    expect(stages).toHaveLength(7);
    const order = ROOMS.flatMap((room) => room.stages);
    expect(order.filter((stage) => !stages.includes(stage))).toEqual([]);
    expect([...order].sort((a, b) => stages.indexOf(a) - stages.indexOf(b))).toEqual(order);
  });
});

describe('the first page of a seat', () => {
  it('is the desk for the desk, the orders for a crew, and never a room that the seat does not see', () => {
    const starts = (['duty', 'commander', 'dispatcher', 'admin', 'responder', 'enterprise', 'reserve', 'industry'] as const).map((role) => [role, startHref([role])]);
    expect(Object.fromEntries(starts)).toEqual({ duty: '/watch', commander: '/watch', dispatcher: '/watch', admin: '/watch', responder: '/dispatch', enterprise: '/dispatch', reserve: '/readiness', industry: '/industry' });
    for (const [role, href] of starts) expect(roomsFor([role as RoleName]).map(roomHref)).toContain(href);
  });

  it('the queue is asked for only by seats that may read it, as the access table of the domain says', () => {
    const table = readFileSync(join(repository, 'packages/domain/src/access/commands.ts'), 'utf8');
    expect(table).toContain("'queue.read': DESK");
    expect([...DESK_ROLES].sort()).toEqual(['admin', 'commander', 'dispatcher', 'duty']);
    const asking = files.filter((file) => read(file).includes("useQuery('getQueue', {})"));
    expect(asking.filter((file) => file.startsWith('shell/') || file.startsWith('sound/'))).toEqual([]);
  });
});

describe('keys', () => {
  const press = (part: Partial<Parameters<typeof keyNameOf>[0]>) => keyNameOf({ key: 'a', code: 'KeyA', keyCode: 65, altKey: false, ctrlKey: false, metaKey: false, isComposing: false, ...part });
  it('nothing is taken from an input method or from the browser', () => {
    expect(press({ key: 'Enter', isComposing: true })).toBeUndefined();
    expect(press({ key: 'Enter', keyCode: 229 })).toBeUndefined();
    expect(press({ key: 'c', ctrlKey: true })).toBeUndefined();
  });

  it('Alt+1…4 are F1…F4, by the place of the key and not by its letter', () => {
    expect(press({ key: '¡', code: 'Digit1', altKey: true })).toBe('F1');
    expect(press({ key: '4', code: 'Digit4', altKey: true })).toBe('F4');
    expect(press({ key: 'F2', code: 'F2' })).toBe('F2');
    expect(press({ key: ' ', code: 'Space' })).toBe('Space');
    expect(press({ key: 'V', code: 'KeyV' })).toBe('v');
  });
});

describe('sentences', () => {
  it('every next action that the domain can name has words in both languages', () => {
    const sources = ['packages/domain/src/incident/queue-row.ts', 'packages/domain/src/alert/build-queue.ts', 'apps/server/src/services/picture.ts'];
    const codes = new Set(sources.flatMap((file) => [...readFileSync(join(repository, file), 'utf8').matchAll(/code: (?:[^'\n]*\? )?'([a-z]+\.[a-z-]+)'(?: : '([a-z]+\.[a-z-]+)')?/g)].flatMap((match) => [match[1], match[2]]).filter((code) => code !== undefined)));
    expect(codes.size).toBeGreaterThan(8);
    for (const locale of ['zh-CN', 'en'] as const) expect([...codes].filter((code) => messages[locale][`web.action.${code}`] === undefined)).toEqual([]);
  });

  it('every error of the web has three sentences in both languages', () => {
    for (const code of Object.keys(webErrors)) for (const locale of ['zh-CN', 'en'] as const) expect(Object.keys(messages[locale][code] ?? {})).toEqual(['happened', 'means', 'next']);
  });
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

/** WCAG 2 contrast ratio. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string) => [0.2126, 0.7152, 0.0722].reduce((sum, weight, index) => {
    const value = Number.parseInt(hex.slice(1 + index * 2, 3 + index * 2), 16) / 255;
    return sum + weight * (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  }, 0);
  const [high, low] = [Math.max(luminance(a), luminance(b)), Math.min(luminance(a), luminance(b))];
  return (high + 0.05) / (low + 0.05);
}
