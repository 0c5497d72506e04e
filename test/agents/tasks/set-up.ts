/** An agency's sub-accounts, and what is set up in one. */
import assert from 'node:assert/strict';
import { type Answer, defineTask } from '../task.ts';

const agency = defineTask({
  title: 'Agency: list sub-accounts, health check, provision a new one from a snapshot',
  resources: ['locations', 'snapshots', 'users'],
  isForAgency: true,
  async run(agent) {
    const { configured, limits } = await agent.account();
    assert.ok(configured && limits.now.left > 0);
    await agent.find('list the sub-accounts of the agency', 'locations_location_search');
    const { locations } = await agent.read('locations_location_search', { limit: 100 }, [
      'locations.name',
      'locations.email',
      'locations.timezone',
    ]);
    await agent.find(
      'create a sub-account from a snapshot',
      'snapshots_snapshot_list',
      'locations_location_create',
      'snapshots_push_get',
    );
    const { snapshots } = await agent.read('snapshots_snapshot_list');
    const snapshot = snapshots.find(({ name }: Answer) => name === 'Local business basics');
    const made = await agent.confirm('locations_location_create', {
      name: 'Harbor Dental',
      phone: '+12125550123',
      city: 'New York',
      state: 'NY',
      country: 'US',
      timezone: 'America/New_York',
      snapshotId: snapshot.id,
    });
    const push = await agent.read('snapshots_push_get', { snapshotId: snapshot.id, locationId: made.id });
    await agent.find('invite a staff user to a sub-account', 'users_user_create');
    await agent.describe('users_user_create', 'locationIds');
    const user = await agent.confirm('users_user_create', {
      firstName: 'Kim',
      lastName: 'Harbor',
      email: 'kim@harbor-dental.example.com',
      password: 'Kx7-random-Pass-93',
      type: 'account',
      role: 'admin',
      locationIds: [made.id],
    });
    return { before: locations.length, madeId: made.id, push, userId: user.id };
  },
  async check(inspect, { before, madeId, push, userId }) {
    const { locations } = await inspect('/locations/search?limit=100');
    assert.equal(locations.length, before + 1);
    const made = (await inspect(`/locations/${madeId}`)).location;
    assert.deepEqual([made.name, made.timezone], ['Harbor Dental', 'America/New_York']);
    assert.ok(push.data ?? push);
    assert.deepEqual((await inspect(`/users/${userId}`)).roles.locationIds, [madeId]);
  },
});

const setUp = defineTask({
  title: 'Set up a location: custom fields, values, tags, custom objects',
  resources: ['locations', 'objects'],
  async run(agent) {
    const { all: fields } = await agent.lookup('custom_field');
    assert.ok(!fields.some(({ name }: Answer) => name === 'Sedation'));
    await agent.find('create a custom field', 'locations_custom_field_create');
    await agent.describe('locations_custom_field_create', 'options');
    const { customField } = await agent.write('locations_custom_field_create', {
      name: 'Sedation',
      dataType: 'SINGLE_OPTIONS',
      model: 'contact',
      options: ['None', 'Light', 'Full'],
    });
    await agent.find('create a custom value', 'locations_custom_value_create');
    const { customValue } = await agent.write('locations_custom_value_create', {
      name: 'Emergency number',
      value: '+15125550101',
    });
    await agent.find('create a tag', 'locations_tag_create');
    const { tag } = await agent.write('locations_tag_create', { name: 'sedation' });
    await agent.find('custom objects', 'objects_schema_list');
    const { objects } = await agent.read('objects_schema_list', {}, ['objects.key', 'objects.labels.singular']);
    const { key } = objects.find(({ labels }: Answer) => labels.singular === 'Treatment Plan');
    await agent.describe('objects_schema_get', 'key');
    const schema = await agent.read('objects_schema_get', { key, fetchProperties: true }, [
      'fields.fieldKey',
      'fields.dataType',
      'fields.options',
    ]);
    assert.ok(schema.fields.some(({ fieldKey }: Answer) => fieldKey === `${key}.phase`));
    await agent.find('add a record to a custom object', 'objects_record_create');
    await agent.describe('objects_record_create', 'properties');
    const { record } = await agent.write('objects_record_create', {
      schemaKey: key,
      properties: { name: 'Full sedation plan', phase: 'proposed' },
    });
    return { fieldId: customField.id, valueId: customValue.id, tagId: tag.id, key, recordId: record.id };
  },
  async check(inspect, { fieldId, valueId, tagId, key, recordId }, locationId) {
    const place = `/locations/${locationId}`;
    assert.equal((await inspect(`${place}/customFields/${fieldId}`)).customField.name, 'Sedation');
    assert.equal((await inspect(`${place}/customValues/${valueId}`)).customValue.value, '+15125550101');
    assert.equal((await inspect(`${place}/tags/${tagId}`)).tag.name, 'sedation');
    const { record } = await inspect(`/objects/${key}/records/${recordId}`);
    assert.equal(record.properties.phase, 'proposed');
  },
});

export const tasks = [agency, setUp];
