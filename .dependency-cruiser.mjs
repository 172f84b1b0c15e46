// Who may import whom: the import table of docs/architecture.md, enforced by `npm run imports`. A row that has to change is
// an argument to make in review; add the reason to its comment.
import { existsSync, readdirSync } from 'node:fs';

/** Where effects are allowed: everything else takes what it needs as arguments, typed in src/ports.ts. */
const edge = '^src/(adapters|sandbox|cli)/|^src/(main|action)[.]ts$';
const outsideWorld =
  '^(node:)?(fs|net|tls|dns|dgram|http|http2|https|child_process|worker_threads|cluster|inspector|sqlite)(/|$)';
const githubClients = '^node_modules/(@octokit/(?!graphql-schema)|octokit|probot)';

/** folder: what it may import of src, of packages and of Node's own modules; `why` ends every message. */
const table = {
  shared: { src: [], why: 'shared is the bottom: what needs more than it belongs to the folder that needs it' },
  config: {
    src: ['shared'],
    packages: ['zod', 'yaml', 'croner'],
    node: ['crypto'],
    why: 'configuration is data that everybody reads, so it knows nobody',
  },
  diff: { src: ['shared'], why: 'a patch is text; what it means for a review is decided in review/' },
  newsletter: {
    src: ['shared'],
    packages: ['diff', 'remark(-gfm)?', '@types/mdast'],
    why: 'the model of an issue stands on Markdown alone; hand settings in as arguments (see Outline)',
  },
  findings: {
    src: ['shared'],
    node: ['crypto'],
    why: 'a finding is plain data; rules make them and review/ words them',
  },
  pages: {
    src: ['shared'],
    packages: ['htmlparser2'],
    why: 'page facts are read from HTML that somebody else fetched',
  },
  commands: { src: ['shared'], why: 'a command is parsed here and carried out in handlers/' },
  wording: {
    src: ['shared'],
    node: ['crypto'],
    why: 'everything that speaks uses wording/, so it must not know the speakers',
  },
  learning: { src: ['shared'], why: 'numbers in, numbers out' },
  archive: {
    src: ['newsletter', 'shared'],
    packages: ['tldts'],
    why: 'the archive indexes issues; rules ask it, not the reverse',
  },
  classifier: {
    src: ['learning', 'archive', 'newsletter', 'pages', 'shared'],
    why: 'a suggestion of a section is a fact for rules',
  },
  rules: {
    src: ['findings', 'newsletter', 'diff', 'pages', 'archive', 'classifier', 'config', 'shared'],
    packages: ['zod', 'countries-list', 'spdx-license-list'],
    why: 'rules are synchronous and deterministic, facts in, findings out; a new fact goes into RuleContext and is collected in handlers/',
  },
  review: {
    src: ['findings', 'diff', 'newsletter', 'wording', 'config', 'shared'],
    node: ['crypto'],
    why: 'a review is planned from findings as data; it neither judges (rules/) nor sends (adapters/github)',
  },
  sections: {
    src: ['newsletter', 'learning', 'wording', 'config', 'shared'],
    packages: ['zod'],
    node: ['zlib'],
    why: 'a section is rendered from a model that somebody else queried',
  },
  proposals: {
    src: ['sections', 'newsletter', 'wording', 'config', 'shared'],
    packages: ['node-diff3', 'zod'],
    node: ['zlib'],
    why: 'a proposal is planned as data; adapters/github executes it',
  },
  handlers: {
    src: [
      'commands',
      'diff',
      'newsletter',
      'pages',
      'archive',
      'learning',
      'classifier',
      'findings',
      'rules',
      'wording',
      'review',
      'sections',
      'proposals',
      'config',
      'shared',
      'ports',
    ],
    packages: ['zod'],
    why: 'handlers know the outside world only as the types of src/ports.ts: add what is missing there and build it in adapters/',
  },
  adapters: {
    src: ['ports', 'config', 'shared'],
    types: ['newsletter', 'diff', 'review', 'sections', 'proposals', 'pages', 'archive', 'findings'],
    packages: ['.*'],
    node: ['.*'],
    why: 'an adapter carries the types of the pure folders and decides nothing; move the decision into the folder that owns the type',
  },
  sandbox: {
    src: ['shared'],
    packages: ['graphql', 'micromark[a-z-]*'],
    node: ['.*'],
    why: 'the embedded GitHub must not share what the bot understands of GitHub, or both would be wrong together',
  },
};

