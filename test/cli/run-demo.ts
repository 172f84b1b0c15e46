import { type DemoWorld, runDemo } from '../../src/cli/demo/run-demo.ts';
import type { RawDemoOptions } from '../../src/cli/demo/demo-options.ts';

export interface DemoRun {
  readonly code: number;
  readonly output: string;
  readonly complaint: string;
}

export interface DemoAudience {
  readonly variables?: DemoWorld['variables'];
  /** Comes when the page is there to be looked at; the demo is ended when it has resolved. */
  readonly look?: (output: string) => Promise<void>;
  /** It is ended before anything has started. */
  readonly isGone?: boolean;
}

/** Runs `copydesk demo` without a terminal, in this process but for the two it starts. */
export async function runCopydeskDemo(raw: RawDemoOptions, audience: DemoAudience = {}): Promise<DemoRun> {
  let output = '';
  let complaint = '';
  const end = Promise.withResolvers<undefined>();
  const { look } = audience;
  if (audience.isGone === true) end.resolve(undefined);
  const code = await runDemo(raw, {
    variables: audience.variables ?? { ...process.env, CI: undefined },
    isTerminal: false,
    useColor: false,
    columns: undefined,
    write: (text) => {
      output += text;
      if (look !== undefined && output.includes('end with Ctrl-C'))
        look(output).then(() => end.resolve(undefined), end.reject);
    },
    complain: (text) => (complaint += text),
    interrupted: end.promise,
  });
  return { code, output, complaint };
}

/** What does not change from run to run, and the words of the bot left out. */
export function outline(output: string): string {
  return output
    .split('\n')
    .filter((line) => !/^\s*│|^─+$|^$/.test(line))
    .map((line) =>
      line
        .replace(/\d+\.\d s/, 'N s')
        .replace(/127\.0\.0\.1:\d+/, 'HOST')
        .replace(/\b[0-9a-f]{7}\b/, 'SHA'),
    )
    .filter((line) => !line.startsWith('Port '))
    .join('\n');
}
