/** The pages that the sample's submissions link to, by address without query. Whatever else is asked for is not there. */
export const SAMPLE_WEB: Readonly<Record<string, string>> = {
  'https://ada-quill.example/notes/cold-starts': page('Cold starts, and how we lost them', 'Ada Quill'),
  'https://bo-hammer.example/await': page('Borrowing across an await point', 'Bo Hammer'),
  'https://linkers.example/for-fun': page('Writing a linker for fun', 'Linkers'),
  'https://tuning.example/hash-map': page('Tuning a hash map', 'Tuning'),
  'https://rivet.example/news/0-4': page('Rivet 0.4: named joints', 'Rivet'),
  'https://dov-tempered.example/allocator': page('An allocator from scratch', 'Dov Tempered'),
  'https://sheffield.example/': page('Rust Sheffield', 'Rust Sheffield'),
  'https://sheffield.example/steel-and-traits': page('Steel and traits', 'Rust Sheffield'),
  'https://forge-days.example/cfp': page('Call for papers', 'Forge Days'),
  'https://gwen-bellows.example/borrow-checking': page('Borrow checking, drawn by hand', 'Gwen Bellows'),
  'https://talks.example/anvil-keynote': page(
    'The anvil and the borrow checker',
    'Talks',
    '<meta property="og:type" content="video.other">',
  ),
  'https://smiths.example/': page('The Smiths of Rust', 'The Smiths of Rust'),
};

function page(title: string, site: string, more = ''): string {
  return `<!doctype html><html lang="en"><head><title>${title} | ${site}</title><meta property="og:site_name" content="${site}">${more}</head><body><h1>${title}</h1></body></html>`;
}