/** Rows with more rights than their folder. */
const exceptions = {
  'adapters/parser': { src: ['newsletter', 'diff', 'pages', 'archive'], why: 'the worker runs the pure parsers' },
  'adapters/classifier': { src: ['classifier'], types: ['archive'], why: 'the worker runs the training' },
  'adapters/past': { src: ['sections'], why: 'the worker runs the learning' },
  'adapters/web': { src: ['pages'], why: 'a page is read as it comes in, so that no more is fetched than it takes' },
};

const localFolders = [...Object.keys(table), 'cli', 'ports', 'app', 'main', 'action'];
const isIn = (names) => `^src/(${names.join('|')})(/|[.]ts$)`;

function rowRules(folder, row) {
  const from = {
    path: `^src/${folder}/`,
    pathNot: Object.keys(exceptions)
      .filter((name) => name.startsWith(`${folder}/`))
      .map((name) => `^src/${name}/`),
  };
  return rulesOf(folder, row, from);
}

function rulesOf(name, row, from) {
  const own = name.split('/')[0];
  const values = [own, ...row.src];
  const types = row.types ?? [];
  const comment = (what) => `${name} imports ${what}. Why not: ${row.why}.`;
  const rule = (part, what, to) => ({
    name: `${name.replace('/', '-')}-${part}`,
    severity: 'error',
    comment: comment(what),
    from,
    to,
  });
  return [
    rule('folders', 'a folder that its row does not name', { path: '^src/', pathNot: isIn([...values, ...types]) }),
    ...(types.length === 0
      ? []
      : [
          rule('types', 'values where only types are due (use `import type`)', {
            path: isIn(types.filter((type) => !values.includes(type))),
            dependencyTypesNot: ['type-only'],
          }),
        ]),
    rule('packages', 'a package that its row does not name', {
      path: '^node_modules/',
      pathNot: `^node_modules/(${(row.packages ?? ['$none']).join('|')})/`,
    }),
    rule('node', "one of Node's modules that its row does not name", {
      dependencyTypes: ['core'],
      pathNot: `^(node:)?(${(row.node ?? ['$none']).join('|')})(/|$)`,
    }),
  ];
}

/** A rule is what has a page of its own in docs/rules. */
const ruleIds = existsSync('src/rules')
  ? readdirSync('src/rules')
      .map((file) => file.replace(/[.]ts$/, ''))
      .filter((id) => existsSync(`docs/rules/${id}.md`))
  : [];

