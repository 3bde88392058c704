// What a file in bench/ exports: `export const suite: BenchSuite = { id, run }`.

/** One line of the table: the case, its speed and its result. Units are in the column names. */
export type BenchRow = Readonly<Record<string, string | number | boolean>>;

export interface BenchSuite {
  readonly id: string;
  /** A row with `ok: false` (wrong result or missed limit) makes the command fail. */
  run(): Promise<readonly BenchRow[]> | readonly BenchRow[];
}
