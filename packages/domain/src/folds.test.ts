import { expect, it } from 'vitest';
import { folds } from './folds.ts';
import { STREAM_KINDS } from './log/index.ts';

it('every kind of stream has its fold, and it folds that kind', () => {
  expect(Object.keys(folds).sort()).toEqual([...STREAM_KINDS].sort());
  for (const kind of STREAM_KINDS) expect(folds[kind]?.kind).toBe(kind);
});
