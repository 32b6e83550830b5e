/** What the desk says in English of ranges of addresses. */
export const rangesEn = {
  range: 'Range of addresses',
  rangeNote: 'as 203.0.113.0/24 or 2001:db8::/48',
  rangeSanction: 'Sanction a range',
  rangeEffect:
    'It meets everybody who comes from there, guests and accounts, also those who did nothing. A /24 is 256 addresses, a /16 is 65,536; a household’s IPv6 is often a /56.',
  rangeDoubt: (holdsYours: boolean, count: number, others: string[]) =>
    [
      ...(holdsYours ? ['Your own address is in this range.'] : []),
      ...(count > 0
        ? [
            `It overlaps with ${count === 1 ? 'a range' : `${count} ranges`} already judged: ${others.slice(0, 5).join(', ')}.`,
          ]
        : []),
      'Press the button once more, and it is in force.',
    ].join(' '),
  size: (count: string) => `${count} addresses`,
  oneAddress: '1 address',
  inForce: 'In force',
  rangeAdds: 'Against a range that is listed already, it adds to what is in force there.',
  sanctionKinds: { suspend: 'suspend', premoderate: 'pre-moderate', ban: 'ban' },
  putInForce: 'Put in force',
  lift: 'Lift',
  liftEffect: (size: string) => `All that is in force against these ${size} ends at once.`,
  noRanges: 'No range is sanctioned.',
};
