/** What a link says, what its page is called (`site` where it names its site), and whether that is worth a hint. */
export interface TitlePair {
  readonly link: string;
  readonly page: string;
  readonly host?: string;
  readonly site?: string;
  readonly hint: boolean;
}

/** Titles that are the same, but for taste. */
const same: readonly TitlePair[] = [
  { link: 'Match Ergonomics', page: 'Match Ergonomics', hint: false },
  { link: 'Mutation testing for librsvg', page: 'Mutation Testing for librsvg', hint: false },
  { link: "Bevy's Fifth Birthday", page: 'Bevy’s Fifth Birthday', hint: false },
  { link: 'Comparing `async` runtimes', page: 'Comparing async runtimes', hint: false },
  { link: 'From C# to Rust: A 42-Day Challenge', page: 'From C# to Rust — A 42-Day Challenge', hint: false },
  { link: 'Lock-Free Rust', page: 'Lock Free Rust', hint: false },
  { link: 'A Cafe in Rust', page: 'A Café in Rust', hint: false },
  { link: 'Effects in Rust (and Koka)', page: 'Effects in Rust and Koka', hint: false },
  { link: 'Errors & Results', page: 'Errors and Results', hint: false },
  { link: 'Fyrox v1.0.0-rc.1', page: 'Fyrox 1.0.0-rc.1', hint: false },
  { link: 'Rust for Everyone!', page: 'Rust for Everyone', hint: false },
  { link: 'What is a "box"?', page: 'What is a “box”?', hint: false },
  { link: 'Let us write a macro... Part 3', page: 'Let us write a macro … part 3', hint: false },
  { link: 'C++ to Rust Phrasebook', page: 'C++ To Rust Phrasebook', hint: false },
  { link: 'SeaORM 2.0: A Sneak Peek', page: 'SeaORM 2.0: a sneak peek', hint: false },
  { link: '🦀 Crabs everywhere', page: 'Crabs everywhere', hint: false },
];

/** Titles of pages that go on with the name of their site, or begin with it. */
const siteNames: readonly TitlePair[] = [
  { link: 'Prototyping in Rust', page: 'Prototyping in Rust | corrode Rust Consulting', site: 'corrode', hint: false },
  { link: 'Mutation Testing in Rust', page: 'Mutation Testing in Rust - A Java geek', hint: false },
  { link: 'Branchless UTF-8 Encoding', page: 'Branchless UTF-8 Encoding · cceckman', hint: false },
  { link: 'What’s New in Rust 1.90', page: "What's New in Rust 1.90 :: Rustacean Station", hint: false },
  { link: 'Writing a Simple Driver in Rust', page: 'Writing a Simple Driver in Rust – Pavel’s Blog', hint: false },
  { link: 'Ergonomic, explicit handles', page: 'Ergonomic, explicit handles · baby steps', hint: false },
  { link: 'Swiftide 0.31', page: 'Bosun AI — Swiftide 0.31', site: 'Bosun AI', hint: false },
  { link: 'May 2025 Jobs Report', page: 'Filtra | May 2025 Jobs Report', hint: false },
  { link: 'A survey of every iterator variant', page: 'A survey of every iterator variant — Yoshua', hint: false },
  { link: 'Rust in the kernel', page: 'Rust in the kernel [LWN.net]', host: 'lwn.net', hint: false },
  { link: 'Audit of the p256 Crate', page: 'Audit of the p256 Crate | zkSecurity | Reports', hint: false },
  { link: 'Why we moved', page: 'Ada’s Corner » Blog » Why we moved', hint: false },
  { link: 'Threads - Part 15', page: 'Threads - Part 15 - YouTube', site: 'YouTube', hint: false },
  { link: 'Intrusive lists', page: 'Intrusive lists / SDR Podcast', hint: false },
];

