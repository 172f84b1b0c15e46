// How titles of merged pull requests are worded in the newsletter.
import { expect, test } from '@jest/globals';
import { defaultUpdates } from '../../../src/config/default-updates.ts';
import { rewriteTitle } from '../../../src/sections/updates/rewrite-title.ts';
import { MUCH_WORK, measureWork } from '../../support/measure-work.ts';

function rewrite(name: string, title: string, heading?: string): string {
  const repository = defaultUpdates.repositories.find((one) => one.repository === `rust-lang/${name}`);
  if (repository === undefined) throw new Error(`no repository ${name}`);
  return rewriteTitle(title, { titles: defaultUpdates.titles, repository, heading: heading ?? repository.heading });
}

test.each([
  ['rust', 'Speed up  target feature computation.', 'speed up target feature computation'],
  ['rust', 'TaskDeps improvements', 'TaskDeps improvements'],
  ['rust', 'Stabilize const_slice_flatten', 'stabilize `const_slice_flatten`'],
  ['rust', 'core: Add `BorrowedCursor`', 'core: add `BorrowedCursor`'],
  ['rust', 'Allow `extern "C" fn() -> !`', 'allow `extern "C" fn() → !`'],
  ['rust', 'Turn tuple<->struct where n>=2, and a-->b', 'turn tuple<->struct where n≥2, and a-->b'],
  ['rust', 'Demote x86_64-apple-darwin to Tier 2', 'demote `x86_64-apple-darwin` to Tier 2'],
  ['rust', 'Let it pass #[track_caller] to format_args!()', 'let it pass `#[track_caller]` to `format_args!()`'],
  ['rust', 'Fix NonZero<char> (ab_c), foo::bar.', 'fix `NonZero<char>` (`ab_c`), `foo::bar`'],
  ['rust-analyzer', 'fix: Fix closure return', 'fix closure return'],
  ['rust-analyzer', 'internal: Port to new Salsa', 'port to new Salsa'],
  ['rust-analyzer', 'feat: Include enum variants of `Foo` struct', 'include `enum` variants of `Foo struct`'],
  ['rust-clippy', 'Fix `x` FP, and FNs', 'fix `x` false positive, and false negatives'],
  ['rust-clippy', '[`manual_flatten`]: fix it', '`manual_flatten`: fix it'],
  ['rust-clippy', 'Fix `unwrap` twice (#14763)', 'fix `unwrap` twice'],
  ['rust', 'Stabilize async closures (RFC 3668)', 'stabilize async closures'],
  ['rust', 'Stabilize it (in RFC 3668)', 'stabilize it (in RFC 3668)'],
  ['rust-analyzer', 'Fix #19071: Ensure the `hash` serializes', 'ensure the `hash` serializes'],
  ['rust-clippy', 'Fix `cast_lossless` should not suggest', '`cast_lossless` should not suggest'],
  ['rust-clippy', "fix: `let_it` don't eat parens", "`let_it`: don't eat parens"],
  ['rust-clippy', "Fix `let_it` so that it doesn't eat", "fix `let_it` so that it doesn't eat"],
  ['cargo', 'fix(toml): Remove workaround', '`toml`: Remove workaround'],
  ['cargo', 'feat!: add -Zfix-edition', 'add `-Zfix-edition`'],
  ['rust-clippy', 'Fix [`needless_return`] false negative', 'fix `needless_return` false negative'],
  ['rust', 'CFI: Support provided methods', 'CFI: support provided methods'],
  ['rust', 'std: uefi: Add variables', 'std: uefi: add variables'],
  ['rust', '[AIX] expect it', 'AIX: expect it'],
  ['rust', '[PERF] Cache it', 'perf: Cache it'],
  ['rust', 'Box::into_raw: tell Miri', '`Box::into_raw`: tell Miri'],
  ['rust', 'Fix {to,from}_bits and A::nth_{a,b}', 'fix `{to,from}_bits` and `A::nth_{a,b}`'],
  ['rust', 'Add ((un)checked_)exact_div (in a_{b, c})', 'add `((un)checked_)exact_div` (in a_{b, c})'],
  ['rust', 'Stabilize \'file_lock\', "a_b"', 'stabilize `\'file_lock\'`, `"a_b"`'],
  ['rust', 'interpret/write_it: mend x_y/z', '`interpret/write_it`: mend `x_y/z`'],
  ['rust', 'Drop a_b`x` and `y`_c, d_e', 'drop a_b`x` and `y`_c, `d_e`'],
  ['miri', 'Use fewer allocations', 'miri: use fewer allocations'],
  ['miri', 'Miri: use fewer', 'miri: use fewer'],
])('%s: %s', (repository, title, expected) => {
  expect(rewrite(repository, title)).toBe(expected);
});

test('a title need not repeat its sub-heading', () => {
  expect(rewrite('rust', 'rustdoc: hide items', 'Rustdoc')).toBe('hide items');
  expect(rewrite('rust', 'rustdoc: hide items', 'Compiler')).toBe('rustdoc: hide items');
});

test('a title of hostile length is rewritten at once', () => {
  const long = `${'a_('.repeat(3000)}${'`'.repeat(3001)}${'<a'.repeat(3000)}${'#['.repeat(3000)}`;
  expect(measureWork(() => rewrite('rust', long))).toBeLessThan(MUCH_WORK);
});
