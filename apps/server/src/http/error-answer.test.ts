// A refusal on the wire: both languages, and all problems of a record at once.

import { describe, expect, it } from 'vitest';
import { COMMANDS } from '@anlan/domain';
import { errorAnswer } from './error-answer.ts';

describe('error answers', () => {
  it('S-451: a refused record tells every field with its own code, not only the first', () => {
    const problems = [
      { fieldId: 'capacityM3', code: 'REGISTER_FIELD_RANGE', params: { field: 'capacityM3', min: 0, max: 10 } },
      { fieldId: 'years[0].salesFen', code: 'REGISTER_FIELD_MISSING', params: { field: 'years[0].salesFen' } },
    ];
    const refusal = { code: 'REGISTER_RECORD_INVALID', params: { registerId: 'tanks', problemCount: 2, fieldId: 'capacityM3' }, problems };
    const { statusCode, answer } = errorAnswer(refusal, 'r-1');
    expect(statusCode).toBe(422);
    expect(answer.problems).toEqual(problems);
    expect(answer.zh.happened).toContain('2处');
  });

  it('who may not is told what in words, for every command of the access table', () => {
    for (const command of Object.keys(COMMANDS)) {
      const { answer } = errorAnswer({ code: 'ACCESS_DENIED', params: { command, actorName: '张三' } }, 'r');
      expect(answer.zh.happened, command).toMatch(/^张三没有“[\p{Script=Han}（）]+”的权限。$/u);
      expect(answer.en.happened).not.toContain(command);
    }
  });

  it('a refusal without fields has no problems member, and an unknown code is our own fault', () => {
    expect('problems' in errorAnswer({ code: 'REGISTER_UNKNOWN', params: { registerId: 'x' } }, 'r').answer).toBe(false);
    expect(errorAnswer({ code: 'NO_SUCH_CODE', params: {} }, 'r')).toMatchObject({ statusCode: 500, answer: { code: 'SERVER_FAILED' } });
  });
});
