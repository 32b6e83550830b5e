import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { z } from 'zod';
import { keysFileVar } from '#process/env.js';
import { Problem } from '#http/problem.js';
import { clientAddressOf } from './command-request.js';
import { proofHeader, whyNotProven } from './gateway-proof.js';

/**
 * Settings of a service that accepts commands. GATEWAY_PROOF is `accepted` only while gateways are replaced that send no
 * proof yet: until then anybody who reaches the port can pose as the gateway.
 */
export const commandVars = {
  COMMAND_KEY_FILE: keysFileVar,
  GATEWAY_PROOF: z.enum(['required', 'accepted']).default('required'),
};

export interface GatewayCheck {
  COMMAND_KEY_FILE: readonly Buffer[];
  GATEWAY_PROOF: 'required' | 'accepted';
}

/**
 * Accepts commands only with a gateway's proof, checked from the headers: the client address it reports is trusted, and its
 * limits cannot be bypassed. All others get 421, after which a gateway with another key tries another copy.
 */
export function requireGateway(fastify: FastifyInstance, check: GatewayCheck, log: Logger): void {
  const { COMMAND_KEY_FILE: keys, GATEWAY_PROOF: wanted } = check;
  if (wanted === 'accepted') log.warn('commands without a proof are accepted: set GATEWAY_PROOF to required');
  fastify.addHook('onRequest', (request, _reply, done) => {
    const route = request.routeOptions.url;
    if (route === undefined || !route.startsWith('/commands/')) return done();
    const proof = request.headers[proofHeader];
    if (proof === undefined && wanted === 'accepted') return done();
    const why = whyNotProven(keys, proof, { path: request.url, address: clientAddressOf(request) });
    if (why === undefined) return done();
    log.warn({ route, why }, 'a command was not proven to come from the gateway');
    done(new Problem(421, { detail: 'Commands are taken from the gateway alone.' }));
  });
}

/** The `configure` of a service that accepts commands. */
export const takesCommands =
  (check: GatewayCheck) =>
  (app: NestFastifyApplication, log: Logger): void =>
    requireGateway(app.getHttpAdapter().getInstance(), check, log);
