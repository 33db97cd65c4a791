import { readFileSync, statSync } from 'node:fs';
import { systemReason, UsageError } from '../errors.ts';
import { checkPack, PackError } from '../language/check-pack.ts';
import type { LanguagePack } from '../language/pack.ts';
import type { SplitSettings } from '../settings.ts';
import { mostOwnLanguages } from '../split/own-packs.ts';
import { ProfileError, readProfile } from '../split/profile.ts';
import type { SiteLineColumns } from '../split/site-lines.ts';
import type { SplitKnowledge } from '../split/split-tools.ts';

/**
 * Reads what the splitter is told to go by: a profile, and language packs.
 *
 * @throws UsageError naming the file that cannot be used, with all that is wrong with it.
 */
export function readKnowledge({ precision, recall, profile, pack }: SplitSettings): SplitKnowledge {
  const packs = pack.map(readPack);
  const languages = new Set(packs.map(({ code }) => code)).size;
  if (languages > mostOwnLanguages()) {
    throw new UsageError(`at most ${mostOwnLanguages()} language packs, not ${languages}`);
  }
  return {
    leaning: precision ? 'precision' : recall ? 'recall' : 'balanced',
    packs,
    siteLines: profile === '' ? null : readProfileFile(profile),
  };
}

function readPack(path: string): LanguagePack {
  const text = contentOf(path, 'language pack');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UsageError(
      `language pack ${JSON.stringify(path)} is not JSON: ${systemReason(error)}`,
      {
        cause: error,
      },
    );
  }
  try {
    return checkPack(value);
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    const faults = error.complaints.slice(0, mostFaults).join('; ');
    const more = error.complaints.length - mostFaults;
    throw new UsageError(
      `language pack ${JSON.stringify(path)}: ${faults}${more > 0 ? `; and ${more} more` : ''}`,
      { hint: 'The README shows a pack.', cause: error },
    );
  }
}

const byteOrderMark = /^\uFEFF/u;

/** Faults of a pack that are shown: a wrong form gives one for each phrase. */
const mostFaults = 8;

function readProfileFile(path: string): SiteLineColumns {
  const text = contentOf(path, 'profile');
  try {
    return readProfile(text);
  } catch (error) {
    if (!(error instanceof ProfileError)) throw error;
    throw new UsageError(`profile ${JSON.stringify(path)} ${error.message}`, {
      hint: 'Make it again with ghirbal learn.',
      cause: error,
    });
  }
}

/** Bytes of the largest file that is read: a profile has at most 2 MB, a pack some kilobytes. */
const mostBytes = 2 ** 26;

/** The text of a file, without its byte order mark. A device that never ends is not begun. */
function contentOf(path: string, what: string): string {
  try {
    const status = statSync(path);
    if (!status.isFile() && !status.isFIFO()) throw new Error('it is no file');
    if (status.size > mostBytes) throw new Error(`it is larger than ${mostBytes / 2 ** 20} MiB`);
    return readFileSync(path, 'utf8').replace(byteOrderMark, '');
  } catch (error) {
    throw new UsageError(`${what} ${JSON.stringify(path)}: ${systemReason(error)}`, {
      cause: error,
    });
  }
}
