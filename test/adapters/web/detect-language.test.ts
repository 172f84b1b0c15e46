import { afterAll, expect, test } from '@jest/globals';
import { createLanguageDetector } from '../../../src/adapters/web/detect-language.ts';

const detector = createLanguageDetector();
afterAll(async () => detector.close());

test.each([
  ['Wie wir unseren Übersetzer in Rust neu geschrieben haben', 'de'],
  ['Comment nous avons réécrit notre compilateur en Rust', 'fr'],
  ['我们如何用 Rust 重写编译器的经验总结', 'zh'],
  ['How we rewrote our compiler from scratch over the summer', 'en'],
  ['Rust 1.94', undefined],
  ['', undefined],
])('“%s” is %s', async (text, language) => {
  expect(await detector.detect(text)).toBe(language);
});

test('it starts anew after it was closed', async () => {
  await detector.close();
  expect(await detector.detect('Wie wir unseren Übersetzer in Rust neu geschrieben haben')).toBe('de');
});
