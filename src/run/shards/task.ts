import { createHash } from 'node:crypto';
import type { StepName } from './stages.ts';

/** One task of a step. */
export interface Task {
  readonly step: StepName;
  /** Counted from 0. */
  readonly number: number;
}

/** What a finished task says of itself. Holds no time and no place: a task done again says the same. */
export interface Manifest {
  readonly workVersion: number;
  readonly ghirbal: string;
  readonly step: StepName;
  readonly task: number;
  readonly tasks: number;
  /** SHA-256 of `plan.json`, which holds all settings. */
  readonly plan: string;
  /** SHA-256 of the manifest of every task whose files were used. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly counts: Readonly<Record<string, number>>;
  readonly files: Readonly<Record<string, { readonly bytes: number; readonly sha256: string }>>;
}

/** Path of a task's folder below the work folder: `sign/00003`. */
export function taskName({ step, number }: Task): string {
  return `${step}/${String(number).padStart(5, '0')}`;
}

/** Name of one of a step's files that are made for a task of a later step: `rows.7`. */
export function fileFor(name: string, task: number): string {
  return `${name}.${task}`;
}

/** Checksum of bytes, as manifests hold it. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
