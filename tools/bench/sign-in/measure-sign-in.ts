import { managementPort, portsAround } from '#tools/stack/ports.js';
import type { Benchmark } from '../benchmark.js';
import { compare, type Figure } from '../figure.js';
import { inRounds } from '../in-rounds.js';
import { openLoop } from '../post/open-loop.js';
import { say } from '../progress.js';
import { milliseconds, perSecond } from '../show.js';
import { median } from '../statistics.js';
import { bareArgon2 } from './bare-argon2.js';
import { eventLoopLag } from './event-loop-lag.js';
import { SigningIn } from './signing-in.js';

/** As many as Node has threads for it. */
const load = { atOnce: 4, seconds: 2 };
const slices = 3;
const pace = { perSecond: 10, seconds: 10 };
const maxLagMs = 20;

/** How many can sign in beside what argon2 alone gives, and whether others are kept waiting while ten a second do. */
export const measureSignIn: Benchmark = async ({ copy, rounds }) => {
  const people = await SigningIn.register(copy.gatewayUrl, 20);
  const measured = await inRounds(
    'sign-in',
    { rounds, slices, join: (rates) => rates.reduce((sum, rate) => sum + rate, 0) / rates.length, show: perSecond },
    { ours: () => people.asFastAs(load), reference: () => bareArgon2(load) },
  );
  const figures: Figure[] = [compare({ name: 'sign-ins', ...measured, show: perSecond, target: { atLeast: 0.75 } })];
  const { gateway, users } = portsAround(copy.gatewayUrl);
  const services = { gateway: managementPort(gateway), users: managementPort(users) };
  const lags: Record<string, number[]> = { gateway: [], users: [] };
  for (let round = 1; round <= rounds; round += 1) {
    await Promise.all(Object.values(services).map(eventLoopLag));
    await openLoop(pace, () => people.signIn());
    for (const [name, port] of Object.entries(services)) lags[name]?.push(await eventLoopLag(port));
    const shown = Object.entries(lags).map(([name, each]) => `${name} ${milliseconds(each.at(-1) ?? NaN)}`);
    say(`event loop, round ${round} of ${rounds}: ${shown.join(', ')}`);
  }
  await people.close();
  for (const [name, each] of Object.entries(lags)) {
    const lag = median(each);
    figures.push({
      name: `event loop of ${name} at 10 sign-ins/s, p99`,
      ...{ ours: milliseconds(lag), target: `< ${milliseconds(maxLagMs)}`, passed: lag < maxLagMs },
    });
  }
  return figures;
};
