import { answerBreaks } from './answer-breaks.js';
import type { JsonSchema } from './json-schema.js';
import { requestBreaks } from './request-breaks.js';

type Content = Record<string, { schema?: JsonSchema }>;
interface Operation {
  parameters?: { name: string; in: string; required?: boolean; schema?: JsonSchema }[];
  requestBody?: { required?: boolean; content: Content };
  responses: Record<string, { content?: Content; headers?: object }>;
  security?: object[];
}

/** The parts of an OpenAPI document that are compared. */
export interface ApiDocument {
  paths: Record<string, Partial<Record<string, Operation>>>;
  /** Schemas of answers only; those of requests are inline. */
  components?: { schemas?: Record<string, JsonSchema> };
}

/** What a client of the former document can no longer do or read; a sentence each. */
export function apiBreaks(before: ApiDocument, now: ApiDocument): string[] {
  const routes = Object.entries(before.paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, operation]) => {
      const name = `${method.toUpperCase()} ${path}`;
      const still = now.paths[path]?.[method];
      if (!operation) return [];
      return (still ? operationBreaks(operation, still) : ['is gone']).map((each) => `${name}: ${each}`);
    }),
  );
  const schemas = Object.entries(before.components?.schemas ?? {}).flatMap(([name, schema]) => {
    const still = now.components?.schemas?.[name];
    return (still ? answerBreaks(schema, still) : [' is gone']).map((each) => `${name}:${each}`);
  });
  return [...routes, ...schemas];
}

function operationBreaks(before: Operation, now: Operation): string[] {
  const needsToken = ({ security = [] }: Operation) =>
    security.length > 0 && security.every((way) => Object.keys(way).length > 0);
  return [
    ...(needsToken(now) && !needsToken(before) ? ['needs a token'] : []),
    ...parameterBreaks(before, now),
    ...bodyBreaks(before, now),
    ...Object.entries(before.responses)
      .filter(([status]) => status.startsWith('2'))
      .flatMap(([status, answer]) =>
        responseBreaks(answer, now.responses[status]).map((each) => `answer ${status}${each}`),
      ),
  ];
}

function parameterBreaks({ parameters: before = [] }: Operation, { parameters: now = [] }: Operation): string[] {
  const nameOf = (one: { name: string; in: string }) => `${one.in} parameter ${one.name}`;
  const needed = now.filter(
    (one) => one.required && !before.some((old) => nameOf(old) === nameOf(one) && old.required),
  );
  const changed = before.flatMap((old) => {
    const still = now.find((one) => nameOf(one) === nameOf(old));
    if (!still) return [`${nameOf(old)} is not taken`];
    return requestBreaks(old.schema ?? {}, still.schema ?? {}).map((each) => `${nameOf(old)}${each}`);
  });
  return [...needed.map((one) => `${nameOf(one)} is needed`), ...changed];
}

function bodyBreaks({ requestBody: before }: Operation, { requestBody: now }: Operation): string[] {
  if (!before) return now?.required ? ['a body is needed'] : [];
  if (!now) return ['no body is taken'];
  const needed = now.required && !before.required ? ['a body is needed'] : [];
  return [...needed, ...contentBreaks(before.content, now.content, requestBreaks).map((each) => `body${each}`)];
}

function responseBreaks(before: Operation['responses'][string], now: Operation['responses'][string] | undefined) {
  if (!now) return [' is gone'];
  const headers = Object.keys(before.headers ?? {}).filter((name) => !(name in (now.headers ?? {})));
  return [
    ...headers.map((name) => ` has no header ${name}`),
    ...contentBreaks(before.content ?? {}, now.content ?? {}, answerBreaks),
  ];
}

function contentBreaks(before: Content, now: Content, compare: (old: JsonSchema, one: JsonSchema) => string[]) {
  return Object.entries(before).flatMap(([type, { schema }]) => {
    const still = now[type];
    return still ? compare(schema ?? {}, still.schema ?? {}) : [` is not ${type}`];
  });
}
