import type { TestServices } from '../backing/test-services.js';

export default async function stopBackingServices(): Promise<void> {
  await (globalThis as unknown as { testServices: TestServices }).testServices.stop();
}
