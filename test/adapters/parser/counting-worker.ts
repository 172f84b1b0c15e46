import { parentPort } from 'node:worker_threads';

/** Says of every request the how manieth of its life it is. */
const port = parentPort;
let requests = 0;
port?.on('message', () => {
  requests += 1;
  port.postMessage({ kind: 'archive', issues: [{ path: String(requests), links: [] }] });
});
port?.postMessage({ kind: 'ready' });
