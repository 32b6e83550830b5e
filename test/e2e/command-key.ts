import { join } from 'node:path';
import { readKeyFile } from '#process/read-key-file.js';

/** The key with which the gateways of the system under test prove their commands. */
export const commandKey = (): Buffer => readKeyFile(join(process.env['E2E_DATA'] ?? '', 'keys', 'command-key'))[0];
