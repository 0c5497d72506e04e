/** A process that makes one creation and ends by itself: started with base URL, state file and key. */
import { createHighLevelClient } from '../../../src/highlevel/client.ts';
import { createSqliteState } from '../../../src/state/sqlite/state.ts';
import { args, createThing, single } from './things.ts';

const [baseUrl = '', path = '', idempotencyKey] = process.argv.slice(2);
const token = 'pit-sandbox-00000000-0000-4000-8000-000000000001';
const client = createHighLevelClient({ token, baseUrl, state: createSqliteState({ path }) });
console.log('begun');
const { status, replay } = await client.execute(createThing, args, { effect: single, idempotencyKey });
await client.close();
console.log(JSON.stringify({ status, isReplay: replay !== undefined }));
