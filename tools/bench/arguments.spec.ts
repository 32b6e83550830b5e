import { describe, expect, it } from '@jest/globals';
import { benchmarkNames, parseBenchArguments } from './arguments.js';

describe('the arguments of the benchmark', () => {
  it('are all benchmarks in three rounds unless said', () => {
    expect(parseBenchArguments([])).toEqual({ only: [...benchmarkNames], rounds: 3, help: false });
  });

  it('select some, in the order they are run', () => {
    expect(parseBenchArguments(['--only', 'reads,relay', '--rounds', '1'])).toEqual({
      only: ['relay', 'reads'],
      rounds: 1,
      help: false,
    });
  });

  it.each([
    [['--fast'], /--fast/],
    [['--only', 'relay,typing'], /"typing"/],
    [['--rounds', 'many'], /--rounds .* "many"/],
    [['relay'], /relay/],
  ])('%j is refused by name', (args, message) => {
    expect(() => parseBenchArguments(args)).toThrow(message);
  });
});
