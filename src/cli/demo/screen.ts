import pc from 'picocolors';
import type { Colors } from 'picocolors/types.js';

/** Where the demo speaks. */
export interface Screen {
  readonly colors: Colors;
  readonly width: number;
  readonly print: (...lines: readonly string[]) => void;
  /** Shows that something is being waited for, until the work is done; returns what it returns. */
  readonly during: <Value>(label: string, work: () => Promise<Value>) => Promise<Value>;
}

export interface ScreenOptions {
  readonly isTerminal: boolean;
  readonly useColor: boolean;
  /** Columns of the terminal; 0 where it does not know. */
  readonly columns: number | undefined;
  readonly write: (text: string) => void;
}

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const WIDEST = 110;

/** A screen that draws a turning sign on a terminal, and writes plain lines elsewhere. */
export function createScreen(options: ScreenOptions): Screen {
  const colors = pc.createColors(options.useColor);
  return {
    colors,
    width: chooseWidth(options.columns ?? 0),
    print: (...lines) => options.write(lines.map((line) => `${line}\n`).join('')),
    during: async (label, work) => {
      if (!options.isTerminal) options.write(`${label} …\n`);
      const stop = options.isTerminal
        ? turn((frame) => options.write(`\r${colors.cyan(frame)} ${label} `))
        : () => undefined;
      try {
        return await work();
      } finally {
        stop();
        // Back to the first column, and the line erased.
        if (options.isTerminal) options.write('\r\u001B[2K');
      }
    },
  };
}

function chooseWidth(columns: number): number {
  return columns === 0 ? WIDEST : Math.max(40, Math.min(columns, WIDEST));
}

function turn(draw: (frame: string) => void): () => void {
  let step = 0;
  const next = () => draw(FRAMES[step++ % FRAMES.length] ?? '');
  next();
  const timer = setInterval(next, 100);
  return () => clearInterval(timer);
}
