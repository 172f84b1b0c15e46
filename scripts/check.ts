// `npm run check`: everything that must hold beside the tests. Runs all of it, then lists what failed.
import { spawnSync } from 'node:child_process';

const steps = [
  { script: 'check:format', about: 'formatting', remedy: 'npm run format' },
  { script: 'lint', about: 'lint', remedy: 'npm run lint -- --fix, then by hand' },
  { script: 'types', about: 'types', remedy: 'by hand' },
  { script: 'imports', about: 'import directions', remedy: 'the comment of the rule says what to do instead' },
  { script: 'dead-code', about: 'unused files, exports and packages', remedy: 'remove them' },
  { script: 'check:container', about: 'container recipe', remedy: 'by hand' },
  { script: 'check:generated', about: 'generated files are fresh', remedy: 'npm run generate' },
];

const failed = steps.filter(({ script, about }) => {
  console.log(`\n— ${about} (npm run ${script})`);
  // The scripts come from package.json, nothing from outside: a shell is safe, and npm is a script on Windows.
  return spawnSync(`npm run --silent ${script}`, { stdio: 'inherit', shell: true }).status !== 0;
});

console.log(failed.length === 0 ? '\nEverything holds.' : '\nFailed:');
for (const { script, about, remedy } of failed) console.log(`  ${about}: npm run ${script} — ${remedy}`);
process.exitCode = failed.length === 0 ? 0 : 1;
