/** What ends the demo and is not a bug: one line for the person who started it. */
export class DemoTrouble extends Error {
  readonly exitCode: 1 | 2;

  /** @param exitCode 2: asked for what cannot be done; 1: the review that should have happened did not */
  constructor(line: string, exitCode: 1 | 2 = 2) {
    super(line);
    this.exitCode = exitCode;
  }
}
