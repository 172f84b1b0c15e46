import { type ChildProcess, fork } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';

export interface Figures {
  /** Milliseconds until a webhook is answered, at fifty a second. */
  readonly median: number;
  readonly p99: number;
  /** Jobs a second, from the first of a crowd of webhooks until the last job is done. */
  readonly jobs: number;
  /** MiB, after all that. */
  readonly memory: number;
}

const PROGRAM = new URL('target.ts', import.meta.url).pathname;
const FLAGS = ['--max-semi-space-size=2', '--max-old-space-size=224'];
const RATE = 50;
const CROWD = 2000;
const AT_ONCE = 20;
const stateSchema = z.object({ done: z.number(), memory: z.number() });

/** Starts a server and measures it for so many seconds, and then with a crowd. */
export async function measure(settings: { readonly secret: string }, seconds: number): Promise<Figures> {
  const child = fork(PROGRAM, {
    execArgv: FLAGS,
    env: { PATH: process.env['PATH'], BENCH_TARGET: JSON.stringify(settings) },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  if (child.stdout === null) throw new Error('the target has no output');
  const [line] = z
    .tuple([z.instanceof(Buffer)])
    .rest(z.unknown())
    .parse(await once(child.stdout, 'data'));
  const post = createPoster(line.toString().trim(), settings.secret);
  await Promise.all(Array.from({ length: 20 }, (_, index) => post(index)));
  const times = await sendSteadily(post, seconds);
  const before = (await readState(child)).done;
  const jobs = await sendCrowd(post, async () => (await readState(child)).done - before);
  const { memory } = await readState(child);
  child.kill('SIGKILL');
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  return { median: at(0.5), p99: at(0.99), jobs, memory: memory / 2 ** 20 };
}

type Post = (number: number) => Promise<number>;

async function sendSteadily(post: Post, seconds: number): Promise<readonly number[]> {
  const start = performance.now();
  const times: Promise<number>[] = [];
  for (let index = 0; index < seconds * RATE; index += 1) {
    times.push(post(1000 + index));
    await wait(Math.max(0, start + ((index + 1) * 1000) / RATE - performance.now()));
  }
  return Promise.all(times);
}

/** Jobs a second. */
async function sendCrowd(post: Post, readDone: () => Promise<number>): Promise<number> {
  const start = performance.now();
  let next = 0;
  const send = async (): Promise<void> => {
    while (next < CROWD) {
      next += 1;
      await post(100_000 + next);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, send));
  while ((await readDone()) < CROWD) await wait(50);
  return CROWD / ((performance.now() - start) / 1000);
}

async function readState(child: ChildProcess): Promise<z.infer<typeof stateSchema>> {
  const told = once(child, 'message');
  child.send('how are you?');
  const [state] = z
    .tuple([z.unknown()])
    .rest(z.unknown())
    .parse(await told);
  return stateSchema.parse(state);
}

/** Posts webhooks as GitHub does, each for a pull request of its own; returns milliseconds until the answer. */
function createPoster(url: string, secret: string): Post {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  return (number) =>
    new Promise((resolve, reject) => {
      const body = JSON.stringify(makePayload(number));
      const start = performance.now();
      const headers = {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'x-github-event': 'pull_request',
        'x-github-delivery': `bench-${number}`,
        'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
      };
      const sent = request(`${url}/api/github/webhooks`, { method: 'POST', headers, agent }, (answer) => {
        answer.resume().once('end', () => {
          if (answer.statusCode === 200) resolve(performance.now() - start);
          else reject(new Error(`answered ${answer.statusCode ?? 0}`));
        });
      });
      sent.once('error', reject).end(body);
    });
}

/** As large as GitHub's, of which most is addresses. */
function makePayload(number: number): object {
  return {
    action: 'opened',
    number,
    installation: { id: 1 },
    repository: { name: 'news', owner: { login: 'ferris' }, default_branch: 'main' },
    pull_request: { number, body: 'x'.repeat(20_000) },
  };
}
