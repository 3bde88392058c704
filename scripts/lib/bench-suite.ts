// What a file in bench/ exports: `export const suite: BenchSuite = { id, run }`.

/** One line of the table: the case, its speed and its result. Units are in the column names. */
export type BenchRow = Readonly<Record<string, string | number | boolean>>;

export interface BenchSuite {
  readonly id: string;
  /**
   * `ok: false` (a wrong result, or a limit that holds on any machine) fails the command; `targetMet: false`
   * (a speed promised for a machine with two free cores) marks the row and fails with --enforce.
   */
  run(): Promise<readonly BenchRow[]> | readonly BenchRow[];
}

export type Mark = '✓' | '✗' | '–';

/** `–` for a row that promises nothing. */
export function markOf(row: BenchRow): Mark {
  const claims = [row['ok'], row['targetMet']].filter((claim) => typeof claim === 'boolean');
  return claims.includes(false) ? '✗' : claims.length === 0 ? '–' : '✓';
}

/** Whether the command fails: on wrong rows always, on missed targets when they are enforced. */
export function isFailed(rows: readonly BenchRow[], enforced: boolean): boolean {
  return rows.some((row) => row['ok'] === false || (enforced && markOf(row) === '✗'));
}
