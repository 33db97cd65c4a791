import { takeCoverage } from 'node:v8';
import { afterAll } from 'vitest';

// The process of a test file may be ended without being asked for its counts.
afterAll(() => takeCoverage());
