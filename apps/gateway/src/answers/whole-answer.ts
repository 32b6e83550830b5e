import type { FastifyReply } from 'fastify';
import type { Readable } from 'node:stream';

interface Answer<Json> {
  json: Json;
  /** The Link header, if it has one. */
  link?: string | undefined;
}

/** An answer that is held whole in memory. */
export type WholeAnswer = Answer<Buffer>;

/**
 * Begins an answer that is too large to be held whole. Each of several clients with the same request may call it.
 * @throws Problem 503 if there is no room for it.
 */
export type LargeAnswer = (reply: FastifyReply) => Promise<Answer<Buffer | Readable>>;

const json8 = 'application/json; charset=utf-8';

/** Sends what is serialised, as JSON or as another type. @param headers of the answer; a refusal does not get them. */
export async function sendAnswer(
  reply: FastifyReply,
  answer: WholeAnswer | LargeAnswer,
  headers: Record<string, string> = {},
  type = json8,
): Promise<void> {
  const { json, link } = typeof answer === 'function' ? await answer(reply) : answer;
  if (link !== undefined) void reply.header('Link', link);
  void reply.headers(headers).type(type).send(json);
}
