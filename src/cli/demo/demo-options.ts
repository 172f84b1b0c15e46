import { z } from 'zod';
import { DemoTrouble } from './demo-trouble.ts';

/** As commander hands them over. */
export interface RawDemoOptions {
  readonly bundle?: string;
  readonly pull?: readonly string[];
  readonly port?: string;
  readonly once?: boolean;
}

export interface DemoOptions {
  /** undefined: the sample newsletter. */
  readonly replay: { readonly source: string; readonly numbers: readonly number[] } | undefined;
  /** Where the page is wanted. */
  readonly port: number;
  /** End after printing. */
  readonly once: boolean;
}

const numberSchema = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number);
const portSchema = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.int().min(1).max(65_535));
const USUAL_PORT = 4000;

/** Checks the options; throws a `DemoTrouble` that says what is wrong. Where `CI` is set nobody is there to look. */
export function readDemoOptions(
  raw: RawDemoOptions,
  variables: Readonly<Record<string, string | undefined>>,
): DemoOptions {
  const port = raw.port === undefined ? USUAL_PORT : portSchema.safeParse(raw.port).data;
  if (port === undefined) throw new DemoTrouble('--port must be a number from 1 to 65535.');
  return { replay: readReplay(raw), port, once: raw.once === true || isOn(variables['CI']) };
}

function readReplay({ bundle, pull = [] }: RawDemoOptions): DemoOptions['replay'] {
  if (bundle === undefined && pull.length === 0) return undefined;
  if (bundle === undefined)
    throw new DemoTrouble('--pull needs --bundle: the git bundle or repository to take it from.');
  if (pull.length === 0) throw new DemoTrouble('--bundle needs --pull: the numbers of the pull requests to replay.');
  const numbers = z.array(numberSchema).safeParse(pull);
  if (!numbers.success) throw new DemoTrouble('--pull takes numbers of pull requests, like --pull 7214 7486.');
  return { source: bundle, numbers: [...new Set(numbers.data)] };
}

function isOn(value: string | undefined): boolean {
  return value !== undefined && !['', '0', 'false'].includes(value.toLowerCase());
}
