import { stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { toBlobText } from '../adapters/git/blob-text.ts';
import { fail, type Outcome, succeed } from '../adapters/git/git-trouble.ts';
import type { Repository } from '../adapters/git/open-repository.ts';
import { CONFIG_PATH } from '../config/config-problem.ts';
import { defaultConfig } from '../config/defaults.ts';
import { readConfig } from '../config/read-config.ts';
import type { Config } from '../config/schema.ts';
import { fillMessage } from '../findings/fill-message.ts';
import { ruleOptions } from '../rules/rule-options.ts';
import type { Misuse } from './misuse.ts';
import { readBytes } from './read-bytes.ts';

/** The configuration that a text holds; of one with mistakes the first, as `file:line:column: sentence`. */
function parseConfig(name: string, text: string): Config | Misuse {
  const reading = readConfig(text, ruleOptions);
  if (reading.ok) return reading.config;
  const [problem] = reading.problems;
  if (problem === undefined) return { misuse: `${name}: not valid` };
  const { startLine, startColumn } = problem.place;
  return { misuse: `${name}:${startLine}:${startColumn}: ${fillMessage(problem, (quote) => `“${quote}”`)}` };
}

/** Reads a configuration file that somebody named, or that was found. */
export async function readConfigFile(folder: string, name: string): Promise<Config | Misuse> {
  const read = await readBytes(folder, name);
  if ('misuse' in read) return read;
  if ('size' in read) return { misuse: `cannot read ${name} (it is too large for a configuration)` };
  const blob = toBlobText(read.bytes);
  return blob.kind === 'text' ? parseConfig(name, blob.text) : { misuse: `cannot read ${name} (it is no text)` };
}

/** The configuration of the newsletter that files belong to: the nearest file above them, or above the working folder. */
export async function findConfigAbove(folder: string, names: readonly string[]): Promise<Config | Misuse> {
  const places = await Promise.all(names.map((name) => climb(dirname(resolve(folder, name)))));
  const found = [...new Set(places.filter((place) => place !== undefined))];
  if (found.length > 1) return { misuse: 'the files belong to several newsletters: check those of one at a time' };
  const place = found[0] ?? (await climb(resolve(folder)));
  return place === undefined ? defaultConfig : readConfigFile(folder, relative(folder, place));
}

async function climb(folder: string): Promise<string | undefined> {
  const place = join(folder, CONFIG_PATH);
  // What is there but is no file gets its complaint from the one who reads it.
  if ((await stat(place).catch(() => undefined)) !== undefined) return place;
  return dirname(folder) === folder ? undefined : climb(dirname(folder));
}

/** The configuration of a tree, and the id of its file; that of a tree without one is the default. */
export async function readTreeConfig(
  repository: Repository,
  tree: string,
): Promise<Outcome<{ readonly config: Config; readonly id: string }>> {
  const entries = await repository.listFolder(tree, dirname(CONFIG_PATH));
  if (!entries.ok) return entries;
  const entry = entries.value.find(({ name }) => CONFIG_PATH.endsWith(`/${name}`));
  if (entry === undefined) return succeed({ config: defaultConfig, id: '' });
  const blob = await repository.readBlob(entry.id);
  if (!blob.ok) return blob;
  if (blob.value.kind !== 'text') return fail('bad-configuration', `${CONFIG_PATH}:1:1: The file is no text.`);
  const config = parseConfig(CONFIG_PATH, blob.value.text);
  return 'misuse' in config ? fail('bad-configuration', config.misuse) : succeed({ config, id: entry.id });
}
