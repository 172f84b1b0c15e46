import { MAX_JSON, MAX_SAMPLE, MAX_VALUE } from './page-limits.ts';

/** Elements whose text nobody reads. */
const SILENT = new Set(['script', 'style', 'noscript', 'template', 'svg', 'nav', 'footer', 'textarea', 'iframe']);

/** The texts of a page, sorted by where they stand, each up to its bound. */
export interface TextCollector {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close: (name: string) => void;
  readonly add: (text: string) => void;
  readonly texts: CollectedTexts;
}

export interface CollectedTexts {
  title: string;
  heading: string;
  sample: string;
  /** Characters. */
  words: number;
  code: number;
  readonly blocks: string[];
}

interface Depths {
  silent: number;
  code: number;
  title: number;
  heading: number;
  json: boolean;
  /** The first title and the first heading count. */
  hasTitle: boolean;
  hasHeading: boolean;
}

/**
 * Is told of elements and texts in the order of the page, each `close` after its `open`; `texts` is at any time what was read
 * so far. Never throws.
 */
export function createTextCollector(): TextCollector {
  const texts: CollectedTexts = { title: '', heading: '', sample: '', words: 0, code: 0, blocks: [] };
  const at: Depths = {
    silent: 0,
    code: 0,
    title: 0,
    heading: 0,
    json: false,
    hasTitle: false,
    hasHeading: false,
  };
  return {
    texts,
    open: (name, attributes) => {
      texts.sample = append(texts.sample, ' ', MAX_SAMPLE);
      open(name, attributes, at, texts);
    },
    close: (name) => {
      texts.sample = append(texts.sample, ' ', MAX_SAMPLE);
      close(name, at, texts);
    },
    add: (text) => add(text, at, texts),
  };
}

function open(name: string, { type }: Readonly<Record<string, string>>, at: Depths, texts: CollectedTexts): void {
  if (name === 'script' && type?.trim().toLowerCase() === 'application/ld+json' && texts.blocks.length < 20) {
    at.json = true;
    texts.blocks.push('');
  }
  if (SILENT.has(name)) at.silent += 1;
  if (name === 'pre' || name === 'code') at.code += 1;
  // A drawing has a title, too.
  if (name === 'title' && at.silent === 0 && !at.hasTitle) at.title += 1;
  if (name === 'h1' && !at.hasHeading) at.heading += 1;
}

function close(name: string, at: Depths, texts: CollectedTexts): void {
  if (name === 'script') at.json = false;
  if (SILENT.has(name)) at.silent -= 1;
  if (name === 'pre' || name === 'code') at.code -= 1;
  if (name === 'title' && at.title > 0) {
    at.title = 0;
    at.hasTitle = texts.title.trim() !== '';
  }
  if (name === 'h1' && at.heading > 0) {
    at.heading = 0;
    at.hasHeading = texts.heading.trim() !== '';
  }
}

function add(text: string, at: Depths, texts: CollectedTexts): void {
  if (at.json) {
    const block = texts.blocks.pop() ?? '';
    // One character more than what is looked at marks it as too long.
    texts.blocks.push(block.length <= MAX_JSON ? block + text.slice(0, MAX_JSON + 1) : block);
    return;
  }
  if (at.title > 0) texts.title = append(texts.title, text, MAX_VALUE * 4);
  if (at.silent > 0 || at.title > 0) return;
  if (at.heading > 0) texts.heading = append(texts.heading, text, MAX_VALUE * 4);
  const { length } = text.trim();
  texts.words += length;
  if (at.code > 0) texts.code += length;
  else texts.sample = append(texts.sample, text, MAX_SAMPLE);
}

function append(text: string, more: string, most: number): string {
  // A page may be nothing but blanks and tags.
  if (more.trim() === '' && /^$|\s$/.test(text.slice(-1))) return text;
  return text.length >= most ? text : text + more.slice(0, most - text.length);
}
