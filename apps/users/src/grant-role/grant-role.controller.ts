import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import type { CommandRequest } from '#commands/command-request.js';
import { ChangeRoles } from '../standing/change-roles.js';

@Controller('commands')
export class GrantRoleController {
  constructor(@Inject(ChangeRoles) private readonly roles: ChangeRoles) {}

  @Post('grant-role')
  @HttpCode(200)
  handle(@Req() request: CommandRequest, @Body() body: unknown) {
    return this.roles.run(request, body, 'grant-role');
  }
}
