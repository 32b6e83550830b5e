import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Fault } from '#tools/stack/fault.js';
import { sentence } from '#tools/terminal/sentence.js';
import { z } from 'zod';
import type { Admin } from './gateway-client.js';

const AdminFile = z.object({ email: z.string(), password: z.string() });
const otherwise = 'name the data folder of the copy with --data FOLDER (or BROADSIDE_DATA)';

/** The admin's password as `npm start` stores it. @throws Fault if the file is missing or cannot be read. */
export function readAdminFile(dataFolder: string): Admin {
  const file = join(resolve(dataFolder), 'admin.json');
  try {
    return AdminFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new Fault(`${whyNot(dataFolder, file, error as NodeJS.ErrnoException)}: ${otherwise}.`);
  }
}

function whyNot(dataFolder: string, file: string, { code }: NodeJS.ErrnoException): string {
  const folder = resolve(dataFolder);
  if (!existsSync(folder)) return sentence`There is no data folder ${folder}, from which the admin's password is read`;
  if (code === 'ENOENT')
    return sentence`The data folder ${folder} has no admin.json, from which the admin's password is read`;
  if (code === 'EACCES') return sentence`The admin's password in ${file} may not be read by this user`;
  return sentence`The admin's password cannot be read from ${file}`;
}
