/** What several scripts begin with. */

/**
 * The server's time in milliseconds: one clock for all machines. Lua writes 14 digits of a number when left to itself,
 * which is not enough for it.
 */
export const clock = `
local function text(number) return string.format('%.17g', number) end
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000
`;
