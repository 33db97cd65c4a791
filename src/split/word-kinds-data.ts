// Written by src/build/train-splitter.ts; see word-kinds.ts for what it means.
import type { PackedWordKinds } from './word-kinds.ts';

/* prettier-ignore */
export const packedWordKinds: PackedWordKinds = {"words":{"keys":"","odds":""},"lines":{"keys":"","odds":""}};
