import { runGit } from './run-git.ts';

export interface CommitOrder {
  readonly branch: string;
  readonly parents: readonly string[];
  readonly author: { readonly name: string; readonly email: string };
  readonly date: Date;
  readonly message: string;
  /** New texts by path; null removes the file. */
  readonly files: Readonly<Record<string, string | null>>;
}

/** Makes one commit on a branch with one git process; returns its sha. */
export async function commitFiles(folder: string, order: CommitOrder): Promise<string> {
  const { name, email } = order.author;
  const seconds = Math.floor(order.date.getTime() / 1000);
  const signature = `${name.replace(/[<>\n]/g, ' ')} <${email.replace(/[<>\n]/g, '')}> ${seconds} +0000`;
  const [first, ...others] = order.parents;
  const input = [
    `commit refs/heads/${order.branch}\nmark :1\nauthor ${signature}\ncommitter ${signature}\n`,
    dataOf(order.message),
    ...(first === undefined ? [] : [`from ${first}\n`]),
    ...others.map((parent) => `merge ${parent}\n`),
    ...Object.entries(order.files).map(([path, text]) =>
      text === null ? `D ${quote(path)}\n` : `M 100644 inline ${quote(path)}\n${dataOf(text)}`,
    ),
    '\nget-mark :1\n',
  ];
  return (await runGit(folder, ['fast-import', '--quiet', '--force'], { input: input.join('') })).toString().trim();
}

function dataOf(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}

function quote(path: string): string {
  return `"${path.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
}
