import { Module } from '@nestjs/common';
import { TokenVerifier } from '#identity/tokens.js';
import { Metrics } from '#process/metrics.js';
import { env } from '../env.js';
import { LookUps } from '../read-database/read-database.js';
import { ReadDatabaseModule } from '../read-database/read-database.module.js';
import { AddressRanges } from './address-ranges.js';
import { Admission } from './admission.js';
import { Callers } from './callers.js';
import { EndingsSubscription } from './endings-subscription.js';
import { ProjectedPeople } from './projected-people.js';

/** Identifies callers and checks the policy. */
@Module({
  imports: [ReadDatabaseModule],
  providers: [
    Callers,
    Admission,
    {
      provide: EndingsSubscription,
      inject: [Metrics],
      useFactory: (metrics: Metrics) => new EndingsSubscription(env.REDIS_URL, metrics),
    },
    {
      provide: TokenVerifier,
      inject: [LookUps, EndingsSubscription],
      useFactory: (lookUps: LookUps, { received }: EndingsSubscription) =>
        TokenVerifier.fromFile(
          env.VERIFYING_KEYS_FILE,
          new ProjectedPeople(lookUps, received),
          env.REQUIRE_SECOND_FACTOR,
        ),
    },
    { provide: AddressRanges, inject: [LookUps], useFactory: (lookUps: LookUps) => new AddressRanges(lookUps) },
  ],
  exports: [TokenVerifier],
})
export class CallersModule {}
