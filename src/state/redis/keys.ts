/** Names in Redis. What stands in braces decides the slot in a cluster: all keys of a bucket are in one. */

const PREFIX = 'highlevel-mcp:';

export function nameRecord(key: string): string {
  return `${PREFIX}{record:${key}}`;
}

/** Facts and departures. A brace in the bucket's name would end the part that decides, so none is left in it. */
export function nameBucket(bucket: string): [facts: string, departures: string] {
  const tag = `${PREFIX}{bucket:${encodeURIComponent(bucket)}}`;
  return [`${tag}:facts`, `${tag}:departures`];
}
