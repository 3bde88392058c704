import { describe, expect, it } from 'vitest';
import { defineFormula, okFigures } from './formula.ts';

const double = defineFormula({
  id: 'test.double',
  text: 'Twice a length',
  source: 'arithmetic',
  inputs: [
    { name: 'lengthM', text: 'Length', kind: 'number', min: 0, max: 10 },
    { name: 'pieceCount', text: 'Pieces', kind: 'integer' },
    { name: 'kind', text: 'Kind', kind: 'text', options: ['a', 'b'] },
    { name: 'list', text: 'List', kind: 'array' },
  ],
  compute: (given) => okFigures({ lengthM: 2 * given.number('lengthM') * given.array('list').length }),
});
const right = { lengthM: 3, pieceCount: 1, kind: 'a', list: [1] };

describe('a formula checks what it is given', () => {
  it('runs on inputs of the declared kind and range', () => {
    expect(double.run(right)).toEqual({ ok: true, value: { lengthM: 6 } });
  });

  it.each([
    ['lengthM', undefined, 'number 0…10'],
    ['lengthM', 11, 'number 0…10'],
    ['lengthM', Number.NaN, 'number 0…10'],
    ['lengthM', '3', 'number 0…10'],
    ['pieceCount', 1.5, 'integer −∞…∞'],
    ['kind', 'c', 'a | b'],
    ['kind', 1, 'text'],
    ['list', {}, 'array'],
  ])('refuses %s = %s and says what it wants', (name, given, expected) => {
    const refused = double.run({ ...right, [name]: given });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'KERNEL_FORMULA_INPUT_WRONG', params: { formulaId: 'test.double', name, expected } } });
  });

  it('asserts when the formula reads an input that it did not declare', () => {
    const wrong = defineFormula({ id: 'test.wrong', text: '', source: '', inputs: [], compute: (given) => okFigures({ x: given.number('xM') }) });
    expect(() => wrong.run({ xM: 1 })).toThrow(/did not declare/);
  });
});
