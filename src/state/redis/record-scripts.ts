/** Records in Redis: a hash of `value`, `version` and `writtenAt` under one key, which Redis removes by itself. */
import { clock } from './lua.ts';

/** @returns value, version, age in milliseconds; or nothing. */
export const getRecord = `${clock}
local found = redis.call('HMGET', KEYS[1], 'value', 'version', 'writtenAt')
if not found[2] then return false end
-- Negative when the server's clock was set back.
return {found[1], found[2], text(math.max(0, now - tonumber(found[3])))}
`;

/**
 * Writes ARGV[3] as version ARGV[2], kept for ARGV[4] ms, where version ARGV[1] is. The version is the caller's own,
 * so that asking again after a lost answer finds what the first asking did.
 */
export const putRecord = `${clock}
local stored = redis.call('HGET', KEYS[1], 'version') or 'absent'
if stored == ARGV[2] then return 1 end
if stored ~= ARGV[1] then return 0 end
redis.call('HSET', KEYS[1], 'value', ARGV[3], 'version', ARGV[2], 'writtenAt', text(now))
redis.call('PEXPIRE', KEYS[1], ARGV[4])
return 1
`;

/** Removes the record of version ARGV[1]. */
export const removeRecord = `
if redis.call('HGET', KEYS[1], 'version') ~= ARGV[1] then return 0 end
return redis.call('DEL', KEYS[1])
`;
