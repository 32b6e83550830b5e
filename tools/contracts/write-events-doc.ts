import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventsDoc } from './events-doc.js';

const { file, wanted } = await eventsDoc(join(import.meta.dirname, '..', '..', '..'));
writeFileSync(file, wanted);
