import { parentPort } from 'node:worker_threads';

/** Answers every request with how many it has had by then. */
const port = parentPort;
let requests = 0;
port?.on('message', () => {
  requests += 1;
  port.postMessage({ kind: 'archive', issues: [{ path: String(requests), links: [] }] });
});
port?.postMessage({ kind: 'ready' });