const special = [
  {
    name: 'no-rule-imports-a-rule',
    comment:
      'Rules are independent so that one can be switched off, moved or removed. Put what two of them need beside them in a file without a page.',
    from: { path: `^src/rules/(${ruleIds.join('|')})[.]ts$` },
    to: { path: `^src/rules/(${ruleIds.join('|')})[.]ts$` },
  },
  {
    name: 'ports-are-types',
    comment:
      'src/ports.ts and src/ports/ describe the outside world and must not run anything: use `import type`, and only of what crosses the edge.',
    from: { path: '^src/ports(/|[.]ts$)' },
    to: {
      pathNot: isIn([
        'ports',
        'newsletter',
        'review',
        'sections',
        'proposals',
        'diff',
        'pages',
        'archive',
        'classifier',
        'config',
        'shared',
      ]),
    },
  },
  {
    name: 'ports-import-no-values',
    comment: 'src/ports.ts and src/ports/ describe the outside world and must not run anything: use `import type`.',
    from: { path: '^src/ports(/|[.]ts$)' },
    to: { dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'app-only-wires',
    comment: 'src/app.ts has one line per event: logic goes into handlers/, effects into adapters/.',
    from: { path: '^src/app[.]ts$' },
    to: {
      pathNot: [
        isIn(['handlers', 'ports', 'config', 'shared']),
        '^node_modules/(probot|@octokit/webhooks[a-z-]*|zod)/',
      ],
    },
  },
  {
    name: 'main-only-composes',
    comment:
      'src/main.ts reads the environment and puts adapters, app and handlers (what jobs do) together: logic goes elsewhere.',
    from: { path: '^src/(main|action)[.]ts$' },
    to: { path: '^src/', pathNot: isIn(['app', 'handlers', 'adapters', 'config', 'ports', 'shared']) },
  },
  {
    name: 'nobody-imports-main',
    comment: 'src/main.ts starts the server when it is loaded. Import what it composes, or start it as a process.',
    from: { path: '^src/' },
    to: { path: '^src/(main|action)[.]ts$' },
  },
  {
    name: 'sandbox-is-no-production-code',
    comment: 'The embedded GitHub is for the demo and for tests; nothing that runs in production may depend on it.',
    from: { path: '^src/', pathNot: '^src/(sandbox|cli/demo)/' },
    to: { path: '^src/sandbox/' },
  },
  {
    name: 'nobody-imports-the-command-line',
    comment: 'The command line is an entry, not a library: move what you need into the folder that it is about.',
    from: { path: '^src/', pathNot: '^src/cli/' },
    to: { path: '^src/cli/' },
  },
  {
    name: 'effects-live-at-the-edge',
    comment:
      'Only adapters, the command line and the sandbox touch files, network and processes: describe what you need in src/ports.ts.',
    from: { path: '^src/', pathNot: edge },
    to: { dependencyTypes: ['core'], path: outsideWorld },
  },
  {
    name: 'github-clients-live-in-adapters',
    comment: 'Only adapters/ (and app.ts for Probot) know octokit: use the GitHub port, and fake it in tests.',
    from: { path: '^src/', pathNot: '^src/adapters/|^src/(app|action)[.]ts$' },
    to: { path: githubClients },
  },
  {
    name: 'no-circles',
    comment:
      'Two files that need each other are one file, or lack a third that both stand on. Types that mention each other are fine.',
    // GraphQL's graph is a circle: a repository leads to its pull requests and they lead back, when asked.
    from: { path: '^src/', pathNot: '^src/sandbox/graphql/' },
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'resolvable',
    comment: 'The imported file or package does not exist: mind the `.ts` at the end, and package.json.',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'declared',
    comment: 'The package comes with another one and may go with it: add it to package.json with an exact version.',
    from: { path: '^src/' },
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
  {
    name: 'no-development-packages-in-production',
    comment:
      'A package of devDependencies is missing in production: move it to dependencies, or import only its types.',
    from: { path: '^src/', pathNot: '^src/(sandbox|cli/demo)/' },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'no-tests-in-the-sources',
    comment: 'The sources are built and shipped without test/, bench/ and scripts/.',
    from: { path: '^src/' },
    to: { path: '^(test|bench|scripts)/' },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...Object.entries(table).flatMap(([folder, row]) => rowRules(folder, row)),
    ...Object.entries(exceptions).flatMap(([folder, row]) => {
      const parent = table[folder.split('/')[0]];
      return rulesOf(folder, { ...parent, ...row, src: [...parent.src, ...row.src] }, { path: `^src/${folder}/` });
    }),
    ...special.map((rule) => ({ severity: 'error', ...rule })),
    {
      name: 'folder-has-a-row',
      severity: 'error',
      comment: 'This folder of src has no row in the import table: decide what it may import before it grows.',
      from: { path: '^src/', pathNot: isIn(localFolders) },
      to: {},
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
    exclude: { path: '[.]generated[.]json$' },
  },
};
