/**
 * ghirbal as a library: `split` and `fold` read one text, `dedupe` compares many, `clean` does a
 * whole run over files. `split`, `fold` and `dedupe` are pure and use nothing of Node.
 */
export {
  split,
  splitter,
  type SplitOptions,
  type SplitText,
  type TextBlock,
} from './split/split.ts';
export { ProfileError, readProfile } from './split/profile.ts';
export type { SiteLineColumns } from './split/site-lines.ts';
export type { Leaning } from './split/splitter.ts';
export {
  blockKinds,
  blockRoles,
  reasons,
  type Block,
  type BlockKind,
  type BlockRole,
  type Reason,
} from './split/block.ts';
export type { EmbeddedText } from './split/fields.ts';
export { fold } from './text/fold.ts';
export {
  dedupe,
  type Deduped,
  type DedupeOptions,
  type Document,
  type Removal,
} from './dedupe/dedupe.ts';
export { clean, type CleanOptions } from './run/clean.ts';
export type { Article, Metadata } from './prepare-page.ts';
export type { Report } from './report/report.ts';
export { defaultSettings, resolveSettings, type Settings } from './settings.ts';
export { languagePacks } from './language/index.ts';
export { checkPack, PackError } from './language/check-pack.ts';
export type { LanguagePack } from './language/pack.ts';
export {
  AccountingError,
  GhirbalError,
  InputError,
  OutputError,
  UsageError,
  type Problem,
  type ProblemCode,
} from './errors.ts';
