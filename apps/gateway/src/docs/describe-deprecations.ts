import type { OpenAPIObject } from '@nestjs/swagger';
import { type Deprecation, deprecationMark } from '../answers/deprecated.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']> & { [deprecationMark]?: Deprecation };

const methods = ['get', 'post', 'put', 'delete'] as const;
const schema = { type: 'string' as const };

/** Adds to every deprecated route its dates, and the headers that its answers have for that. */
export function describeDeprecations(document: OpenAPIObject): OpenAPIObject {
  for (const item of Object.values(document.paths)) {
    for (const method of methods) describe(item[method]);
  }
  return document;
}

function describe(operation: Operation | undefined): void {
  const deprecation = operation?.[deprecationMark];
  if (!operation || !deprecation) return;
  const { since, until, instead } = deprecation;
  delete operation[deprecationMark];
  operation.deprecated = true;
  const parts = [`Deprecated since ${since}`, until && `may be gone from ${until}`, instead && `use ${instead}`];
  operation.description = [operation.description, `${parts.filter(Boolean).join('; ')}.`].filter(Boolean).join('\n\n');
  for (const response of Object.values(operation.responses)) {
    if (!response || '$ref' in response) continue;
    response.headers = {
      ...response.headers,
      Deprecation: { description: 'Since when it is deprecated: `@` and seconds since 1970 (RFC 9745)', schema },
      ...(until !== undefined && { Sunset: { description: 'From when it may be gone (RFC 8594)', schema } }),
      ...(instead !== undefined && {
        Link: { description: 'Other links, and what to use: `<…>; rel="successor-version"` (RFC 5829)', schema },
      }),
    };
  }
}
