import { parentPort } from 'node:worker_threads';

/** Answers one request, and dies of something else soon after. */
const port = parentPort;
port?.on('message', () => {
  port.postMessage({ kind: 'archive', issues: [{ path: 'answered', links: [] }] });
  setTimeout(() => {
    throw new Error('nobody waits for this');
  }, 5);
});
port?.postMessage({ kind: 'ready' });