/** Links that say more than the title of the page. */
const contexts: readonly TitlePair[] = [
  { link: 'Fyrox Game Engine 0.36: Feature Highlights', page: 'Feature Highlights', hint: false },
  { link: 'Bevy: Virtual Geometry in 0.14', page: 'Virtual Geometry in 0.14', hint: false },
  { link: 'Zed: How We Rebuilt Our Editor', page: 'How we rebuilt our editor', hint: false },
  { link: 'Danube messaging platform - updates v0.2.0', page: 'Updates v0.2.0', hint: false },
  { link: 'Diesel Code Audit Report (PDF)', page: 'Diesel Code Audit Report', hint: false },
  { link: 'Reliable software: An interview with Jon Gjengset', page: 'Reliable Software', hint: false },
  { link: 'Jon Gjengset: Implementing Hazard Pointers', page: 'Implementing Hazard Pointers', hint: false },
  { link: 'cargo-semver-checks: A Year in Review', page: 'A Year in Review', hint: false },
  { link: 'Rust GCC backend: June progress report', page: 'June progress report', hint: false },
  { link: 'Tokio Blog - Announcing Toasty', page: 'Announcing Toasty', hint: false },
  { link: 'Embedded Rust from scratch, by Ada', page: 'Embedded Rust from scratch', hint: false },
  { link: 'redb 3.0.0 - pure Rust key-value store', page: 'redb 3.0.0', hint: false },
];

/** Links that leave out what comes behind a separator. */
const shortened: readonly TitlePair[] = [
  { link: 'Custom Equatability in Rust', page: 'Custom Equatability in Rust: Beyond the Standard Cases', hint: false },
  { link: 'Stop Losing Intent', page: 'Stop Losing Intent: Absent, Null, and Value in Rust', hint: false },
  { link: 'Lock-Free Rust', page: 'Lock-Free Rust: How to Build a Rollercoaster While It’s on Fire', hint: false },
  {
    link: 'Nine Rules for Generalizing Your Rust Library',
    page: 'Nine Rules for Generalizing Your Rust Library: Lessons from Extending RangeSetBlaze',
    hint: false,
  },
  {
    link: 'Temporal_rs is here!',
    page: 'Temporal_rs is here! | The datetime library powering Temporal | Boa',
    hint: false,
  },
  { link: 'Writing a shell, part two', page: 'Writing a shell, part two — pipes — Ada', hint: false },
  {
    link: 'How Signal Uses Rust to Secure Communications',
    page: 'How Signal uses Rust to secure the communications',
    hint: false,
  },
  {
    link: 'Do not need multithreading to do more than one thing at a time',
    page: 'You do not need multithreading to do more than one thing at a time',
    hint: false,
  },
  // Half a sentence.
  {
    link: 'Putting seat calculations',
    page: 'Putting seat calculations in Dutch election software to the (fuzz) test',
    hint: true,
  },
  { link: 'Great things', page: 'Great things about Rust that aren’t just performance', hint: true },
  { link: 'Rust SDK', page: 'Now available: the complete Rust SDK for every cloud we know', hint: true },
  { link: 'OS in Rust', page: 'Towards Practical Formal Verification for a General-Purpose OS in Rust', hint: true },
];

/** Links that somebody or something cut off. */
const truncated: readonly TitlePair[] = [
  {
    link: 'Typesafe Frontend Routing in…',
    page: 'Typesafe Frontend Routing in Rust and Leptos for Large Teams',
    hint: true,
  },
  {
    link: 'Recreating PlanetScale’s pg_strict in Ru...',
    page: 'Recreating PlanetScale’s pg_strict extension in Rust with pgrx in a week',
    hint: true,
  },
  { link: 'Why We Built Our Own SQL Par', page: 'Why We Built Our Own SQL Parser From Scratch in Rust', hint: true },
  { link: 'Const Evaluation', page: 'Const Evaluation in Rust For Hex Strings Validation', hint: true },
  {
    link: 'Talking To Zed Industries-',
    page: 'Talking To Zed Industries and Makers Of The Collaborative Code Editor',
    hint: true,
  },
  { link: 'Investigating a Strange', page: 'Investigating a Strange Out-of-Memory Error', hint: true },
];

