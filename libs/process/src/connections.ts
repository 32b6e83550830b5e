import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';
import { endIfEndless } from '#http/ends-at-once.js';

/** Milliseconds for which an idle connection may still deliver a request during a shutdown: one may be on its way. */
export const idleEndsMs = 500;

/** The connections of a server, each with its pending requests, so that they can be closed without cutting a request. */
export class Connections {
  private readonly underWay = new Map<Socket, Set<ServerResponse>>();
  private readonly allGone = Promise.withResolvers<void>();
  private isLeaving = false;
  private isClosing = false;
  private isEnding = false;

  constructor(private readonly server: Server) {
    server.on('connection', (socket) => this.opened(socket));
    // Registered before the framework's listener, which may answer at once.
    server.prependListener('request', (request, response) => this.asked(request, response));
  }

  /** From now on each answer asks its client to use another connection. */
  leave(): void {
    this.isLeaving = true;
    for (const responses of this.underWay.values()) responses.forEach(sayClose);
  }

  /**
   * Accepts no new connections, ends answers that have no end of their own, those that begin later too, and closes each
   * existing connection when nothing is pending on it. Resolves when all are closed.
   */
  async close(): Promise<void> {
    this.leave();
    // Node's own `close` ends idle connections at once, and loses requests that are on their way.
    NetServer.prototype.close.call(this.server, () => this.allGone.resolve());
    this.isClosing = true;
    for (const responses of this.underWay.values()) responses.forEach(endIfEndless);
    setTimeout(() => {
      this.isEnding = true;
      for (const socket of this.underWay.keys()) this.endIfIdle(socket);
    }, idleEndsMs).unref();
    await this.allGone.promise;
  }

  /** Closes every connection, whatever is pending. @returns how many requests this cuts. */
  cut(): number {
    const requests = [...this.underWay.values()].reduce((sum, { size }) => sum + size, 0);
    for (const socket of this.underWay.keys()) socket.destroy();
    return requests;
  }

  private opened(socket: Socket): void {
    this.underWay.set(socket, new Set());
    socket.once('close', () => this.underWay.delete(socket));
  }

  private asked({ socket }: IncomingMessage, response: ServerResponse): void {
    this.underWay.get(socket)?.add(response);
    if (this.isLeaving) sayClose(response);
    if (this.isClosing) endIfEndless(response);
    response.once('close', () => {
      this.underWay.get(socket)?.delete(response);
      if (this.isEnding) this.endIfIdle(socket);
    });
  }

  private endIfIdle(socket: Socket): void {
    if (this.underWay.get(socket)?.size === 0) socket.destroySoon();
  }
}

function sayClose(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('Connection', 'close');
}
