import { ImageName, type ContainerRuntimeClient } from 'testcontainers';
import { withTimeout } from '#process/with-timeout.js';
import { findEngine } from './engine.js';
import { images } from './images.js';

/** Milliseconds in which a missing image must be pulled. */
const pulledWithinMs = 300_000;

/** Pulls missing images. @returns why no test can run in containers; undefined if they can. */
export async function whyNoContainers(): Promise<string | undefined> {
  try {
    const engine = await findEngine();
    await Promise.all(Object.values(images).map((image) => have(engine, image)));
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

async function have({ image }: ContainerRuntimeClient, wanted: string): Promise<void> {
  const name = ImageName.fromString(wanted);
  try {
    await withTimeout(image.pull(name), pulledWithinMs, 'its download');
    // An interrupted download ends like a finished one.
    if (await image.exists(name)) return;
  } catch (error) {
    throw new Error(`the image ${wanted} cannot be had: ${(error as Error).message}`, { cause: error });
  }
  throw new Error(`the image ${wanted} cannot be had`);
}
