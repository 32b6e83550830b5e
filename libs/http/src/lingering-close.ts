import type { Socket } from 'node:net';

/** Milliseconds for which data that a client still sends is read and discarded, after the last answer on its connection. */
export const lingerMs = 2_000;

/** Upper bound of the bytes that are discarded. */
export const lingerBytes = 8 * 1024 * 1024;

const lookEveryMs = 50;
const lingering = new WeakSet<Socket>();

/**
 * Closes a connection whose client may still be sending. If it were closed at once, the kernel would answer further data
 * with a reset, and the client might lose the answer (RFC 9112, 9.6). So our side is closed first, and further data is
 * discarded for a while.
 */
export function lingeringClose(socket: Socket): void {
  if (lingering.has(socket)) return;
  lingering.add(socket);
  const until = performance.now() + lingerMs;
  const most = socket.bytesRead + lingerBytes;
  socket.end();
  socket.resume();
  const look = setInterval(() => {
    if (performance.now() > until || socket.bytesRead > most) socket.destroy();
  }, lookEveryMs);
  socket.once('close', () => clearInterval(look));
}

export const isLingering = (socket: Socket): boolean => lingering.has(socket);
