import { defaultFill } from './default-fill.ts';
import { defaultPlaceholders } from './default-placeholders.ts';
import { defaultPodcasts } from './default-podcasts.ts';
import { defaultSections } from './default-sections.ts';
import { defaultTrackingParameters } from './default-tracking-parameters.ts';
import type { Config } from './schema.ts';

/** The configuration of This Week in Rust, which is what a newsletter gets that says nothing else. */
export const defaultConfig: Config = {
  paths: {
    drafts: ['draft', 'drafts'],
    archive: ['content'],
    templates: ['draft/DRAFT_TEMPLATE', 'draft/cft_rfc_fcp_draft_template.md'],
    extensions: ['.md', '.markdown'],
  },
  sections: defaultSections,
  grammars: { community: 'link', events: 'event', 'cfp-project': 'cfp-project', 'cfp-event': 'cfp-event' },
  closures: [
    {
      section: 'Project/Tooling Updates',
      from: '2026-08-17',
      for: 'contributors',
      instead: 'Post the link on r/rust instead, by that community’s rules: the editors look for links there.',
    },
  ],
  bullet: '*',
  prefixes: ['video', 'audio', 'series'],
  trackingParameters: defaultTrackingParameters,
  pages: 'on',
  welcome:
    'Thank you for your first submission! What the newsletter takes stands in its [guidelines](https://github.com/rust-lang/this-week-in-rust#readme); an article that was written by an LLM should say so itself.',
  fill: defaultFill,
  mode: 'review',
  proposal: {
    branch: 'copydesk/fill-{date}',
    title: 'Fill the sections of the issue of {date}',
    timeZone: 'UTC',
    fill: '0 18 * * 2',
    refresh: ['0 */6 * * *', '0 20 * * 3'],
    freeze: '0 23 * * 3',
  },
  rules: {
    'placeholder-left': [{ options: defaultPlaceholders }],
    // The guidelines turn repositories away from Project/Tooling Updates; collections and curiosities are welcome here.
    'bare-repository': [{ options: { exceptSections: ['Miscellaneous'] } }],
    'media-prefix': [{ options: { alsoHosts: defaultPodcasts } }],
    'section-fit': [{ options: { vague: ['Miscellaneous'] } }],
    'submission-limit': [
      {
        from: '2026-04-23',
        until: '2026-08-16',
        options: { limits: [{ section: 'Project/Tooling Updates', most: 1 }] },
      },
    ],
  },
};
