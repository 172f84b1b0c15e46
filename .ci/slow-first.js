import Sequencer from '@jest/test-sequencer';

const SLOW = /test.(bench|scenarios|adapters.(queue|store)|action)/;

/** What takes longest goes first: begun last, one file would keep one core busy while the other waits. */
export default class SlowFirst extends Sequencer {
  sort(tests) {
    const { slow = [], quick = [] } = Object.groupBy(super.sort(tests), ({ path }) =>
      SLOW.test(path) ? 'slow' : 'quick',
    );
    return [...slow, ...quick];
  }
}
