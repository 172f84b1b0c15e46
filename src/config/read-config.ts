import { completeConfig } from './complete-config.ts';
import type { ConfigProblem } from './config-problem.ts';
import { defaultConfig } from './defaults.ts';
import { type DataProblem, describeIssue } from './describe-issue.ts';
import { findContradictions } from './find-contradictions.ts';
import { createKeyLister } from './list-known-keys.ts';
import { parseYaml, type YamlText } from './parse-yaml.ts';
import type { Config } from './schema.ts';
import { createWrittenSchema, type RuleOptions } from './written-schema.ts';

/** What a configuration file says: a complete configuration, or everything that is wrong with it, top down. */
export type ConfigReading =
  { readonly ok: true; readonly config: Config } | { readonly ok: false; readonly problems: readonly ConfigProblem[] };

/** More of them are one mistake at the top. */
const MAX_PROBLEMS = 20;

/** Reads the text of a configuration file. Never throws, whatever the text is. */
export function readConfig(text: string, rules: RuleOptions): ConfigReading {
  const yaml = parseYaml(text);
  if ('problems' in yaml) return { ok: false, problems: order(yaml.problems) };
  const data = yaml.value ?? {};
  const schema = createWrittenSchema(rules);
  const parsed = schema.safeParse(data);
  if (!parsed.success) {
    const keysAt = createKeyLister(schema);
    const wrong = parsed.error.issues.slice(0, MAX_PROBLEMS).flatMap((issue) => describeIssue(issue, data, keysAt));
    return { ok: false, problems: order(wrong.map((problem) => toProblem(problem, yaml))) };
  }
  const config = completeConfig(parsed.data, defaultConfig);
  const wrong = findContradictions(parsed.data, config, { data, rules });
  if (wrong.length === 0) return { ok: true, config };
  return { ok: false, problems: order(wrong.map((problem) => toProblem(problem, yaml))) };
}

function toProblem({ path, part, message, quotes }: DataProblem, { locate }: YamlText): ConfigProblem {
  return { place: locate(path, part), message, quotes };
}

function order(problems: readonly ConfigProblem[]): readonly ConfigProblem[] {
  return [...problems]
    .sort(({ place: one }, { place: other }) => one.startLine - other.startLine || one.startColumn - other.startColumn)
    .slice(0, MAX_PROBLEMS);
}
