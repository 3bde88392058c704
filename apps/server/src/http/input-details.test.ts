import { Type as t } from '@sinclair/typebox';
import { describe, expect, it } from 'vitest';
import { messages, text } from '@anlan/messages';
import { INPUT_DETAILS } from './input-details.ts';
import { contractValidator } from './validate.ts';

const schema = t.Object({
  name: t.String({ minLength: 2, maxLength: 4 }), note: t.Union([t.String({ maxLength: 3 }), t.Null()]), kind: t.Union([t.Literal('a'), t.Literal('b')]), count: t.Integer({ minimum: 0, maximum: 9 }), ids: t.Array(t.String(), { maxItems: 1 }),
}, { additionalProperties: false });
const good = { name: 'abc', note: null, kind: 'a', count: 1, ids: [] };

function judge(given: unknown): string {
  const judged = contractValidator({ schema, httpPart: 'body', method: 'POST', url: '/' })(given) as { error?: { validation: { instancePath: string; message: string }[] } };
  const [first] = judged.error?.validation ?? [];
  return first === undefined ? 'fits' : `${first.instancePath} ${first.message}`;
}

describe('what does not fit, in our words', () => {
  it.each<[object, string]>([
    [{}, 'fits'],
    [{ name: undefined }, '/name field-missing'],
    [{ extra: 1 }, '/extra field-unknown'],
    [{ name: 7 }, '/name type-wrong'],
    [{ name: 'abcde' }, '/name text-too-long'],
    [{ name: 'a' }, '/name text-too-short'],
    [{ note: 'abcd' }, '/note text-too-long'],
    [{ note: 5 }, '/note type-wrong'],
    [{ kind: 'c' }, '/kind value-unknown'],
    [{ count: 10 }, '/count number-too-large'],
    [{ count: -1 }, '/count number-too-small'],
    [{ count: 1.5 }, '/count type-wrong'],
    [{ ids: ['a', 'b'] }, '/ids list-too-long'],
    [{ ids: ['\0'] }, '/ids/0 text-unstorable'],
  ])('%j: %s', (change, told) => {
    expect(judge(JSON.parse(JSON.stringify({ ...good, ...change })))).toBe(told);
  });

  it('each word is said in both languages', () => {
    for (const detail of INPUT_DETAILS) for (const locale of ['zh-CN', 'en'] as const) {
      expect(messages[locale][`word.detail.${detail}`], detail).toBeDefined();
      expect(text(locale, 'HTTP_INPUT_INVALID', { where: 'x', detail })).not.toContain(detail);
    }
  });
});
