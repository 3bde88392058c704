// What a gate is: it looks at a checkout and tells what is wrong, with the place. It takes the
// root as an argument, so that a test can plant a fault in a copy and see the gate fail.

export interface Finding {
  /** Path from the root, with `:line` where there is one. Empty when it is about the whole. */
  readonly where: string;
  readonly what: string;
  /** A warning is shown and does not fail the gate. */
  readonly warning?: true;
}

export interface GateOptions {
  /** Rewrite what is generated instead of comparing it. */
  readonly write?: boolean;
}

export interface Gate {
  run(root: string, options: GateOptions): Promise<readonly Finding[]> | readonly Finding[];
}

export function isError(finding: Finding): boolean {
  return finding.warning !== true;
}

export function printFindings(findings: readonly Finding[]): string {
  return findings
    .map((finding) => `${finding.warning ? 'warning' : 'error'}  ${finding.where === '' ? '' : `${finding.where}  `}${finding.what}\n`)
    .join('');
}
