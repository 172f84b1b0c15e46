/** What is wrong with what somebody asked for on a command line, one sentence. */
export interface Misuse {
  readonly misuse: string;
}
