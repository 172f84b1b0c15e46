import { defaultCommentPeriod, defaultTesting } from './default-labelled.ts';
import { defaultUpdates } from './default-updates.ts';
import type { FillConfig } from './fill-schema.ts';

/** The generated sections of This Week in Rust. */
export const defaultFill: FillConfig = {
  cut: { daysBefore: 1, time: '18:00' },
  updates: defaultUpdates,
  perfTriage: {
    heading: 'Rust Compiler Performance Triage',
    repository: 'rust-lang/rustc-perf',
    folder: 'triage',
    report: 'Full report here',
    summary: 'keep',
  },
  approvedRfcs: {
    heading: 'Approved RFCs',
    repository: 'rust-lang/rfcs',
    folder: 'text',
    intro: `Changes to Rust follow the Rust [RFC (request for comments) process](https://github.com/rust-lang/rfcs#rust-rfcs). These
are the RFCs that were approved for implementation this week:`,
    none: '* *No RFCs were approved this week.*',
  },
  finalCommentPeriod: defaultCommentPeriod,
  callsForTesting: defaultTesting,
  newRfcs: {
    heading: 'New and Updated RFCs',
    repository: 'rust-lang/rfcs',
    intro: '',
    none: '* *No New or Updated RFCs were created this week.*',
  },
};
