// What every model gives, and how a single formula is declared so that `anlan calc` can call it.

import type { Result } from './result.ts';

/** A model's result with everything needed to check it. */
export interface ModelResult<T> {
  readonly value: T;
  /** Spread of the headline figures, each with a stated meaning (for example P05…P95 of members). */
  readonly band: Readonly<Record<string, readonly [lower: number, upper: number]>>;
  /** Named choices made where an input was missing; shown on screen, never silent. */
  readonly assumed: readonly Assumption[];
  readonly warnings: readonly ModelWarning[];
  readonly modelVersion: string;
  readonly inputsHash: string;
  readonly randomSeed: number;
}

/** `code` is a message key; `params` fill its sentence. */
export interface Assumption {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export type ModelWarning = Assumption;

export interface FormulaInput {
  /** Quantity + unit, such as `windSpeedMps`. */
  readonly name: string;
  readonly text: string;
  readonly kind: 'number' | 'integer' | 'text' | 'array';
  /** Valid range, in the unit of the name; outside it the formula refuses. */
  readonly min?: number;
  readonly max?: number;
  readonly options?: readonly string[];
}

/** One formula: callable on its own, with its source. */
export interface Formula {
  /** `package.name`, for example `drift.evaporation-rate`. */
  readonly id: string;
  readonly text: string;
  /** Author, year, equation. */
  readonly source: string;
  readonly inputs: readonly FormulaInput[];
  run(inputs: Readonly<Record<string, unknown>>): Result<Readonly<Record<string, unknown>>>;
}

/** How far a fact may be trusted; unverified shows as unverified. */
export type Confidence = 'verified' | 'likely' | 'unsure' | 'demonstration';
