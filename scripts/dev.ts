/** `npm run dev`: the server, started anew when a source changes, and webhooks from smee where WEBHOOK_PROXY_URL names a channel. */
import { spawn } from 'node:child_process';
import SmeeClient from 'smee-client';
import { WEBHOOK_PATH } from '../src/adapters/http/create-server.ts';

const server = spawn(process.execPath, ['--watch', '--env-file-if-exists=.env', 'src/main.ts'], { stdio: 'inherit' });
server.once('exit', (code) => process.exit(code ?? 0));

const source = process.env['WEBHOOK_PROXY_URL'];
if (source) {
  const target = `http://127.0.0.1:${process.env['PORT'] ?? '3000'}${WEBHOOK_PATH}`;
  await new SmeeClient({ source, target, logger: console }).start();
} else {
  console.log('WEBHOOK_PROXY_URL is not set: no webhooks will come. https://smee.io/new gives you a channel.');
}
