/**
 * Windows in Redis: under two keys of one bucket, the facts (a hash) and the departures (a set of permits sorted by
 * time). The rules are those of `sqlite/windows.ts`, written a second time because they have to run inside Redis; one
 * suite, `test/state/windows.test.ts`, holds the two together.
 */
import { DAY_MS, DEPARTURE_KEPT_MS, MAX_PAUSE_MS, MAX_UNKNOWN_CALLS, RESET_TOLERANCE_MS } from '../bounds.ts';
import { clock } from './lua.ts';

/** Longer than the day's budget runs, so that limits that were learnt outlive a quiet day. */
const FACTS_KEPT_MS = 2 * DAY_MS;

const keys = `
local facts, departures = KEYS[1], KEYS[2]
local function keepFacts() redis.call('PEXPIRE', facts, ${FACTS_KEPT_MS}) end
local function depart(permit)
  redis.call('ZADD', departures, text(now), permit)
  redis.call('PEXPIRE', departures, ${DEPARTURE_KEPT_MS})
end
`;

/** The bucket as it stands now. Times in the future were written before the server's clock was set back. */
const load = `
local ask = cjson.decode(ARGV[1])

local function saveDay(used, resetsAt)
  redis.call('HSET', facts, 'dailyUsed', text(used), 'dailyResetsAt', text(resetsAt))
  keepFacts()
end

local function savePause(from, length)
  redis.call('HSET', facts, 'pausedAt', text(from), 'pauseMs', text(length))
  keepFacts()
end

local function load()
  local stored = redis.call('HMGET', facts, 'limit', 'intervalMs', 'dailyLimit', 'dailyUsed', 'dailyResetsAt', 'pausedAt', 'pauseMs')
  local function get(index, fallback) return tonumber(stored[index]) or fallback end
  local bucket = {
    limit = get(1, ask.rule.limit),
    intervalMs = get(2, ask.rule.intervalMs),
    dailyLimit = get(3, ask.rule.dailyLimit),
    dailyUsed = get(4, 0),
    dailyResetsAt = get(5, 0),
  }
  if bucket.dailyResetsAt <= now then
    bucket.dailyUsed, bucket.dailyResetsAt = 0, now + ${DAY_MS}
  elseif bucket.dailyResetsAt > now + ${DAY_MS} then
    bucket.dailyResetsAt = now + ${DAY_MS}
    saveDay(bucket.dailyUsed, bucket.dailyResetsAt)
  end
  local pausedAt, pauseMs = get(6, 0), get(7, 0)
  if pausedAt > now then
    pausedAt = now
    savePause(pausedAt, pauseMs)
  end
  bucket.pauseEndsAt = pausedAt + pauseMs
  for _, permit in ipairs(redis.call('ZRANGEBYSCORE', departures, '(' .. text(now), '+inf')) do depart(permit) end
  bucket.spanMs = bucket.intervalMs * (1 + ask.margin)
  redis.call('ZREMRANGEBYSCORE', departures, '-inf', text(now - bucket.spanMs))
  bucket.used = redis.call('ZCARD', departures)
  return bucket
end

local function answer(kind, waitMs, bucket)
  return {
    kind, text(waitMs), text(bucket.limit), text(bucket.intervalMs), text(bucket.dailyLimit),
    text(bucket.used), text(bucket.dailyUsed), text(bucket.dailyResetsAt - now)
  }
end
`;

/** Counts ARGV[2], a new permit, if there is room for it. */
export const takePermit = `${clock}${keys}${load}
local bucket = load()
if bucket.dailyUsed >= bucket.dailyLimit - ask.reserve then
  return answer('spent', bucket.dailyResetsAt - now, bucket)
end
local pausedMs = bucket.pauseEndsAt - now
local excess = bucket.used - bucket.limit + 1
if pausedMs > 0 or excess > 0 then
  local windowMs = 0
  if excess > 0 then
    local last = redis.call('ZRANGE', departures, excess - 1, excess - 1, 'WITHSCORES')
    windowMs = math.max(1, tonumber(last[2]) + bucket.spanMs - now)
  end
  return answer('wait', math.max(pausedMs, windowMs), bucket)
end
bucket.used, bucket.dailyUsed = bucket.used + 1, bucket.dailyUsed + 1
depart(ARGV[2])
saveDay(bucket.dailyUsed, bucket.dailyResetsAt)
return answer('granted', 0, bucket)
`;

/** Counts ARGV[1], a permit, from now. */
export const stampPermit = `${clock}${keys}
depart(ARGV[1])
return 1
`;

/** Forgets ARGV[1], a permit. */
export const giveBackPermit = `
redis.call('ZREM', KEYS[2], ARGV[1])
local used = tonumber(redis.call('HGET', KEYS[1], 'dailyUsed')) or 0
if used >= 1 then redis.call('HSET', KEYS[1], 'dailyUsed', string.format('%.17g', used - 1)) end
return 1
`;

/** Takes over a lesson. Calls of others are counted as permits that begin with ARGV[2]. */
export const learnLimits = `${clock}${keys}${load}
local before = load()
local lesson = ask.lesson

local resetsAt = lesson.dailyResetMs and now + lesson.dailyResetMs or before.dailyResetsAt
local isNextDay = resetsAt > before.dailyResetsAt + ${RESET_TOLERANCE_MS} and resetsAt <= now + ${DAY_MS}
local isCorrected = math.abs(resetsAt - before.dailyResetsAt) > ${RESET_TOLERANCE_MS}
local dailyUsed = lesson.dailyUsed or 0
if not isNextDay then dailyUsed = math.max(before.dailyUsed, dailyUsed) end
saveDay(dailyUsed, isCorrected and resetsAt or before.dailyResetsAt)

for _, name in ipairs({'limit', 'intervalMs', 'dailyLimit'}) do
  if lesson[name] then redis.call('HSET', facts, name, text(lesson[name])) end
end

local pauseMs = math.min(lesson.pauseMs or 0, ${MAX_PAUSE_MS})
if now + pauseMs > math.max(now, before.pauseEndsAt) then savePause(now, pauseMs) end

local after = load()
local known = math.min(lesson.used or 0, after.limit, ${MAX_UNKNOWN_CALLS})
for count = after.used + 1, known do depart(ARGV[2] .. count) end
return answer('learnt', 0, load())
`;
