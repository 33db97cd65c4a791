import { FileForm, type InputFiles } from './input-list.ts';
import { hashName } from './seen-names.ts';

/** Pages taken of a folder, where it has so many: with fewer, no line stands on enough of them. */
const leastPerFolder = 16;

/**
 * Chooses pages in files of their own, evenly from each folder: of small folders all pages, of
 * others equally many, and where there are too many folders even for `leastPerFolder` pages of
 * each, folders at even distances. The same files give the same sample.
 *
 * @returns numbers of files, in rising order.
 */
export function sampleFiles(files: InputFiles, most: number): readonly number[] {
  const folders = [...pagesByFolder(files).values()];
  let total = 0;
  for (const pages of folders) total += pages.length;
  if (total <= most) return folders.flat().sort((one, other) => one - other);
  const mostFolders = Math.max(1, Math.floor(most / leastPerFolder));
  const chosen = evenly(folders, mostFolders);
  const quota = quotaFor(chosen, most);
  return chosen.flatMap((pages) => evenly(pages, quota)).sort((one, other) => one - other);
}

function pagesByFolder(files: InputFiles): Map<number, number[]> {
  const folders = new Map<number, number[]>();
  const hash = new Int32Array(2);
  for (let file = 0; file < files.count; file++) {
    if (files.form[file] !== FileForm.page) continue;
    const start = file === 0 ? 0 : files.pathEnd[file - 1]!;
    let end = files.pathEnd[file]!;
    while (end > start && files.paths[end - 1] !== slash) end--;
    hashName(files.paths, start, end, hash, 0);
    const pages = folders.get(hash[0]!);
    if (pages === undefined) folders.set(hash[0]!, [file]);
    else pages.push(file);
  }
  return folders;
}

const slash = 0x2f;

/** Most pages of a folder that may be taken so that all together stay within `most`. */
function quotaFor(folders: readonly (readonly number[])[], most: number): number {
  const sizes = folders.map((pages) => pages.length).sort((one, other) => one - other);
  let left = most;
  for (const [at, size] of sizes.entries()) {
    const share = Math.floor(left / (sizes.length - at));
    if (size > share) return Math.max(1, share);
    left -= size;
  }
  return sizes.at(-1) ?? 0;
}

function evenly<Item>(items: readonly Item[], most: number): readonly Item[] {
  if (items.length <= most) return items;
  return Array.from(
    { length: most },
    (_, taken) => items[Math.floor((taken * items.length) / most)]!,
  );
}
