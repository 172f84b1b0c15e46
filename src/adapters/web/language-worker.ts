import { parentPort } from 'node:worker_threads';
import { eld } from 'eld/small';

/** Fewer words say too little. */
const ENOUGH_WORDS = 3;

function detect(text: string): string | undefined {
  const words = text.match(/\p{L}{3,}|\p{Script=Han}{2}|[\p{Script=Hiragana}\p{Script=Katakana}]{2}/gu) ?? [];
  const result = eld.detect(text);
  return words.length >= ENOUGH_WORDS && result.isReliable() ? result.language : undefined;
}

const port = parentPort;
port?.on('message', (text: string) => port.postMessage(detect(text)));
