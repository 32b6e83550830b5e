import type { Socket } from 'node:net';

/** Milliseconds for which what a client still sends is read and thrown away, after the last answer on its connection. */
export const lingerMs = 2_000;

/** Bytes that are thrown away at most. */
export const lingerBytes = 8 * 1024 * 1024;

const lookEveryMs = 50;
const lingering = new WeakSet<Socket>();

/**
 * Ends a connection after what was written last, while the client may still be sending. Closed at once, the kernel answers
 * what comes next with a reset, and the client may lose the answer with it (RFC 9112, 9.6). So our side is ended first, and
 * the rest is thrown away for a while.
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
