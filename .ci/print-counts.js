/** A reporter of jest that ends every run with one line for machines: `N passed, N failed`. */
export default class PrintCounts {
  onRunComplete(_contexts, results) {
    // A file that does not even load has no failed tests of its own, but it has failed.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    process.once('exit', () => process.stdout.write(`${results.numPassedTests} passed, ${failed} failed\n`));
  }
}
