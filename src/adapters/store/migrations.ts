/** One step of the database's life, as statements; a step that was published is never changed. */
export type Migration = readonly string[];

/** Oldest first; the number of a step is its place. There is no way back: an older program refuses a newer database. */
export const migrations: readonly Migration[] = [
  [
    `create table copydesk.delivery (
      id text primary key,
      received_at timestamptz not null default now()
    )`,
  ],
  // Old ones are removed by age; the event is for whoever looks for a lost webhook.
  [
    `alter table copydesk.delivery add column event text not null default 'unknown'`,
    'create index delivery_received_at on copydesk.delivery (received_at)',
  ],
  // Facts about pages as JSON, by a digest of the address; text, since a page may hold what jsonb refuses.
  [
    `create table copydesk.page (
      key text primary key,
      page text not null,
      kept_at timestamptz not null default now()
    )`,
    'create index page_kept_at on copydesk.page (kept_at)',
  ],
  // What was merged in the weeks of published issues, packed; the issue by its day.
  [
    `create table copydesk.past_week (
      newsletter text not null,
      issue text not null,
      manner text not null,
      pack text not null,
      kept_at timestamptz not null default now(),
      primary key (newsletter, issue)
    )`,
  ],
  // What was said on pull requests in the last minute, as JSON, while GitHub may not show it yet.
  [
    `create table copydesk.recent_words (
      pull text not null,
      name text not null,
      words text not null,
      at bigint not null,
      kept_at timestamptz not null default now(),
      primary key (pull, name)
    )`,
    'create index recent_words_kept_at on copydesk.recent_words (kept_at)',
  ],
];
