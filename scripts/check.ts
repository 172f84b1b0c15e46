// `npm run check`: everything that must hold beside the tests. Runs all of it, two at a time, then lists what failed.
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** The slow ones first. */
const steps = [
  { script: 'lint', about: 'lint', remedy: 'npm run lint -- --fix, then by hand' },
  { script: 'types', about: 'types', remedy: 'by hand' },
  { script: 'check:format', about: 'formatting', remedy: 'npm run format' },
  { script: 'imports', about: 'import directions', remedy: 'the comment of the rule says what to do instead' },
  { script: 'dead-code', about: 'unused files, exports and packages', remedy: 'remove them' },
  { script: 'check:generated', about: 'generated files are fresh', remedy: 'npm run generate' },
  { script: 'check:container', about: 'container recipe', remedy: 'by hand' },
];

/** Prints what a step said once it ended, so that two that run at a time do not mix their lines. */
async function check({ script, about }: (typeof steps)[number]): Promise<boolean> {
  // The scripts come from package.json, nothing from outside: a shell is safe, and npm is a script on Windows.
  const child = spawn(`npm run --silent ${script} 2>&1`, { stdio: ['ignore', 'pipe', 'inherit'], shell: true });
  const exit = new Promise((resolve) => child.once('exit', resolve));
  const [output, code] = await Promise.all([text(child.stdout), exit]);
  console.log(`\n— ${about} (npm run ${script})\n${output.trim()}`);
  return code === 0;
}

const waiting = [...steps];
const failed: (typeof steps)[number][] = [];
async function work(): Promise<void> {
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
    if (!(await check(step))) failed.push(step);
  }
}
await Promise.all([work(), work()]);

console.log(failed.length === 0 ? '\nEverything holds.' : '\nFailed:');
for (const { script, about, remedy } of failed) console.log(`  ${about}: npm run ${script} — ${remedy}`);
process.exitCode = failed.length === 0 ? 0 : 1;
