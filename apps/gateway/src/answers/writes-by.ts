import { RouteSchema } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { jsonBySchema } from './json-of.js';
import { type JsonSchema, jsonSchemaOf } from './json-schema.js';

/** Of each method of a controller: the schemas of its answers, by status. */
const answersOf = new WeakMap<object, Record<number, JsonSchema>>();

/** Has answers of a status written by their schema; of a controller: those of all its routes. */
export function WritesBy(status: number, schema: z.ZodType): ClassDecorator & MethodDecorator {
  return (target: object, _key?: string | symbol, descriptor?: PropertyDescriptor) => {
    const methods = descriptor ? [descriptor] : Object.values(Object.getOwnPropertyDescriptors(prototypeOf(target)));
    for (const method of methods) {
      const answers = answersOf.get(method.value as object) ?? {};
      if (!descriptor && !answersOf.has(method.value as object)) continue;
      answers[status] = jsonSchemaOf(schema, 'output');
      answersOf.set(method.value as object, answers);
      RouteSchema({ response: answers })(target, '', method);
    }
  };
}

const prototypeOf = (controller: object): object => (controller as { prototype: object }).prototype;

/**
 * Writes what the routes of the API answer by their schemas, and nothing else: an answer that no schema describes is a 500,
 * for nobody has said what may be in it.
 */
export function writeBySchemas(fastify: FastifyInstance): void {
  fastify.setSerializerCompiler<JsonSchema>(({ schema }) => jsonBySchema(schema));
  fastify.addHook('preSerialization', async ({ method, routeOptions: { url } }, reply, payload) => {
    const { statusCode } = reply;
    if (!url?.startsWith('/api/') || reply.getSerializationFunction(String(statusCode))) return payload;
    throw new Error(`no schema describes ${statusCode} of ${method} ${url}`);
  });
}
