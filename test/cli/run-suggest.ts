import { parseArgs } from 'node:util';
import { trainSections } from '../../src/classifier/train-sections.ts';
import { runSuggest } from '../../src/cli/suggest/run-suggest.ts';
import type { PublishedLink } from '../../src/archive/published-link.ts';
import type { SectionTrainer, Training } from '../../src/ports/section-trainer.ts';
import { toDay } from '../../src/shared/brand.ts';
import type { CheckRun } from './run-copydesk.ts';
import { createInProcessParser } from '../support/in-process-parser.ts';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const options = { repo: text, before: text, title: text, prefix: text, all: flag, batch: flag, json: flag };

/** Many questions are asked of one archive. */
const trained = new Map<string, Training>();

/** Trains in this process, each archive once. */
function createInProcessTrainer(): SectionTrainer {
  return {
    trainSections: (links) => {
      const key = JSON.stringify(links);
      const training = trained.get(key) ?? train(links);
      trained.set(key, training);
      return Promise.resolve(training);
    },
    close: () => Promise.resolve(),
  };
}

function train(links: readonly PublishedLink[]): Training {
  const model = trainSections(links);
  return model === undefined ? { kind: 'too-little' } : { kind: 'trained', model };
}

/** Runs `copydesk suggest` in this process, in a folder, on the day 2026-03-05. */
export async function suggestIn(
  folder: string,
  args: readonly string[],
  input = '',
  openTrainer = createInProcessTrainer,
): Promise<CheckRun> {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const today = toDay('2026-03-05');
  if (today === undefined) throw new Error('a day');
  let output = '';
  let complaint = '';
  const code = await runSuggest(positionals[0], values, {
    folder,
    variables: process.env,
    today,
    input: toStream(input),
    write: (part) => {
      output += part;
      return Promise.resolve();
    },
    complain: (part) => (complaint += part),
    openParser: createInProcessParser,
    openTrainer,
  });
  return { code, output, complaint };
}

/** In pieces that end anywhere, as pipes deliver them. */
async function* toStream(input: string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(input);
  for (let start = 0; start < bytes.length; start += 7) yield Promise.resolve(bytes.subarray(start, start + 7));
}
