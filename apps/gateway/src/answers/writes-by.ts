import { RouteSchema } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { jsonBySchema } from './json-of.js';
import { type JsonSchema, jsonSchemaOf } from './json-schema.js';

/** The schemas of a controller's answers: method → status → schema. */
const answersOf = new WeakMap<object, Record<number, JsonSchema>>();

/** Serialises answers of a status by a schema; on a controller, those of all its routes. */
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
 * Serialises the answers of all API routes by their schemas. An answer without a schema is a 500, because nobody has
 * decided which fields it may hold.
 */
export function writeBySchemas(fastify: FastifyInstance): void {
  fastify.setSerializerCompiler<JsonSchema>(({ schema }) => jsonBySchema(schema));
  fastify.addHook('preSerialization', async ({ method, routeOptions: { url } }, reply, payload) => {
    const { statusCode } = reply;
    if (!url?.startsWith('/api/') || reply.getSerializationFunction(String(statusCode))) return payload;
    throw new Error(`no schema describes ${statusCode} of ${method} ${url}`);
  });
}
