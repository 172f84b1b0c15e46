import { expect, test } from '@jest/globals';
import { getSite } from '../../src/archive/site.ts';

test.each([
  ['https://www.ada.example/moon', 'ada.example'],
  ['http://ada.example:80', 'ada.example'],
  ['HTTPS://Ada.example/', 'ada.example'],
  ['https://blog.ada.example/moon?x=1#y', 'blog.ada.example'],
  ['https://ada.example:8080/moon', 'ada.example:8080'],
  ['https://github.com/Ada/moon/releases', 'github.com/ada'],
  ['https://github.com', 'github.com'],
  ['https://dev.to/ada/moon-1abc', 'dev.to/ada'],
  ['https://medium.com/@Ada/moon', 'medium.com/@ada'],
  ['https://tilde.example/~ada/moon', 'tilde.example/~ada'],
  ['https://youtu.be/abcdefghijk', 'youtube.com'],
  ['https://youtube.com/@ada', 'youtube.com/@ada'],
  ['mailto:ada@ada.example', ''],
  ['ada.example/moon', ''],
  ['https://', ''],
])('%s is a page of %s', (address, site) => {
  expect(getSite(address)).toBe(site);
});
