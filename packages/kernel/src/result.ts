// Expected refusals are values: Result<T, Refusal>. A refusal carries a code from its package's
// catalogue and typed parameters; the sentence for people lives in the messages package.

export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Err<R> {
  readonly ok: false;
  readonly refusal: R;
}

export type Result<T, R = Refusal> = Ok<T> | Err<R>;

/** A refusal: `code` from a catalogue, `params` fill the placeholders of its sentence. */
export interface Refusal {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

export function refuse(
  code: string,
  params: Readonly<Record<string, string | number>> = {},
): Err<Refusal> {
  return { ok: false, refusal: { code, params } };
}

/** One line of a package's error catalogue (`errors.ts` of each package). */
export interface ErrorEntry {
  /** refusal: expected, part of the domain · failure: of the world */
  readonly kind: 'refusal' | 'failure';
  readonly httpStatus: number;
  /** Names of the placeholders that the sentences in both languages use, no more, no fewer. */
  readonly params: readonly string[];
  /** Set when the code is no longer raised; a retired code stays listed and is never used again. */
  readonly retired?: true;
}

export type ErrorCatalogue = Readonly<Record<string, ErrorEntry>>;

/** A failure of the world, thrown by adapters and handled at the edge. */
export class AdapterError extends Error {
  override readonly name = 'AdapterError';
  readonly code: string;
  readonly retryable: boolean;
  readonly params: Readonly<Record<string, string | number>>;
  constructor(
    code: string,
    options: {
      readonly cause?: unknown;
      readonly retryable: boolean;
      readonly params?: Readonly<Record<string, string | number>>;
    },
  ) {
    super(code, { cause: options.cause });
    this.code = code;
    this.retryable = options.retryable;
    this.params = options.params ?? {};
  }
}
