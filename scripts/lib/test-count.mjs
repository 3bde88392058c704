// From vitest's JSON report to the one line that everybody reads. A test file that could not be
// loaded counts as one failure, so does a test that neither passed nor failed (switched off in some
// way, unless the run was narrowed by name), and so does a run that ended badly without saying which test.

const LANES = ['unit', 'integration', 'browser'];

/** @returns {{ passedCount: number, failedCount: number }} */
export function countTests(report, exitCode, isNarrowed = false) {
  const files = report?.testResults ?? [];
  const tests = files.flatMap((file) => file.assertionResults);
  const passedCount = tests.filter((test) => test.status === 'passed').length;
  const failedTests = tests.filter((test) => test.status === 'failed' || (test.status !== 'passed' && !isNarrowed)).length;
  const failedFiles = files.filter((file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')).length;
  const failedCount = failedTests + failedFiles;
  const unexplained = failedCount === 0 && (exitCode !== 0 || passedCount === 0);
  return { passedCount, failedCount: unexplained ? 1 : failedCount };
}

/** Which lanes the arguments select: all of them unless `--project` names some. */
export function lanesOf(args) {
  const named = args.flatMap((arg, i) => {
    if (arg === '--project') return [args[i + 1] ?? ''];
    return arg.startsWith('--project=') ? [arg.slice('--project='.length)] : [];
  });
  return named.length === 0 ? LANES : named;
}

/** Whether the arguments pick tests by their name; the others are then left out on purpose. */
export function isNarrowed(args) {
  return args.some((arg) => arg === '-t' || arg.startsWith('--testNamePattern'));
}
