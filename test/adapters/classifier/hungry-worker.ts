import { parentPort } from 'node:worker_threads';

parentPort?.on('message', () => {
  const kept: object[] = [];
  for (;;) kept.push({ at: kept.length });
});
