import { fastify, type FastifyInstance } from 'fastify';
import { tellClientAddress } from '#http/client-address.js';
import { ProgressWaiter } from '#projection/wait-for-versions.js';
import { eventually } from '#testing/eventually.js';
import { EventStream } from '#testing/event-stream.js';
import type { TestDatabase } from '#testing/postgres.js';
import { ArticleStreams } from './article-streams.js';
import { leftOff } from './left-off.js';
import { LiveStreams } from './live-streams.js';
import { ReplyStreams } from './reply-streams.js';

const set = 'read_v1';

/** A gateway's streams over a database, as one process has them. */
export class GatewayAtHand {
  private constructor(
    private readonly server: FastifyInstance,
    private readonly parts: { close(): unknown }[],
    readonly url: string,
  ) {}

  static async start({ pool, url }: TestDatabase): Promise<GatewayAtHand> {
    const progress = new ProgressWaiter(pool, url, set);
    const streams = new LiveStreams();
    const [articles, replies] = [
      new ArticleStreams({ streams, lookUps: pool, pool }),
      new ReplyStreams({ streams, lookUps: pool, pool }),
    ];
    for (const each of [articles, replies]) progress.onNews(() => each.wake());
    progress.start();
    await eventually(() => progress.isListening, { what: 'the connection that listens' });
    const server = fastify({ forceCloseConnections: true });
    tellClientAddress(server, []);
    type Params = { Params: { id: string } };
    server.get<Params>('/articles/:id', (request, reply) => articles.open(reply, request.params.id, leftOff(request)));
    server.get<Params>('/people/:id', (request, reply) => replies.open(reply, request.params.id, leftOff(request)));
    const at = await server.listen({ host: '127.0.0.1', port: 0 });
    return new GatewayAtHand(server, [articles, replies, streams, progress], at);
  }

  /** @param lastId as a browser sends it; @param asked in the query */
  follow(path: string, lastId?: string, asked = ''): Promise<EventStream> {
    return EventStream.open(`${this.url}${path}${asked}`, lastId === undefined ? {} : { 'last-event-id': lastId });
  }

  async stop(): Promise<void> {
    for (const each of this.parts) await each.close();
    await this.server.close();
  }
}
