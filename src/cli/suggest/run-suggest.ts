import { resolve } from 'node:path';
import type { Variables } from '../../adapters/git/git-environment.ts';
import { describeGitTrouble } from '../../adapters/git/git-trouble.ts';
import { openRepository } from '../../adapters/git/open-repository.ts';
import type { UnplacedLink } from '../../classifier/link-features.ts';
import type { SectionModel } from '../../classifier/section-model.ts';
import type { Parser } from '../../ports.ts';
import type { SectionTrainer } from '../../ports/section-trainer.ts';
import { type Day, toDay } from '../../shared/brand.ts';
import { toTerminalText } from '../terminal-text.ts';
import { readModel } from './read-model.ts';
import { renderSuggestions } from './render-suggestions.ts';
import { suggestBatch } from './suggest-batch.ts';
import { suggestSections, type SuggestSettings } from './suggest-sections.ts';

/** What the command line said. */
export interface SuggestOptions {
  readonly repo?: string;
  readonly before?: string;
  readonly title?: string;
  readonly prefix?: string;
  readonly all?: boolean;
  readonly batch?: boolean;
  readonly json?: boolean;
}

/** The process as the command sees it. */
export interface SuggestWorld {
  readonly folder: string;
  readonly variables: Variables;
  readonly today: Day;
  readonly input: AsyncIterable<Uint8Array | string>;
  readonly write: (text: string) => Promise<void>;
  readonly complain: (text: string) => void;
  readonly openParser: () => Parser;
  readonly openTrainer: () => SectionTrainer;
}

/**
 * `copydesk suggest`: in which section a link belongs, learnt from the published issues of HEAD.
 * @returns the exit code: 0 whatever is suggested, 2 for misuse, about which one line was complained, or was answered in
 * the place of a line that is no link
 */
export async function runSuggest(
  url: string | undefined,
  options: SuggestOptions,
  world: SuggestWorld,
): Promise<0 | 2> {
  const before = options.before === undefined ? undefined : toDay(options.before);
  const misuse = findMisuse(url, options, before);
  if (misuse !== undefined) return refuse(world, misuse);
  const learnt = await learn(options, world, before);
  if ('trouble' in learnt) return refuse(world, learnt.trouble);
  const settings = { day: before ?? world.today, isAll: options.all === true };
  if (url === undefined) {
    return suggestBatch(world.input, world.write, (link) => suggestSections(learnt.model, link, settings));
  }
  const link = { url, title: options.title ?? '', prefix: options.prefix ?? '' };
  await world.write(`${renderOne(learnt.model, link, settings, options.json === true)}\n`);
  return 0;
}

function findMisuse(
  url: string | undefined,
  { batch = false, before }: SuggestOptions,
  day: Day | undefined,
): string | undefined {
  if (before !== undefined && day === undefined) return `--before takes a day like 2026-03-05, not ${before}`;
  if (url === undefined) return batch ? undefined : 'say which link: URL, or --batch with one a line of standard input';
  if (batch) return 'URL and --batch do not go together';
  return /^https?:/i.test(url) && URL.canParse(url) ? undefined : `not a web address: ${url}`;
}

/** The model, undefined where the archive is too small to teach; or why it could not be made. */
type Learnt = { readonly model: SectionModel | undefined } | { readonly trouble: string };

async function learn(options: SuggestOptions, world: SuggestWorld, before: Day | undefined): Promise<Learnt> {
  const opened = await openRepository(resolve(world.folder, options.repo ?? '.'), world.variables);
  if (!opened.ok) return { trouble: describeGitTrouble(opened.trouble) };
  const [repository, parser, trainer] = [opened.value, world.openParser(), world.openTrainer()];
  try {
    const training = await readModel({ repository, parser, trainer }, before);
    if (!training.ok) return { trouble: describeGitTrouble(training.trouble) };
    const { value } = training;
    if (value.kind === 'failed') {
      return { trouble: `learning from the archive takes too much ${value.reason === 'memory' ? 'memory' : 'time'}` };
    }
    return { model: value.kind === 'trained' ? value.model : undefined };
  } finally {
    await Promise.all([parser.close(), repository.close(), trainer.close()]);
  }
}

const NO_MODEL = 'No suggestion: too few links were published to learn from.';

function renderOne(
  model: SectionModel | undefined,
  link: UnplacedLink,
  settings: SuggestSettings,
  isJson: boolean,
): string {
  const ranking = suggestSections(model, link, settings);
  if (isJson) return JSON.stringify(ranking);
  return model === undefined ? NO_MODEL : renderSuggestions(ranking, settings.isAll);
}

function refuse(world: SuggestWorld, reason: string): 2 {
  world.complain(`copydesk suggest: ${toTerminalText(reason)}\n`);
  return 2;
}
