import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { openRecording } from '../../src/cli/demo/open-recording.ts';
import { playRecording } from '../../src/cli/demo/play-recording.ts';
import { createSandboxClient } from '../../src/cli/demo/sandbox-client.ts';
import { createScreen } from '../../src/cli/demo/screen.ts';
import { createStage } from '../../src/cli/demo/stage.ts';
import { startActors } from '../../src/cli/demo/start-actors.ts';

/** The resident set of a server that has read a whole archive, learnt from it and reviewed a pull request; in MiB. */
export interface ServerMemory {
  readonly peak: number;
  readonly atRest: number;
}

const screen = createScreen({ isTerminal: false, useColor: false, columns: 100, write: () => undefined });

/**
 * Starts a server as `npm start` does, on the embedded GitHub, and lets it review a recorded pull request. Undefined where
 * the system does not tell what a process takes: anywhere but on Linux.
 */
export async function measureServer(bundle: string, pull: number): Promise<ServerMemory | undefined> {
  if (process.platform !== 'linux') return undefined;
  const recording = await openRecording(bundle, [pull], process.env);
  try {
    const actors = await startActors(process.env, recording.pulls[0]?.openedAt ?? '');
    try {
      const stage = createStage(screen, createSandboxClient(actors.githubUrl), undefined);
      await playRecording(stage, recording);
      await waitForRest(actors.botId);
      return await readMemory(actors.botId);
    } finally {
      await actors.stop();
    }
  } finally {
    await recording.remove();
  }
}

/** Long enough for the collector of garbage to look after what is left when all work is done. */
const REST_MILLISECONDS = 12_000;

/** In hundredths of a second: a process that does nothing looks at its timers now and then. */
const IDLE = 10;

/** The review may have gone out before the model was learnt. */
async function waitForRest(id: number | undefined): Promise<void> {
  let [before, now] = [-Infinity, await readProcessorTime(id)];
  while (now - before > IDLE) {
    await sleep(REST_MILLISECONDS);
    [before, now] = [now, await readProcessorTime(id)];
  }
}

/** In hundredths of a second, since the start. */
async function readProcessorTime(id: number | undefined): Promise<number> {
  const text = await readFile(`/proc/${id}/stat`, 'utf8');
  // The second field is the name in brackets, in which anything may stand.
  const [user, system] = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13);
  return Number(user) + Number(system);
}

async function readMemory(id: number | undefined): Promise<ServerMemory> {
  const status = await readFile(`/proc/${id}/status`, 'utf8');
  const read = (name: string): number => Number(new RegExp(`^${name}:\\s*(\\d+) kB`, 'm').exec(status)?.[1]) / 1024;
  return { peak: read('VmHWM'), atRest: read('VmRSS') };
}