/** Titles that are those of something else. */
const unrelated: readonly TitlePair[] = [
  { link: 'My new article about lifetimes', page: 'Borrowing, the hard way', hint: true },
  { link: 'Click here', page: 'Smuggling arbitrary data through an emoji', hint: true },
  { link: 'Rust', page: 'Zero-cost Functional Records in Rust', hint: true },
  { link: 'A great read', page: 'Designing Error Types in Rust Libraries', hint: true },
  {
    link: 'Designing Error Types in Rust Libraries',
    page: 'Why Use Structured Errors in Rust Applications?',
    hint: true,
  },
  { link: 'Implementing a GraphQL DataLoader', page: 'Rendering fonts on the GPU', hint: true },
  { link: 'Vibe coding a proxy', page: 'Musings on iterator trait names', hint: true },
  { link: 'Part 1', page: 'Part 2: the parser that ate my weekend', hint: true },
  { link: 'Leptos release', page: 'Axum Backend Series: Docker, Database and Connection Pooling', hint: true },
  { link: 'How I learned to stop worrying', page: 'A formal model of unwinding in drop glue', hint: true },
  { link: 'genedex', page: 'A Small and Fast FM-Index', hint: true },
  { link: 'https://ada.example/moon', page: 'Rust on the moon', hint: true },
];

/** Pages without a title of their own: nobody can tell. */
const nameless: readonly TitlePair[] = [
  { link: 'Rust on the moon', page: 'Home', hint: false },
  { link: 'Rust on the moon', page: 'Just a moment...', hint: false },
  { link: 'Rust on the moon', page: 'Ada’s Blog', site: 'Ada’s blog', hint: false },
  { link: 'Rust on the moon', page: 'ada.example', hint: false },
  { link: 'Rust on the moon', page: 'Ada', hint: false },
  { link: 'Rust on the moon', page: 'Sign in - Medium', hint: false },
  { link: 'Rust on the moon', page: 'Attention Required! | Cloudflare', hint: false },
  { link: 'Rust on the moon', page: '403 Forbidden', hint: false },
  { link: 'Rust on the moon', page: 'Untitled document', hint: false },
  { link: 'Rust on the moon', page: '—', hint: false },
  { link: 'Rust on the moon', page: 'Loading…', hint: false },
  { link: 'Rust on the moon', page: 'Page not found', hint: false },
  { link: 'Moon', page: 'Reddit - Please wait for verification', host: 'www.reddit.com', hint: false },
  { link: 'Moon', page: 'Reddit - The heart of the internet', host: 'www.reddit.com', hint: false },
  { link: 'Rust on the moon', page: 'Home - Ferris', hint: false },
  { link: 'Rust on the moon', page: 'Ferris | Page not found', hint: false },
  { link: 'Rust on the moon', page: '404 | Page not found | Ferris', hint: false },
  { link: 'Rust on the moon', page: 'Blog | Ferris', hint: false },
  { link: 'Rust on the moon', page: 'Ferris (@ferris@hachyderm.io)', hint: false },
  { link: 'Rust on the moon', page: 'Ferris (@ferris.bsky.social)', hint: false },
  // A word such as “Blog” beside a title is no more than a part of the site’s name.
  { link: 'Rust on the moon', page: 'Ferris » Blog » Borrowing, the hard way', hint: true },
  { link: 'Rust on the moon', page: 'Borrowing, the hard way | Blog | Ada', site: 'Ada', hint: true },
];

export const titlePairs: Readonly<Record<string, readonly TitlePair[]>> = {
  same,
  'site names': siteNames,
  'context added': contexts,
  shortened,
  truncated,
  unrelated,
  nameless,
};
