import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { describePolicy } from './policy-in-openapi.js';

/** Serves the description of the API at `/openapi.json` and, to read and try, at `/docs`. */
export function serveOpenApi(app: INestApplication): void {
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
  SwaggerModule.setup('docs', app, () => describePolicy(SwaggerModule.createDocument(app, config)), {
    jsonDocumentUrl: 'openapi.json',
    raw: ['json'],
    customSiteTitle: 'Broadside API',
  });
}
