/** `npm run dev`: the server, started anew when a source changes, and webhooks from smee where WEBHOOK_PROXY_URL names a channel. */
import { spawn } from 'node:child_process';
import SmeeClient from 'smee-client';
import { WEBHOOK_PATH } from '../src/adapters/http/create-server.ts';

// What .env says is in this process's environment already, and so in the server's.
const server = spawn(process.execPath, ['--watch', 'src/main.ts'], { stdio: 'inherit' });
server.once('exit', (code) => process.exit(process.exitCode ?? code ?? 0));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal));

const source = process.env['WEBHOOK_PROXY_URL'];
if (source) {
  const target = `http://127.0.0.1:${process.env['PORT'] ?? '3000'}${WEBHOOK_PATH}`;
  const error = (problem: unknown): void => console.error('smee:', problem instanceof Event ? problem.type : problem);
  try {
    await new SmeeClient({ source, target, logger: { info: console.log, error } }).start();
  } catch {
    console.error(`The channel in WEBHOOK_PROXY_URL does not answer: ${source}`);
    process.exitCode = 2;
    server.kill();
  }
} else {
  console.log('WEBHOOK_PROXY_URL is not set: no webhooks will come. https://smee.io/new gives you a channel.');
}
