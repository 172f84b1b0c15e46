import type { ConfigProblem } from './config-problem.ts';
import { defaultConfig } from './defaults.ts';
import type { ConfigReading } from './read-config.ts';
import type { Config } from './schema.ts';

/** What a newsletter goes by. */
export interface Configuration {
  readonly config: Config;
  /** The first mistake of the file on the default branch: an earlier version is in force then. undefined where it has none. */
  readonly mistake: ConfigProblem | undefined;
  /** There is a file: somebody wants reviews here. */
  readonly isWritten: boolean;
}

/** Reads a configuration file with the options of the rules in use. */
export type ReadConfig = (text: string) => ConfigReading;

/** Of a newsletter that says nothing. */
export const defaultConfiguration: Configuration = { config: defaultConfig, mistake: undefined, isWritten: false };
