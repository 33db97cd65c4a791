import type { LanguagePack } from './pack.ts';
import { arabic } from './ar.ts';
import { bengali } from './bn.ts';
import { sorani } from './ckb.ts';
import { czech } from './cs.ts';
import { danish } from './da.ts';
import { german } from './de.ts';
import { greek } from './el.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { persian } from './fa.ts';
import { french } from './fr.ts';
import { hebrew } from './he.ts';
import { hindi } from './hi.ts';
import { indonesian } from './id.ts';
import { italian } from './it.ts';
import { japanese } from './ja.ts';
import { korean } from './ko.ts';
import { kurmanji } from './ku.ts';
import { norwegian } from './nb.ts';
import { dutch } from './nl.ts';
import { polish } from './pl.ts';
import { pashto } from './ps.ts';
import { portuguese } from './pt.ts';
import { russian } from './ru.ts';
import { swedish } from './sv.ts';
import { thai } from './th.ts';
import { turkish } from './tr.ts';
import { ukrainian } from './uk.ts';
import { urdu } from './ur.ts';
import { vietnamese } from './vi.ts';
import { chinese } from './zh.ts';

/** The packs that ghirbal brings, the Arabic-script ones first. */
export const languagePacks: readonly LanguagePack[] = [
  arabic,
  persian,
  urdu,
  sorani,
  kurmanji,
  pashto,
  hebrew,
  english,
  german,
  french,
  spanish,
  portuguese,
  italian,
  dutch,
  russian,
  ukrainian,
  polish,
  turkish,
  indonesian,
  hindi,
  bengali,
  chinese,
  japanese,
  korean,
  thai,
  swedish,
  norwegian,
  danish,
  czech,
  greek,
  vietnamese,
];
