/** Where the table of rules lists each rule: by what somebody looks for who has a question about an issue. */
export const RULE_GROUPS: Readonly<Record<string, readonly string[]>> = {
  Links: [
    'link-syntax',
    'link-scheme',
    'tracking-parameters',
    'canonical-link',
    'duplicate-link',
    'bare-repository',
    'reachable-link',
    'open-access',
  ],
  'Form of an item': ['item-bullet', 'item-form', 'empty-item', 'code-spans', 'raw-html'],
  Titles: ['title-form', 'title-length', 'title-matches-page'],
  Prefixes: ['known-prefix', 'media-prefix', 'series-prefix', 'language-prefix'],
  'Place and policy': ['right-file', 'item-place', 'section-fit', 'closed-section', 'submission-limit'],
  Events: ['event-form', 'event-date', 'event-order', 'event-place', 'event-duplicate'],
  'Calls for participation and for papers': [
    'cfp-project-form',
    'cfp-project-ready',
    'cfp-event-form',
    'cfp-event-date',
  ],
  'The issue as a whole': [
    'outside-edits',
    'blank-lines',
    'duplicate-heading',
    'placeholder-left',
    'readable-file',
    'configuration',
  ],
};
