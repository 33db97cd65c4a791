import type { ChalkInstance } from 'chalk';
import { PagePreparer, type PreparedPage } from '../prepare-page.ts';
import { JsonBytes } from '../run/json-bytes.ts';
import { readKnowledge } from '../run/read-knowledge.ts';
import { partsBytes, writeSplit } from '../run/record-json.ts';
import { type BlockKind, reasons } from '../split/block.ts';
import type { World } from './main.ts';
import { readPage } from './read-page.ts';
import { readSettings } from './read-settings.ts';
import { coloursFor, isColoured, isolated, printable } from './terminal.ts';
import { fitted } from './text-width.ts';

/** `ghirbal explain`: a page line by line, with what each line was taken for and why. */
export async function explain(
  file: string,
  options: Record<string, unknown>,
  world: World,
): Promise<void> {
  const { settings, manners } = readSettings(options, world.env);
  const page = await readPage(file, settings.encoding, world);
  const prepared = new PagePreparer(settings, readKnowledge(settings)).prepare(page);
  if (manners.json) {
    const json = new JsonBytes();
    writeSplit(json, prepared);
    world.stdout.write(json.bytes.subarray(partsBytes));
    return;
  }
  const colours = coloursFor(isColoured(world.stdout, manners.color, world.env));
  const width = world.stdout.isTTY ? world.stdout.columns : 100;
  world.stdout.write(`${explainedLines(prepared, colours, width).join('\n')}\n`);
}

type Paint = (text: string) => string;

function paintOf(kind: BlockKind, colours: ChalkInstance): Paint {
  const paints: Readonly<Record<BlockKind, Paint>> = {
    body: colours.green,
    title: colours.bold.green,
    related: colours.yellow,
    tags: colours.magenta,
    furniture: colours.gray,
    embedded: colours.cyan,
  };
  return paints[kind];
}

const numberWidth = 5;
const kindWidth = 22;
/** Room for text on a narrow terminal. */
const leastTextWidth = 20;

/** The page's lines but blank ones, each with its number, kind, role and text; reasons once a block. */
export function explainedLines(
  { blocks, page }: PreparedPage,
  colours: ChalkInstance,
  width: number,
): readonly string[] {
  const decoder = new TextDecoder();
  const room = Math.max(leastTextWidth, width - numberWidth - kindWidth - 3);
  const lines: string[] = [];
  for (const block of blocks) {
    const paint = paintOf(block.kind, colours);
    const name = block.role === null ? block.kind : `${block.kind}/${block.role}`;
    const sure = `${Math.round(block.confidence * 100)} %`;
    lines.push(
      colours.dim(`${' '.repeat(numberWidth + 1)}${name}: ${reasons[block.reason]} (${sure})`),
    );
    for (let line = block.startLine; line <= block.endLine; line++) {
      const bytes = page.bytes.subarray(page.lineStart[line - 1], page.lineEnd[line - 1]);
      const text = decoder.decode(bytes).trim();
      // Blank lines show by the numbers that are left out.
      if (text === '') continue;
      const left = `${String(line).padStart(numberWidth)} ${paint(name.padEnd(kindWidth))}`;
      lines.push(`${left} ${paint(isolated(fitted(printable(text), room)))}`);
    }
  }
  return lines;
}
