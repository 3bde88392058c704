// Makes a Formula whose inputs are checked before it runs: kind, range and options as declared.
// A formula called with something else refuses by name; it never guesses a missing input.

import { assert } from './assert.ts';
import type { Formula, FormulaInput } from './model.ts';
import type { Result } from './result.ts';
import { ok, refuse } from './result.ts';

/** Inputs that passed the check, read by the name and kind that were declared. */
export interface FormulaValues {
  number(name: string): number;
  text(name: string): string;
  array(name: string): readonly unknown[];
}

export interface FormulaSpec extends Omit<Formula, 'run'> {
  compute(given: FormulaValues): Result<Readonly<Record<string, unknown>>>;
}

export function defineFormula({ compute, ...declared }: FormulaSpec): Formula {
  const run: Formula['run'] = (inputs) => {
    for (const input of declared.inputs) {
      const expected = complaint(input, inputs[input.name]);
      if (expected === undefined) continue;
      const given = String(JSON.stringify(inputs[input.name]) ?? 'nothing').slice(0, 60);
      return refuse('KERNEL_FORMULA_INPUT_WRONG', { formulaId: declared.id, name: input.name, given, expected });
    }
    return compute(reader(declared.inputs, inputs));
  };
  return { ...declared, run };
}

/** A formula that always succeeds, as one line of arithmetic. */
export function okFigures(figures: Readonly<Record<string, unknown>>): Result<Readonly<Record<string, unknown>>> {
  return ok(figures);
}

/** What the input should have been; undefined when it is right. */
function complaint(input: FormulaInput, given: unknown): string | undefined {
  if (input.kind === 'array') return Array.isArray(given) ? undefined : 'array';
  if (input.kind === 'text') {
    if (typeof given !== 'string') return 'text';
    return input.options === undefined || input.options.includes(given) ? undefined : input.options.join(' | ');
  }
  const isRight = typeof given === 'number' && Number.isFinite(given) && (input.kind === 'number' || Number.isInteger(given));
  const range = `${input.kind} ${input.min ?? '−∞'}…${input.max ?? '∞'}`;
  if (!isRight) return range;
  return given >= (input.min ?? -Infinity) && given <= (input.max ?? Infinity) ? undefined : range;
}

function reader(declared: readonly FormulaInput[], inputs: Readonly<Record<string, unknown>>): FormulaValues {
  const read = (name: string, isKind: (input: FormulaInput) => boolean): unknown => {
    assert(declared.some((input) => input.name === name && isKind(input)), `the formula reads an input that it did not declare: ${name}`);
    return inputs[name];
  };
  return {
    number: (name) => read(name, (input) => input.kind === 'number' || input.kind === 'integer') as number,
    text: (name) => read(name, (input) => input.kind === 'text') as string,
    array: (name) => read(name, (input) => input.kind === 'array') as readonly unknown[],
  };
}
