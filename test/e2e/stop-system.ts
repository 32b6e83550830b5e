import { rm } from 'node:fs/promises';

export default async function stopSystemOfTests(): Promise<void> {
  const { system } = globalThis as unknown as { system: { dataFolder: string; stop(): Promise<void> } };
  await system.stop();
  if (process.env['KEEP_E2E_DATA'] === undefined) await rm(system.dataFolder, { recursive: true, force: true });
}
