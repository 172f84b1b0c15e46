/** What the bodies that are being read may take together, whoever sends them: nothing is known of a sender yet. */
export interface BodyBudget {
  /** The share of one body, to be given back when it is no longer needed. */
  readonly open: () => BodyShare;
}

export interface BodyShare {
  /** Whether so many bytes more may be kept. */
  readonly take: (bytes: number) => boolean;
  readonly giveBack: () => void;
}

/** Nearly every webhook is smaller; so many bytes of each are free, so that large bodies never keep small ones out. */
const FREE_BYTES = 64 * 1024;

/** A budget of `maxBytes` for what bodies have beyond their free bytes. */
export function createBodyBudget(maxBytes: number): BodyBudget {
  let taken = 0;
  return {
    open: () => {
      let [size, own] = [0, 0];
      return {
        take: (bytes) => {
          size += bytes;
          const more = Math.max(0, size - FREE_BYTES) - own;
          if (taken + more > maxBytes) return false;
          taken += more;
          own += more;
          return true;
        },
        giveBack: () => {
          taken -= own;
          own = 0;
        },
      };
    },
  };
}
