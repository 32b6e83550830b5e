import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { problemSchema } from '../answers/problem-answer.js';
import { describeDeprecations } from './describe-deprecations.js';
import { describePolicy } from './policy-in-openapi.js';

/** The OpenAPI document of the API, made from the application's routes and the policy. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Broadside')
    .setDescription('A superset of the RealWorld (Conduit) API: what is added are fields, parameters and routes.')
    .setVersion('1')
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .addApiKey(
      { type: 'apiKey', in: 'header', name: 'Authorization', description: '`Token <token>`, of a guest or an account' },
      'token',
    )
    .build();
  const document = describeDeprecations(describePolicy(SwaggerModule.createDocument(app, config)));
  return { ...document, components: { ...document.components, schemas: { Problem: problemSchema } } };
}

/** Serves the OpenAPI document at `/openapi.json`, and at `/docs` as pages to read and try. */
export function serveOpenApi(app: INestApplication): void {
  SwaggerModule.setup('docs', app, () => describeApi(app), {
    jsonDocumentUrl: 'openapi.json',
    raw: ['json'],
    customSiteTitle: 'Broadside API',
  });
}
