import { existsSync, readFileSync } from 'node:fs';
import { systemReason, UsageError } from '../errors.ts';
import { resolveSettings, type Settings, settingNames } from '../settings.ts';
import { similarName } from './similar-name.ts';
import { printable } from './terminal.ts';
import { defaultManners, mannerRows, type Manners, settingRows } from './options.ts';

const usualConfig = 'ghirbal.config.json';

const variablePrefix = 'GHIRBAL_';

type Given = Record<string, unknown>;

/** What a command line comes to. */
export interface Choices {
  readonly settings: Settings;
  readonly manners: Manners;
}

/**
 * Puts together what was asked for: options, then `GHIRBAL_*` variables, then the config file,
 * then the defaults.
 *
 * @param options - values of the options that were given on the command line.
 * @throws UsageError naming everything that cannot be used.
 */
export function readSettings(options: Given, environment: NodeJS.ProcessEnv): Choices {
  const fromEnvironment = variables(environment);
  const named = options['config'] ?? fromEnvironment['config'] ?? '';
  const given: Given = {
    ...configFile(typeof named === 'string' ? named : ''),
    ...fromEnvironment,
    ...options,
  };
  refuseIdle(options);
  const manners: Given = { ...defaultManners };
  const settings: Given = {};
  for (const [name, value] of Object.entries(given)) {
    if (Object.hasOwn(mannerRows, name)) manners[name] = value;
    else settings[name] = value;
  }
  checkManners(manners);
  return { settings: resolveSettings(settings), manners: manners as unknown as Manners };
}

/** Options about near-duplicates, which have nothing to do without them. */
const aboutDuplicates = ['threshold', 'containment', 'maxLost', 'keep'] as const;

/** Whoever names both on one command line is mistaken in one; config files and variables are for many runs. */
function refuseIdle(options: Given): void {
  const idle = aboutDuplicates.filter((name) => Object.hasOwn(options, name));
  if (options['dedupe'] !== false || idle.length === 0) return;
  const flags = idle.map((name) => settingRows[name].flags.replace(/^-\w, | <.*/gu, ''));
  throw new UsageError(`--no-dedupe leaves nothing to do for ${flags.join(' and ')}`);
}

/** Name of the environment variable of a setting: `maxLost` is `GHIRBAL_MAX_LOST`. */
export function variableName(name: string): string {
  return `${variablePrefix}${name.replace(/[A-Z]/gu, (letter) => `_${letter}`).toUpperCase()}`;
}

/** What to say of each variable that is named like a setting and is none, in order of names. */
export function complaintsOfVariables(environment: NodeJS.ProcessEnv): readonly string[] {
  const known = Object.keys({ ...settingRows, ...mannerRows }).map(variableName);
  return Object.keys(environment)
    .filter((name) => name.startsWith(variablePrefix) && !known.includes(name))
    .sort()
    .map((name) => {
      // What is an option with `--no-` is a variable that says no.
      const meant = similarName(name, known) ?? similarName(name.replace('_NO_', '_'), known);
      const next = meant === null ? '' : `; did you mean ${meant}?`;
      return `no setting has the variable ${printable(name)}: ignored${next}`;
    });
}

function variables(environment: NodeJS.ProcessEnv): Given {
  const given: Given = {};
  for (const [name, row] of Object.entries({ ...settingRows, ...mannerRows })) {
    const text = environment[variableName(name)];
    if (text === undefined || text === '') continue;
    if (!row.flags.includes('<')) given[name] = truth(text);
    else if (row.parse === undefined) given[name] = text;
    else given[name] = row.parse(text, undefined);
  }
  return given;
}

function truth(text: string): unknown {
  if (['1', 'true', 'yes', 'on'].includes(text.toLowerCase())) return true;
  if (['0', 'false', 'no', 'off'].includes(text.toLowerCase())) return false;
  return text;
}

function configFile(named: string): Given {
  const path = named === '' ? usualConfig : named;
  if (named === '' && !existsSync(path)) return {};
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new UsageError(`config file ${JSON.stringify(path)}: ${systemReason(error)}`, {
      cause: error,
    });
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw new UsageError(`config file ${JSON.stringify(path)} must hold one JSON object`, {
      hint: `Its fields are settings, such as {"${settingNames[0]}": "out"}.`,
    });
  }
  return parsed as Given;
}

function checkManners(manners: Given): void {
  for (const [name, fallback] of Object.entries(defaultManners)) {
    const value = manners[name];
    const choices = mannerRows[name as keyof Manners].choices;
    if (typeof value !== typeof fallback || (choices && !choices.includes(value as string))) {
      const wanted = choices
        ? choices.join(' or ')
        : typeof fallback === 'boolean'
          ? 'true or false'
          : 'text';
      throw new UsageError(`${name} must be ${wanted}, not ${JSON.stringify(value)}`);
    }
  }
}
