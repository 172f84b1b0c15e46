import { parentPort } from 'node:worker_threads';
import type { WeeksRequest } from '../../ports/past-weeks.ts';
import { learnPacks } from '../../sections/updates/learn-packs.ts';

const port = parentPort;
port?.once('message', (request: WeeksRequest) => {
  const lesson = learnPacks(request);
  port.postMessage(lesson);
});
