import type { Server } from 'node:http';
import { createPage } from '../../sandbox/page/serve-page.ts';
import { toTerminalText } from '../check/terminal-text.ts';
import { type DemoOptions, type RawDemoOptions, readDemoOptions } from './demo-options.ts';
import { DemoTrouble } from './demo-trouble.ts';
import { listenNear } from './listen-near.ts';
import { playSample } from './play-sample.ts';
import { createSandboxClient } from './sandbox-client.ts';
import { createScreen, type Screen, type ScreenOptions } from './screen.ts';
import { createStage, type Stage } from './stage.ts';
import { type Actors, startActors } from './start-actors.ts';

/** What the demo has to do with the world: where it prints, and who ends it. */
export interface DemoWorld extends ScreenOptions {
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly complain: (text: string) => void;
  /** Resolves when somebody wants it to end. */
  readonly interrupted: Promise<void>;
}

/** Returns what did not come as expected, a sentence each. */
type Play = (stage: Stage) => Promise<readonly string[]>;

/**
 * Plays newsletter: an embedded GitHub, the bot and its contributors, the conversation printed, and a page to look at.
 * @returns the exit code: 0 when every review came as expected, 1 when one did not, 2 for what cannot be played
 */
export async function runDemo(raw: RawDemoOptions, world: DemoWorld): Promise<number> {
  const screen = createScreen(world);
  try {
    const options = readDemoOptions(raw, world.variables);
    screen.print(
      screen.colors.bold('Copydesk demo: an embedded GitHub and the bot, two processes on this machine.'),
      '',
    );
    return await startAndPlay(screen, options, world, playSample);
  } catch (error) {
    if (!(error instanceof DemoTrouble)) throw error;
    world.complain(`copydesk demo: ${toTerminalText(error.message)}\n`);
    return error.exitCode;
  }
}

async function startAndPlay(screen: Screen, options: DemoOptions, world: DemoWorld, play: Play): Promise<number> {
  const actors = await screen.during('GitHub and the bot start', async () => startActors(world.variables));
  let page: Server | undefined;
  try {
    const github = createSandboxClient(actors.githubUrl);
    const listening = await listenNear(createPage(github.readState), options.port);
    if (listening === undefined)
      throw new DemoTrouble(`No port is free from ${options.port} on: name one with --port.`);
    page = listening.server;
    const pageUrl = `http://127.0.0.1:${listening.port}`;
    if (listening.port !== options.port)
      screen.print(`Port ${options.port} is taken: the page is on ${listening.port}.`);
    screen.print(`The page to look at: ${screen.colors.underline(pageUrl)}`, '');
    const complaints = await Promise.race([
      perform(createStage(screen, github, pageUrl), play, actors),
      world.interrupted,
    ]);
    if (complaints === undefined) return 0;
    summarise(screen, complaints);
    if (!options.once) await linger(screen, pageUrl, world.interrupted);
    return complaints.length === 0 ? 0 : 1;
  } finally {
    page?.close();
    page?.closeAllConnections();
    await actors.stop();
  }
}

/** Plays; where the bot fails, its last words are shown. */
async function perform(stage: Stage, play: Play, actors: Actors): Promise<readonly string[]> {
  try {
    const complaints = await play(stage);
    const { unimplemented } = await stage.github.readState();
    return [...complaints, ...unimplemented.map((operation) => `the embedded GitHub does not know ${operation}`)];
  } catch (error) {
    const words = actors.botLog().slice(-5);
    stage.screen.print('The bot’s last words:', ...words.map((line) => `  ${toTerminalText(line)}`));
    throw error;
  }
}

function summarise({ print, colors }: Screen, complaints: readonly string[]): void {
  print(colors.dim('─'.repeat(60)));
  if (complaints.length === 0) print(colors.green('Every review came as expected.'));
  else print(colors.red('Not as expected:'), ...complaints.map((complaint) => `  ${complaint}`));
}

async function linger({ print, colors }: Screen, pageUrl: string, interrupted: Promise<void>): Promise<void> {
  print('', `Look at it on ${colors.bold(pageUrl)} and end with Ctrl-C.`);
  await interrupted;
  print('');
}
