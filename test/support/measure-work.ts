/** Milliseconds of the processor that no linear reading of a hostile text needs, and that anything quadratic exceeds many times. */
export const MUCH_WORK = 3_000;

/**
 * How long the processor was busy with some work, done once or so many times, in milliseconds. It is no clock: what else a machine
 * does meanwhile makes no hostile text look dear.
 */
export function measureWork(work: () => unknown, times = 1): number {
  const before = process.threadCpuUsage();
  for (let time = 0; time < times; time += 1) work();
  const { user, system } = process.threadCpuUsage();
  return (user - before.user + system - before.system) / 1000;
}
