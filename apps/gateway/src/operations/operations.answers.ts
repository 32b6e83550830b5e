import { z } from 'zod';
import { DescribedSet, NamedLetter } from '#operation/operation.js';

const Service = z.object({
  name: z.string(),
  url: z.string().optional().describe('where the gateway reaches it; several replicas may be behind it'),
  host: z.string().optional().describe('of a projector, which takes no requests'),
  ready: z.boolean(),
  version: z.string().nullable().describe('replicas of one version have the same; null: it did not tell'),
  why: z.string().optional().describe('why it is not ready, or what readiness remarks'),
});

const Outbox = z.object({
  service: z.string(),
  waiting: z.int().describe('events that wait for Kafka; counted up to 100,000'),
  republished: z.int().describe('sent once more by an operator, and waiting'),
  oldestSeconds: z.number(),
});

/** What operators see. What cannot be learned is missing, and `unknown` says why. */
export const OperationsAnswer = z.object({
  services: z.array(Service),
  outbox: z.array(Outbox),
  projections: z.array(DescribedSet),
  deadLetters: z.array(NamedLetter).describe('the newest first; up to 50'),
  unknown: z.array(z.object({ what: z.string(), why: z.string() })).describe('what could not be learned now'),
});
export type OperationsAnswer = z.infer<typeof OperationsAnswer>;
export type ServiceNow = z.infer<typeof Service>;
