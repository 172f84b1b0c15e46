/**
 * Ends the process when its output cannot be written: with what it has found out where a reader has seen enough
 * (`| head` closes the pipe, and there is nobody left to tell), else, as on a full disk, with a line on standard error
 * and exit code 2. Where complaints cannot be written, the exit code says enough.
 */
export function heedOutput(command: string): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    process.stderr.write(`${command}: the output cannot be written (${error.code ?? error.message})\n`);
    process.exit(2);
  });
  process.stderr.on('error', () => undefined);
}
