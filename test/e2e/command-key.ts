import { join } from 'node:path';
import { readKeyFile } from '#process/read-key-file.js';

/** The key by which the gateways of the system under test prove that they give a command. */
export const commandKey = (): Buffer => readKeyFile(join(process.env['E2E_DATA'] ?? '', 'keys', 'command-key'))[0];
