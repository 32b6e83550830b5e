/** What a Redis server of ours is told: nothing in it is the truth, so nothing is put on disk, and where it is full what ends soonest goes first. */
export const redisSettings = {
  save: '',
  appendonly: 'no',
  maxmemory: '64mb',
  'maxmemory-policy': 'volatile-ttl',
  databases: '1',
} as const;
