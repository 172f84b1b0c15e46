/** Shows on a terminal how many of how many are done; elsewhere only the end. */
export function showProgress(done: number, all: number): void {
  if (!process.stderr.isTTY && done !== all) return;
  const width = 30;
  const full = Math.round((done / all) * width);
  const bar = '█'.repeat(full) + '░'.repeat(width - full);
  process.stderr.write(`\r${bar} ${done}/${all}${done === all ? '\n' : ''}`);
}
