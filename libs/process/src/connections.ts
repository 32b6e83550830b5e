import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';

/** Milliseconds in which an idle connection may still bring a request, once no new ones are taken: it may be on its way. */
export const idleEndsMs = 500;

/** The connections of a server, each with its requests under way, so that it can be left without cutting one. */
export class Connections {
  private readonly underWay = new Map<Socket, Set<ServerResponse>>();
  private readonly allGone = Promise.withResolvers<void>();
  private isLeaving = false;
  private isEnding = false;

  constructor(private readonly server: Server) {
    server.on('connection', (socket) => this.opened(socket));
    // Before the framework answers: it may do so at once.
    server.prependListener('request', (request, response) => this.asked(request, response));
  }

  /** From now on each answer tells its client to take another connection. */
  leave(): void {
    this.isLeaving = true;
    for (const responses of this.underWay.values()) responses.forEach(sayClose);
  }

  /** Takes no new connections, and ends each one it has when nothing is under way. Resolves when all are gone. */
  async close(): Promise<void> {
    this.leave();
    // What http makes of it ends idle connections at once, and with them what is on its way.
    NetServer.prototype.close.call(this.server, () => this.allGone.resolve());
    setTimeout(() => {
      this.isEnding = true;
      for (const socket of this.underWay.keys()) this.endIfIdle(socket);
    }, idleEndsMs).unref();
    await this.allGone.promise;
  }

  /** Ends every connection, whatever is under way. @returns how many requests that cuts. */
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
