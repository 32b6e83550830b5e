/** KEYS: the tallies. ARGV: how long they are kept, then for each tally: free, first delay, longest delay. */
export const attemptScript = `
-- By the clock of Redis itself, in milliseconds: those of replicas differ.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local wait = 0
for i, key in ipairs(KEYS) do
  local free, first, most = tonumber(ARGV[3 * i - 1]), tonumber(ARGV[3 * i]), tonumber(ARGV[3 * i + 1])
  local failures = tonumber(redis.call('HGET', key, 'failures')) or 0
  if failures >= free then
    local delay = math.min(first * 2 ^ (failures - free), most)
    wait = math.max(wait, tonumber(redis.call('HGET', key, 'at')) + delay - now)
  end
end
if wait > 0 then return math.ceil(wait) end
for _, key in ipairs(KEYS) do
  redis.call('HINCRBY', key, 'failures', 1)
  redis.call('HSET', key, 'at', now)
  redis.call('PEXPIRE', key, ARGV[1])
end
return 0
`;

/** KEYS: tallies. ARGV: how many of them are reset; one failure is subtracted from the others. */
export const correctScript = `
for i, key in ipairs(KEYS) do
  if i <= tonumber(ARGV[1]) or (tonumber(redis.call('HGET', key, 'failures')) or 0) <= 1 then
    redis.call('DEL', key)
  else
    redis.call('HINCRBY', key, 'failures', -1)
  end
end
return 0
`;
