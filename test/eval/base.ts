/** The other version that `npm run eval -- --against BASE` compares with: a kept file, a folder, or a git revision. */
import { execFile } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What `--save` kept, or the folders to train from with the code that is running. */
export type Base =
  | { readonly kind: 'kept'; readonly file: string }
  | { readonly kind: 'data'; readonly knowledge: string; readonly corpus: string };

/** BASE is nothing that could be compared with. */
export class BaseError extends Error {
  override readonly name = 'BaseError';
}

const KNOWLEDGE = 'knowledge';
const CORPUS = 'intents/corpus';

/** Finds BASE, gives it to `use`, and takes away what had to be unpacked for it. `root` is the working copy. */
export async function withBase<T>(base: string, root: string, use: (found: Base) => Promise<T>): Promise<T> {
  if (existsSync(base)) return use(statSync(base).isDirectory() ? ofFolder(base, root) : { kind: 'kept', file: base });
  const folder = await mkdtemp(join(tmpdir(), 'base-'));
  try {
    await unpack(base, root, folder);
    return await use(ofFolder(folder, root));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A whole project, or a knowledge folder alone, which is read with this project's corpus. */
function ofFolder(folder: string, root: string): Base {
  const [knowledge, corpus] = [join(folder, KNOWLEDGE), join(folder, CORPUS)];
  return { kind: 'data', knowledge: existsSync(knowledge) ? knowledge : folder, corpus: existsSync(corpus) ? corpus : join(root, CORPUS) };
}

async function unpack(revision: string, root: string, folder: string): Promise<void> {
  const archive = join(folder, 'base.tar');
  try {
    await run('git', ['-C', root, 'archive', '--format=tar', `--output=${archive}`, '--end-of-options', revision, KNOWLEDGE, CORPUS]);
  } catch (error) {
    throw new BaseError(`"${revision}" is neither a file that --save wrote, nor a folder, nor a git revision that has ${KNOWLEDGE}/ and ${CORPUS}/.`, { cause: error });
  }
  await run('tar', ['-xf', archive, '-C', folder]);
}
