import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { FreshFile } from '#process/fresh-file.js';
import { Gives } from '../answers/route-documentation.js';
import { PUBLIC_KEYS, type PublicKeys } from './public-keys.js';

const KeysAnswer = z.object({ keys: z.array(z.record(z.string(), z.string())) });

@ApiTags('People')
@Controller('.well-known/jwks.json')
export class JwksController {
  constructor(@Inject(PUBLIC_KEYS) private readonly keys: FreshFile<PublicKeys>) {}

  @Get()
  @Header('Cache-Control', 'public, max-age=60')
  @ApiOperation({
    summary: 'The public keys that tokens are signed for (EdDSA); several while one takes over from another',
  })
  @Gives(200, 'A JSON Web Key Set', KeysAnswer)
  read(): PublicKeys {
    return this.keys.current;
  }
}
