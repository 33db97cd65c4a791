export { split, type SplitText, type TextBlock } from './split/split.ts';
export { fold } from './text/fold.ts';
export { languagePacks } from './language/index.ts';
