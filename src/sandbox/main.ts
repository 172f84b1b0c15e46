import { createInterface } from 'node:readline';
import { fieldsOf, isOn, needNumber, needText, parseFields, textOf } from './fields.ts';
import { PUBLISH_PERMISSIONS, startSandbox, type SandboxOptions } from './start-sandbox.ts';

/**
 * The embedded GitHub as a process of its own. It reads one line of JSON from its input (`{"folder", "startsAt",
 * "app": {"id", "slug", "publicKey", "webhookSecret", "webhookUrl", "canWriteContents"}}`, secrets stay out of the argument list), answers one line
 * `{"url"}` when it listens, and ends when its input does.
 */
async function main(): Promise<void> {
  const lines = createInterface({ input: process.stdin });
  const ended = new Promise((resolve) => lines.once('close', resolve));
  const first = await new Promise<string>((resolve) => lines.once('line', resolve));
  const sandbox = await startSandbox(readOptions(first));
  process.once('SIGTERM', () => lines.close());
  process.stdout.write(`${JSON.stringify({ url: sandbox.url })}\n`);
  await ended;
  await sandbox.close();
}

function readOptions(line: string): SandboxOptions {
  const fields = parseFields(line) ?? {};
  const app = fieldsOf(fields, 'app') ?? {};
  const folder = textOf(fields, 'folder');
  const webhookUrl = textOf(app, 'webhookUrl');
  const startsAt = textOf(fields, 'startsAt');
  return {
    ...(folder === undefined ? {} : { folder }),
    hasControl: true,
    ...(startsAt === undefined ? {} : { now: startClock(new Date(startsAt)) }),
    app: {
      id: needNumber(app, 'id'),
      slug: needText(app, 'slug'),
      publicKey: needText(app, 'publicKey'),
      webhookSecret: needText(app, 'webhookSecret'),
      ...(isOn(app, 'canWriteContents') ? { permissions: PUBLISH_PERMISSIONS } : {}),
      ...(webhookUrl === undefined ? {} : { webhookUrl }),
    },
  };
}

/** A clock that is set to a time and goes on from there. */
function startClock(start: Date): () => Date {
  const offset = start.getTime() - Date.now();
  return () => new Date(Date.now() + offset);
}

await main();
