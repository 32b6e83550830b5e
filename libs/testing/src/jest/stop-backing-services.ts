import { rm } from 'node:fs/promises';

export default async function stopBackingServices(): Promise<void> {
  const { backingServices } = globalThis as unknown as {
    backingServices: { dataFolder: string; stop(): Promise<void> };
  };
  await backingServices.stop();
  await rm(backingServices.dataFolder, { recursive: true, force: true });
}
