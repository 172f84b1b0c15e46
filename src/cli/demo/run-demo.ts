import type { RequestListener, Server } from 'node:http';
import { createPage } from '../../sandbox/page/serve-page.ts';
import { getGitEnvironment } from '../../adapters/git/git-environment.ts';
import { describeGitTrouble } from '../../adapters/git/git-trouble.ts';
import { runGit } from '../../adapters/git/run-git.ts';
import { toTerminalText } from '../terminal-text.ts';
import { type DemoOptions, type RawDemoOptions, readDemoOptions } from './demo-options.ts';
import { DemoTrouble } from './demo-trouble.ts';
import { listenNear } from './listen-near.ts';
import { openRecording } from './open-recording.ts';
import { playRecording } from './play-recording.ts';
import { playSample } from './play-sample.ts';
import { SAMPLE_START } from './sample-newsletter.ts';
import { createSandboxClient } from './sandbox-client.ts';
import { createScreen, type Screen, type ScreenOptions } from './screen.ts';
import { createStage, type Stage } from './stage.ts';
import { type Actors, startActors } from './start-actors.ts';
import { wrapText } from './wrap-text.ts';

/** What the demo has to do with the world: where it prints, and who ends it. */
export interface DemoWorld extends ScreenOptions {
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly complain: (text: string) => void;
  /** Resolves when somebody wants it to end. */
  readonly interrupted: Promise<void>;
}

interface Play {
  /** Returns what did not come as expected, a sentence each. */
  readonly perform: (stage: Stage) => Promise<readonly string[]>;
  /** What GitHub's clock shows when it begins, ISO 8601. */
  readonly startsAt: string;
  /** Said at the end when nothing was unexpected. */
  readonly praise: string;
}

const samplePlay: Play = {
  perform: playSample,
  startsAt: SAMPLE_START,
  praise: 'Every review and the proposal came as expected.',
};

/**
 * Plays newsletter: an embedded GitHub, the bot and its contributors, the conversation printed, and a page to look at.
 * @returns the exit code: 0 when every review came as expected, 1 when one did not, 2 for what cannot be played, 130 when
 * it was ended before its end
 */
export async function runDemo(raw: RawDemoOptions, world: DemoWorld): Promise<number> {
  const screen = createScreen(world);
  const interruption = { hasCome: false };
  const note = (): void => {
    interruption.hasCome = true;
  };
  void world.interrupted.then(note, note);
  try {
    const options = readDemoOptions(raw, world.variables);
    const greeting = 'Copydesk demo: an embedded GitHub and the bot, two processes on this machine.';
    screen.print(...wrapText(greeting, screen.width).map((line) => screen.colors.bold(line)), '');
    return await choosePlay(screen, options, world);
  } catch (error) {
    if (!(error instanceof DemoTrouble)) throw error;
    // A terminal sends Ctrl-C to the bot and GitHub, too: that they end with us, however early, is no news.
    if (interruption.hasCome) return 130;
    world.complain(`copydesk demo: ${toTerminalText(error.message)}\n`);
    return error.exitCode;
  }
}

async function choosePlay(screen: Screen, options: DemoOptions, world: DemoWorld): Promise<number> {
  const { replay } = options;
  await requireGit(world.variables);
  if (replay === undefined) return startAndPlay(screen, options, world, samplePlay);
  const recording = await screen.during(`Reading ${toTerminalText(replay.source)}`, async () =>
    openRecording(replay.source, replay.numbers, world.variables),
  );
  try {
    return await startAndPlay(screen, options, world, {
      perform: async (stage) => playRecording(stage, recording),
      startsAt: new Date(Math.max(...recording.pulls.map((pull) => Date.parse(pull.openedAt)))).toISOString(),
      praise: `Replayed ${recording.pulls.length} of ${replay.numbers.length}.`,
    });
  } finally {
    await recording.remove();
  }
}

async function requireGit(variables: DemoWorld['variables']): Promise<void> {
  const asked = await runGit({ folder: '.', environment: getGitEnvironment(variables), args: ['--version'] });
  if (!asked.ok) throw new DemoTrouble(`${describeGitTrouble(asked.trouble)}.`);
}

async function startAndPlay(screen: Screen, options: DemoOptions, world: DemoWorld, play: Play): Promise<number> {
  const actors = await screen.during('GitHub and the bot start', async () =>
    startActors(world.variables, play.startsAt),
  );
  let page: OpenPage | undefined;
  try {
    const github = createSandboxClient(actors.githubUrl);
    // Nobody can look at a page that is gone when the demo is.
    page = options.once ? undefined : await openPage(screen, createPage(github.readState), options.port);
    if (page !== undefined) await github.showOn(page.url);
    const complaints = await Promise.race([
      perform(createStage(screen, github, page?.url), play, actors),
      world.interrupted,
    ]);
    if (complaints === undefined) return 130;
    summarise(screen, complaints, play.praise);
    if (page !== undefined) await linger(screen, page.url, world.interrupted);
    return complaints.length === 0 ? 0 : 1;
  } finally {
    page?.server.close();
    page?.server.closeAllConnections();
    await actors.stop();
  }
}

interface OpenPage {
  readonly server: Server;
  readonly url: string;
}

async function openPage({ print, colors }: Screen, listener: RequestListener, wanted: number): Promise<OpenPage> {
  const listening = await listenNear(listener, wanted);
  if (listening === undefined) throw new DemoTrouble(`no port is free from ${wanted} on: name another with --port.`);
  const { server, port } = listening;
  const url = `http://127.0.0.1:${port}`;
  if (port !== wanted) print(`Port ${wanted} is taken: the page is on ${port}.`);
  print(`The page to look at: ${colors.underline(url)}`, '');
  return { server, url };
}

/** Plays; where the bot fails, its last words are shown. */
async function perform(stage: Stage, play: Play, actors: Actors): Promise<readonly string[]> {
  try {
    const complaints = await play.perform(stage);
    const { unimplemented } = await stage.github.readState();
    return [...complaints, ...unimplemented.map((operation) => `the embedded GitHub does not know ${operation}`)];
  } catch (error) {
    if (actors.isStopping()) return [];
    const words = actors.botLog().slice(-5);
    stage.screen.print('The bot’s last words:', ...words.map((line) => `  ${toTerminalText(line)}`));
    throw error;
  }
}

function summarise({ print, colors, width }: Screen, complaints: readonly string[], praise: string): void {
  print(colors.dim('─'.repeat(width)));
  if (complaints.length === 0) print(colors.green(praise));
  else print(colors.red('Not as expected:'), ...complaints.map((complaint) => `  ${complaint}`));
}

async function linger({ print, colors }: Screen, pageUrl: string, interrupted: Promise<void>): Promise<void> {
  print('', `Look at it on ${colors.bold(pageUrl)} and end with Ctrl-C.`);
  await interrupted;
  print('');
}
