/** A process that uses a store, closes it, and has nothing more to do. Arguments: the address. */
import { createRedisState } from '../../../src/state/redis/state.ts';

const state = createRedisState(process.argv[2] ?? '');
await state.records.get('k');
await state.close();
