/** Draws every dialog into docs/dialogs/. Run it after a change of a dialog: node test/dialogs/draw.ts */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { diagramPage } from './mermaid.ts';
import { subjects } from './subjects.ts';

const folder = join(import.meta.dirname, '../../docs/dialogs');
mkdirSync(folder, { recursive: true });
for (const { name, walk } of subjects) writeFileSync(join(folder, `${name}.md`), diagramPage(walk()));
